// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/record_article.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/json.h"
#include "common/base/timestamp.h"
#include "common/base/utf8.h"
#include "common/index/terms.h"
#include "indexer/input/charset/restore.h"
#include "indexer/input/html/html_signs.h"
#include "indexer/input/html/html_text.h"
#include "indexer/input/text/plain_text.h"
#include "indexer/input/text/python_texts.h"

namespace timbao {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t kMostRemarks = 40;       // of one article; later ones are counted in the last one of their kind
constexpr std::size_t kShownBytes = 120;       // how much of a text a remark quotes
constexpr std::string_view kExtra = "extra.";  // precedes the name of a value that is no part of an article

/// The paragraphs of texts, which point into them.
std::vector<std::string_view> all_paragraphs_of(const Texts& texts) {
  std::vector<std::string_view> paragraphs;
  for (const std::string& text : texts)
    for (std::string_view paragraph : paragraphs_of(text)) paragraphs.push_back(paragraph);
  return paragraphs;
}

/// All texts of a value as paragraphs. A list that Python wrote as text gives a paragraph for each of its texts.
std::string as_paragraphs(const JsonValue& value) {
  std::string text = join(all_paragraphs_of(value.texts), "\n");
  while (const std::optional<Texts> list = python_texts(text)) text = join(all_paragraphs_of(*list), "\n");
  return text;
}

/// All texts of a value on one line.
std::string as_line(const JsonValue& value) {
  std::string line = as_paragraphs(value);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

/// Adds the paragraphs of texts to a list, and those of lists that Python wrote as text.
void add_to_list(const Texts& texts, Texts& list) {
  for (const std::string_view paragraph : all_paragraphs_of(texts)) {
    if (const std::optional<Texts> inner = python_texts(paragraph))
      add_to_list(*inner, list);
    else
      list.emplace_back(paragraph);
  }
}

Texts as_list(const JsonValue& value) {
  Texts list;
  list.reserve(value.texts.size());
  add_to_list(value.texts, list);
  return list;
}

/// The same of names, without the comma that is left behind the last one and the quotes that Python puts around one.
Texts as_names(const JsonValue& value) {
  Texts names = as_list(value);
  for (std::string& name : names) {
    std::string_view rest = name;
    const auto is_quoted = [&rest] { return rest.size() > 1 && rest.front() == '\'' && rest.back() == '\''; };
    while (is_quoted() || ends_with(rest, ",") || ends_with(rest, ";")) {
      if (is_quoted()) rest.remove_prefix(1);
      rest.remove_suffix(1);
      rest = trim(rest);
    }
    name = std::string(rest);
  }
  names.erase(std::remove(names.begin(), names.end(), ""), names.end());
  return names;
}

/// An address without the place in the page that it names, "#box_comment", which is no part of an article's address.
std::string as_address(const JsonValue& value) {
  std::string url = as_line(value);
  const std::size_t mark = url.find('#');
  return mark != std::string::npos && mark > 0 && byte_at(url, mark + 1) != '!' ? url.substr(0, mark) : url;
}

/// An id is not trimmed or changed: ids that differ in one byte are two ids.
std::string as_id(const JsonValue& value) { return value.texts.front(); }

template <std::string Article::*part, std::string (*as_text)(const JsonValue&)>
void set_text(Article& article, const JsonValue& value) {
  article.*part = as_text(value);
}

template <Texts Article::*part, Texts (*as_texts)(const JsonValue&)>
void set_list(Article& article, const JsonValue& value) {
  article.*part = as_texts(value);
}

void set_date(Article& article, const JsonValue& value) { article.date = parse_timestamp(as_line(value)); }

/// How each part is set, by Part. Parts that are kept as JSON have no setter.
using SetPart = void (*)(Article& article, const JsonValue& value);
constexpr std::array<SetPart, kParts> kSetters{
    set_text<&Article::id, as_id>,
    set_text<&Article::title, as_line>,
    set_text<&Article::lead, as_paragraphs>,
    set_text<&Article::body, as_paragraphs>,
    set_list<&Article::captions, as_list>,
    set_list<&Article::authors, as_names>,
    set_text<&Article::source, as_line>,
    set_list<&Article::sections, as_names>,
    set_date,
    set_text<&Article::url, as_address>,
    set_text<&Article::path, as_id>,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
};

/// The name under which a part is kept as JSON: tags, page, issue or edition.
constexpr std::string_view name_of(Part part) {
  constexpr std::array<std::string_view, 4> kNames{"tags", "page", "issue", "edition"};
  return kNames[static_cast<std::size_t>(part) - static_cast<std::size_t>(Part::tags)];
}

bool is_kept_by_name(Part part) { return part >= Part::tags && part <= Part::edition; }

/// Whether a part is text that people read. Ids, addresses and paths stay as they are, byte by byte.
bool is_of_letters(Part part) {
  return part != Part::id && part != Part::url && part != Part::path && !is_kept_by_name(part);
}

/// Whether a text is the address of a page, and not only of a site.
bool is_page_address(std::string_view text) {
  const bool is_address = starts_with(text, "http://") || starts_with(text, "https://");
  return is_address && plain_url(text).find('/') != std::string::npos;
}

/// Whether a part is named. A number there is that of a row of another table: "author": 3.
bool is_of_names(Part part) { return part == Part::authors || part == Part::source || part == Part::sections; }

std::string shown(std::string_view text) {
  std::string line(cut_at_code_point(text.substr(0, text.find('\0')), kShownBytes));
  if (line.size() < text.size()) line += "…";
  return "'" + line + "'";
}

/// Whether a record is one of those that `dump` prints, by its keys and their order. Its texts were read already: what
/// looks like a tag or an entity in them was printed in the article.
bool is_of_dump(const std::vector<RecordMember>& members) {
  constexpr std::array<std::string_view, 11> kKeys{"id",     "title",   "lead", "body", "captions", "author",
                                                   "source", "section", "date", "url",  "path"};
  return members.size() >= kKeys.size() &&
         std::equal(kKeys.begin(), kKeys.end(), members.begin(),
                    [](std::string_view key, const RecordMember& member) { return member.key == key; });
}

/// Reads the HTML among the texts of a value. Returns whether there was any.
bool read_html_of(JsonValue& value) {
  bool has_html = false;
  for (std::string& text : value.texts) {
    if (!looks_like_html(text)) continue;
    has_html = true;
    text = text_of_html(text);
  }
  if (has_html) value.texts.erase(std::remove(value.texts.begin(), value.texts.end(), ""), value.texts.end());
  return has_html;
}

}  // namespace

ReadArticle RecordArticle::make() {
  const bool is_read_already = is_of_dump(members_);
  const std::string_view html = is_read_already ? std::string_view() : read_html();
  if (!is_read_already) restore();
  choose();
  for (const RecordMember& member : members_) {
    const Part part = member.meaning.part;
    const bool is_chosen = chosen_[static_cast<std::size_t>(part)] == &member;
    if (member.value.understanding == Understanding::too_deep) {
      remark(NoticeKind::dropped_value, "the value of " + shown(member.key) + " is nested too deeply");
    } else if (part == Part::tags) {
      if (is_chosen) set_tags(member);
    } else if (is_chosen) {
      set(member);
    } else {
      keep(member);
    }
  }
  if (!html.empty()) remark(NoticeKind::read_as_html, "the " + std::string(html) + " is HTML");
  return std::move(read_);
}

/// Restores the letters of all texts together: a short title alone may not tell how it was written.
void RecordArticle::restore() {
  std::vector<std::string*> texts;
  for (RecordMember& member : members_)
    if (is_of_letters(member.meaning.part))
      for (std::string& text : member.value.texts) texts.push_back(&text);
  if (std::optional<Remark> said = restored_remark(restore_letters(texts))) read_.remarks.push_back(*std::move(said));
}

/// Chooses for each part the member with the best key among those whose values say something.
void RecordArticle::choose() {
  for (RecordMember& member : members_) {
    RecordMember*& best = chosen_[static_cast<std::size_t>(member.meaning.part)];
    if (member.meaning.part >= Part::extra || !says_something(member)) continue;
    if (best == nullptr || member.meaning.rank < best->meaning.rank) best = &member;
  }
  correct();
}

/// Takes back what only looks like a title, and takes the address of a page for what it is.
void RecordArticle::correct() {
  const auto chosen = [this](Part part) -> RecordMember*& { return chosen_[static_cast<std::size_t>(part)]; };
  constexpr std::array kBesideName{Part::lead, Part::body, Part::date, Part::url};
  const bool is_alone = std::none_of(kBesideName.begin(), kBesideName.end(), chosen);
  if (is_alone && chosen(Part::title) != nullptr && plain_key(chosen(Part::title)->key) == "name")
    chosen(Part::title) = nullptr;  // the name of a section or of a person
  if (chosen(Part::date) != nullptr) join_time_of_day(*chosen(Part::date));
  RecordMember *&source = chosen(Part::source), *&url = chosen(Part::url);
  if (source == nullptr || url != nullptr || !is_page_address(as_line(source->value))) return;
  source->meaning.part = Part::url;  // trafilatura calls the address "source"
  url = std::exchange(source, nullptr);
}

/// Joins a time of day that stands under a key of its own with the day: "date": "12/3/2021", "time": "08:30".
void RecordArticle::join_time_of_day(RecordMember& date) {
  const std::string day = as_line(date.value);
  if (day.find(':') != std::string::npos) return;
  for (RecordMember& member : members_) {
    const std::string time = member.meaning.part == Part::date ? as_line(member.value) : std::string();
    if (time.find(':') == std::string::npos || parse_timestamp(time)) continue;
    std::string joined = day + " " + time;
    if (!parse_timestamp(joined)) continue;
    date.value.texts = {std::move(joined)};
    member.meaning.part = Part::extra;
    return;
  }
}

bool RecordArticle::says_something(const RecordMember& member) const {
  const JsonValue& value = member.value;
  if (is_kept_by_name(member.meaning.part)) return !value.is_null || value.is_container;
  if (value.texts.empty()) return false;
  if (member.meaning.part == Part::date) return parse_timestamp(as_line(value)).has_value();
  if (is_of_names(member.meaning.part)) return !std::all_of(value.texts.begin(), value.texts.end(), is_digits);
  return member.meaning.part != Part::url || !plain_url(as_line(value)).empty();
}

void RecordArticle::set(const RecordMember& member) {
  if (is_kept_by_name(member.meaning.part)) return keep_unless_null(member, std::string(name_of(member.meaning.part)));
  kSetters[static_cast<std::size_t>(member.meaning.part)](read_.article, member.value);
  if (member.value.understanding == Understanding::whole) return;
  remark(NoticeKind::kept_value, "a part of the value of " + shown(member.key) + " is not understood");
  keep_unless_null(member, std::string(kExtra) + member.key);
}

/// Joins the tags that a table has spread over the columns tags/0, tags/1, … into one list.
void RecordArticle::set_tags(const RecordMember& first) {
  std::vector<const RecordMember*> all;
  for (const RecordMember& member : members_)
    if (member.meaning.part == Part::tags && says_something(member)) all.push_back(&member);
  if (all.size() == 1) return keep_unless_null(first, "tags");
  Json list = Json::array();
  for (const RecordMember* const member : all)
    for (const std::string& text : member->value.texts) list.push_back(text);
  if (!list.empty()) add_other("tags", to_line(list));
}

/// Keeps a member that is no part of the article, or whose part another member with a better key has given.
void RecordArticle::keep(const RecordMember& member) {
  const Part part = member.meaning.part;
  const bool is_part = part < Part::extra;
  const JsonValue& value = member.value;
  if (is_part && value.texts.empty() && value.understanding == Understanding::whole) return;  // it says nothing
  if (value.is_null && !value.is_container) return;
  if (part == Part::other) remark(NoticeKind::unknown_key, shown(member.key));
  if (is_part && value.understanding == Understanding::partly)
    remark(NoticeKind::kept_value, "the value of " + shown(member.key) + " is not understood");
  const bool is_unread_date = part == Part::date && !says_something(member);
  if (is_unread_date) remark(NoticeKind::unread_date, shown(as_line(value)) + " is no date");
  const bool is_the_date = is_unread_date && chosen_[static_cast<std::size_t>(Part::date)] == nullptr;
  keep_unless_null(member, is_the_date ? "extra.date" : std::string(kExtra) + member.key);
}

void RecordArticle::keep_unless_null(const RecordMember& member, const std::string& name) {
  if (!member.value.is_null || member.value.is_container) add_other(name, json_of(member.value));
}

/// Gives each value a name of its own: a dump could hold only one of two values with the same name.
void RecordArticle::add_other(std::string name, std::string json) {
  name.erase(std::remove(name.begin(), name.end(), '\0'), name.end());  // a stored name ends at a zero byte
  while (!names_.insert(name).second) name += '_';
  read_.article.others.push_back({std::move(name), std::move(json)});
}

void RecordArticle::remark(NoticeKind kind, std::string detail) {
  std::vector<Remark>& remarks = read_.remarks;
  if (remarks.size() >= kMostRemarks) {
    const auto last =
        std::find_if(remarks.rbegin(), remarks.rend(), [kind](const Remark& r) { return r.kind == kind; });
    if (last != remarks.rend()) {
      ++last->count;
      return;
    }
  }
  remarks.push_back({kind, 1, std::move(detail)});
}

/// Reads HTML in the values of fields that people read. Other values stay as they are: an address may hold "&copy;".
/// Returns the name of the first such field; empty where there is none.
std::string_view RecordArticle::read_html() {
  constexpr std::array<std::pair<Part, std::string_view>, 6> kReadParts{{{Part::title, "title"},
                                                                         {Part::lead, "lead"},
                                                                         {Part::body, "body"},
                                                                         {Part::captions, "captions"},
                                                                         {Part::authors, "author"},
                                                                         {Part::sections, "section"}}};
  std::string_view first;
  for (RecordMember& member : members_) {
    const auto* const part = std::find_if(kReadParts.begin(), kReadParts.end(),
                                          [&](const auto& row) { return row.first == member.meaning.part; });
    if (part != kReadParts.end() && read_html_of(member.value) && first.empty()) first = part->second;
  }
  return first;
}

}  // namespace timbao
