// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/html_cut.h"

#include <algorithm>

#include "common/base/ascii.h"

namespace timbao {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// The place of the ">" of a tag that begins at `at`, and how many of its bytes stand outside of quoted values.
struct TagExtent {
  std::size_t end;
  std::size_t bare_bytes;
};

bool is_blank(char byte) {
  if (static_cast<unsigned char>(byte) > ' ') return false;  // nearly all bytes
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

bool begins_with_letters(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char wanted, char byte) { return to_ascii_lower(byte) == wanted; });
}

bool is_of_name(char byte) { return is_ascii_letter_or_digit(byte) || byte == '-' || byte == '_' || byte == ':'; }

/// Whether a name is that of an attribute for which no handler asks. libxml2 cuts names of 100 bytes.
bool is_unread(std::string_view name) {
  constexpr std::size_t kMostNameBytes = 64;
  const auto is_read = [name](std::string_view read) {
    return name.size() == read.size() && begins_with_letters(name, read);
  };
  return is_ascii_letter(byte_at(name, 0)) && name.size() <= kMostNameBytes &&
         std::none_of(kReadAttributes.begin(), kReadAttributes.end(), is_read);
}

/// Where the attribute begins whose "=" stands at a place of a tag: at its name, if that stands alone between blanks;
/// else the place itself. What follows another "=" is a value.
std::size_t begin_of_attribute(std::string_view html, std::size_t equals) {
  std::size_t begin = equals;
  while (is_of_name(html[begin - 1])) --begin;
  if (!is_blank(html[begin - 1])) return equals;
  std::size_t before = begin - 1;
  while (is_blank(html[before])) --before;
  return html[before] == '=' ? equals : begin;
}

/// A quote counts where it follows "=": elsewhere libxml2 takes it for a part of a name.
TagExtent extent_of_tag(std::string_view html, std::size_t at) {
  std::size_t bare_bytes = 0;
  char before = '<';
  while (++at < html.size() && html[at] != '>') {
    const char byte = html[at];
    if ((byte == '"' || byte == '\'') && before == '=') {
      at = html.find(byte, at + 1);
      if (at == kNowhere) return {html.size(), bare_bytes};
      before = byte;
    } else if (!is_blank(byte)) {
      before = byte;
    }
    ++bare_bytes;
  }
  return {at, bare_bytes};
}

/// "script" or "style", if a tag is one that has contents which are no HTML; else nothing.
std::string_view raw_name(std::string_view tag) {
  for (const std::string_view name : {"script", "style"}) {
    if (!begins_with_letters(tag.substr(1), name)) continue;
    const char behind = byte_at(tag, 1 + name.size());
    const bool is_other_name =
        is_ascii_letter_or_digit(behind) || behind == '-' || behind == ':' || behind == '_' || behind == '.';
    const bool is_empty = tag.back() == '/';  // libxml2 reads <script/> as a script without contents
    return is_other_name || is_empty ? std::string_view() : name;
  }
  return {};
}

bool is_json(std::string_view tag) {
  for (std::size_t at = 0; at < tag.size(); ++at)
    if (begins_with_letters(tag.substr(at), "json")) return true;
  return false;
}

/// The place of the next end tag with a name that begins with some letters, or with any letter; nowhere where none is.
std::size_t end_tag_from(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != kNowhere; at = html.find("</", at + 2)) {
    const std::string_view rest = html.substr(at + 2);
    if (name.empty() ? is_ascii_letter(byte_at(rest, 0)) : begins_with_letters(rest, name)) return at;
  }
  return kNowhere;
}

/// The place behind a comment that begins at `at`; the end of the page where nothing ends it.
std::size_t end_of_comment(std::string_view html, std::size_t at) {
  const std::size_t end = std::min(html.find("-->", at + 2), html.size());
  const std::size_t other_end = html.substr(0, end).find("--!>", at + 2);
  return other_end != kNowhere ? other_end + 4 : std::min(end + 3, html.size());
}

/// Copies a page piece by piece, without what is left out.
class Cut {
 public:
  explicit Cut(std::string_view html) : html_(html) { kept_.reserve(html.size()); }

  std::string take();

 private:
  std::size_t pass_text(std::size_t at);
  std::size_t pass_tag(std::size_t at);
  std::size_t pass_long_tag(std::size_t at, std::size_t behind);
  void pass_attributes(std::size_t at, std::string_view page);
  std::size_t pass_contents(std::string_view tag, std::string_view name, std::size_t at);
  void leave_out(std::size_t begin, std::size_t end) {
    kept_.append(html_, copied_, begin - copied_);
    copied_ = end;
  }

  std::string_view html_;
  std::string kept_;
  std::size_t copied_ = 0;  // the bytes of the page that are kept or left out so far
  std::string no_end_of_;   // "script", "style" or both, where no such end tag follows any more
};

std::string Cut::take() {
  for (std::size_t at = pass_text(0); at < html_.size(); at = pass_text(at)) {
    if (html_.substr(at, 4) == "<!--")
      at = end_of_comment(html_, at);
    else
      at = is_ascii_letter(byte_at(html_, at + 1)) ? pass_tag(at) : at + 1;
  }
  leave_out(html_.size(), html_.size());
  return std::move(kept_);
}

/// Returns the place of the next "<". Of several blanks in a row the first one is kept.
std::size_t Cut::pass_text(std::size_t at) {
  while (at < html_.size() && html_[at] != '<') {
    if (!is_blank(html_[at++])) continue;
    const std::size_t begin = at;
    while (at < html_.size() && is_blank(html_[at])) ++at;
    if (at > begin) leave_out(begin, at);
  }
  return at;
}

/// Returns the place behind the tag, and behind the contents of a style or script.
std::size_t Cut::pass_tag(std::size_t at) {
  const TagExtent extent = extent_of_tag(html_, at);
  const std::size_t behind = std::min(extent.end + 1, html_.size());
  if (extent.bare_bytes > kMostTagBytes) return pass_long_tag(at, behind);
  const std::string_view tag = html_.substr(at, extent.end - at);
  const std::string_view name = raw_name(tag);
  if (!name.empty()) return pass_contents(tag, name, behind);
  pass_attributes(at, html_.substr(0, extent.end));
  return behind;
}

/// Puts one blank in the place of a tag and of the blanks beside it.
std::size_t Cut::pass_long_tag(std::size_t at, std::size_t behind) {
  while (is_blank(byte_at(html_, behind))) ++behind;
  leave_out(at, behind);
  if (kept_.empty() || !is_blank(kept_.back())) kept_ += ' ';
  return behind;
}

/// Leaves out the attributes of a tag that are not read. Each has a name and a quoted value, and a blank, "/" or ">" is
/// behind it: anything else is left to libxml2.
///
/// Takes    the place where the tag begins, and the page up to its end.
void Cut::pass_attributes(std::size_t at, std::string_view page) {
  for (at = page.find('=', at); at != kNowhere; at = page.find('=', at)) {
    const std::size_t equals = at++;
    while (is_blank(byte_at(page, at))) ++at;
    const char quote = byte_at(page, at);
    if (quote != '"' && quote != '\'') continue;
    const bool is_next = at == equals + 1;
    at = page.find(quote, at + 1);
    if (at == kNowhere) return;
    const char behind = byte_at(page, ++at);
    if (!is_next || !(is_blank(behind) || behind == '/' || at == page.size())) continue;
    const std::size_t begin = begin_of_attribute(page, equals);
    if (is_unread(page.substr(begin, equals - begin))) leave_out(begin, at);
  }
}

/// Takes    the tag of a style or script, and the place behind it.
/// Returns  the place behind its contents.
std::size_t Cut::pass_contents(std::string_view tag, std::string_view name, std::size_t at) {
  const std::size_t own_end = no_end_of_.find(name) == kNowhere ? end_tag_from(html_, at, name) : kNowhere;
  if (own_end != kNowhere) {
    if (!is_json(tag)) leave_out(at, own_end);
    return own_end;
  }
  no_end_of_ += name;
  const std::size_t end = std::min(end_tag_from(html_, at, ""), html_.size());
  leave_out(static_cast<std::size_t>(tag.data() - html_.data()), end);
  return end;
}

}  // namespace

std::string without_unread_parts(std::string_view html) { return Cut(html).take(); }

}  // namespace timbao
