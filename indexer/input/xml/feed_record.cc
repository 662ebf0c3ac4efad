// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/feed_record.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/ascii_text.h"
#include "common/base/json.h"
#include "common/base/utf8.h"
#include "indexer/input/html/html_text.h"
#include "indexer/input/text/plain_text.h"
#include "indexer/input/text/wordpress.h"
#include "indexer/input/xml/xml_fields.h"
#include "indexer/input/xml/xml_scan.h"

namespace timbao {
namespace {

using Fields = std::vector<XmlField>;

/// A description of more bytes is the article itself where the item has no other content; leads are shorter.
constexpr std::size_t kMostLeadBytes = 1500;

/// Prefixes that only say again that an element is one of RSS or Atom.
constexpr std::array<std::string_view, 5> kOwnPrefixes{"atom", "a10", "atom03", "rss", "rss1"};

/// The name of an element without such a prefix, in small letters: "atom:Title" -> "title", "dc:creator" stays.
std::string plain_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  const bool is_own = colon != std::string_view::npos &&
                      std::find(kOwnPrefixes.begin(), kOwnPrefixes.end(), name.substr(0, colon)) != kOwnPrefixes.end();
  return ascii_lower(is_own ? name.substr(colon + 1) : name);
}

std::string line_of(const XmlField& field) { return std::string(trim(text_of_xml(field.inner))); }

/// The text of an element that holds HTML. Most titles and many leads have no sign of it, and need no parser.
std::string html_text_of(const XmlField& field) {
  std::string html = html_of_xml(field.inner);
  if (html.find_first_of("<&") == std::string::npos) return std::string(trim(html));
  return text_of_html(html);
}

std::string value_of(const XmlField& field, std::string_view attribute) {
  return std::string(trim(text_of_xml(attribute_of(field.attributes, attribute))));
}

/// The key of an element: its name, or that of the column of which it is a cell.
std::string key_of(const XmlField& field) {
  constexpr std::array<std::string_view, 5> kCells{"field", "column", "str", "arr", "date"};
  std::string name = plain_name(field.name);
  if (std::find(kCells.begin(), kCells.end(), name) == kCells.end()) return name;
  const std::string column = plain_name(value_of(field, "name"));
  return column.empty() ? name : column;
}

/// The text of the first element with a name among the fields; empty where there is none.
std::string text_named(const Fields& fields, std::string_view name) {
  const auto field = std::find_if(fields.begin(), fields.end(),
                                  [name](const XmlField& candidate) { return key_of(candidate) == name; });
  return field == fields.end() ? std::string() : line_of(*field);
}

/// Keys with their values, in the order of the first of each key. An item may have a hundred thousand of them, and an object
/// of the JSON library compares each key with all others.
class Members {
 public:
  void add(const std::string& key, std::string value) {
    if (value.empty()) return;
    const auto [place, is_new] = places_.emplace(key, all_.size());
    if (is_new) all_.emplace_back(key, std::vector<std::string>());
    all_[place->second].second.push_back(std::move(value));
  }

  [[nodiscard]] bool has(const std::string& key) const { return places_.count(key) > 0; }
  [[nodiscard]] bool empty() const { return all_.empty(); }

  /// The members as JSON, without the braces around them. A key that has several values has a list.
  [[nodiscard]] std::string json() const {
    std::string json;
    for (const auto& [key, values] : all_) {
      json += (json.empty() ? "" : ",") + to_line(key) + ":";
      json += values.size() == 1 ? to_line(values.front()) : to_line(values);
    }
    return json;
  }

 private:
  std::vector<std::pair<std::string, std::vector<std::string>>> all_;
  std::unordered_map<std::string, std::size_t> places_;
};

/// The record while it is gathered.
class Record {
 public:
  void add(const std::string& key, std::string value) { all_.add(key, std::move(value)); }
  void add_extra(const std::string& key, std::string value) { extra_.add(key, std::move(value)); }
  [[nodiscard]] bool has(const std::string& key) const { return all_.has(key); }

  /// What names the item, without being its address: it is the id of an item that has no address.
  void set_name(std::string name) { name_ = std::move(name); }

  [[nodiscard]] std::string line() && {
    (has("link") || has("guid") ? extra_ : all_).add(has("link") || has("guid") ? "guid" : "id", std::move(name_));
    const std::string members = all_.json();
    if (extra_.empty()) return "{" + members + "}";
    return "{" + members + (members.empty() ? "" : ",") + "\"extra\":{" + extra_.json() + "}}";
  }

 private:
  Members all_, extra_;
  std::string name_;
};

// ---- how each element is read: a function adds what it says to the record

using Read = void (*)(const XmlField& field, const std::string& name, Record& record);

void read_line(const XmlField& field, const std::string& name, Record& record) { record.add(name, line_of(field)); }

void read_html(const XmlField& field, const std::string& name, Record& record) {
  record.add(name, html_text_of(field));
}

/// A title is one line, whatever stands in it.
void read_title(const XmlField& field, const std::string& name, Record& record) {
  std::string title = html_text_of(field);
  std::replace(title.begin(), title.end(), '\n', ' ');
  record.add(name, std::move(title));
}

/// RSS has the address as text, Atom as an attribute and one for each relation: that of the article has none, or
/// "alternate".
void read_link(const XmlField& field, const std::string& name, Record& record) {
  const std::string relation = value_of(field, "rel"), address = value_of(field, "href");
  const bool is_of_article = relation.empty() || relation == "alternate";
  if (is_of_article && !record.has(name)) return record.add(name, address.empty() ? line_of(field) : address);
  record.add_extra(is_of_article ? name : "link:" + relation, address);
}

/// What names an item for programs: its address, or anything else.
void read_guid(const XmlField& field, const std::string& /*name*/, Record& record) {
  std::string guid = line_of(field);
  const bool is_address = starts_with(guid, "http://") || starts_with(guid, "https://");
  const bool is_page = is_address && value_of(field, "isPermaLink") != "false";
  if (is_page)
    record.add("guid", std::move(guid));
  else
    record.set_name(std::move(guid));
}

/// Atom names a person by elements, RSS by an address of mail and the name in brackets behind it.
void read_person(const XmlField& field, const std::string& name, Record& record) {
  std::string person = text_named(fields_of_xml(field.inner), "name");
  if (person.empty()) person = line_of(field);
  const std::size_t open = person.find('(');
  if (person.find('@') < open && open != std::string::npos && person.back() == ')')
    person = person.substr(open + 1, person.size() - open - 2);
  record.add(name, std::move(person));
}

/// A category of Atom is an attribute. WordPress also exports tags and formats of its own as categories.
void read_category(const XmlField& field, const std::string& name, Record& record) {
  std::string category = line_of(field);
  if (category.empty()) category = value_of(field, "label");
  if (category.empty()) category = value_of(field, "term");
  const std::string domain = value_of(field, "domain"), scheme = value_of(field, "scheme");
  if (domain == "post_tag" || domain == "tag") return record.add("tags", std::move(category));
  if (domain == "post_format" || ends_with(scheme, "#kind")) return record.add_extra("kind", std::move(category));
  record.add(name, std::move(category));
}

/// RSS has the name of the source as text, Atom as the title among its elements.
void read_source(const XmlField& field, const std::string& name, Record& record) {
  const std::string title = text_named(fields_of_xml(field.inner), "title");
  record.add(name, title.empty() ? line_of(field) : title);
}

/// What is for programs: its text, or else the address or the whole of its attributes.
void read_extra(const XmlField& field, const std::string& name, Record& record) {
  std::string value = line_of(field);
  for (const std::string_view attribute : {"url", "href"})
    if (value.empty()) value = value_of(field, attribute);
  if (value.empty()) value = trim(text_of_xml(field.attributes));
  record.add_extra(name, std::move(value));
}

/// A field that a program has added to WordPress.
void read_meta(const XmlField& field, const std::string& /*name*/, Record& record) {
  const Fields parts = fields_of_xml(field.inner);
  record.add_extra(text_named(parts, "wp:meta_key"), text_named(parts, "wp:meta_value"));
}

struct ElementRow {
  std::string_view name;
  Read read;
};

/// Elements that are read in a way of their own. Others of RSS and Atom are lines, and of other vocabularies extras.
constexpr std::array<ElementRow, 22> kElements{{{"title", read_title},
                                                {"link", read_link},
                                                {"guid", read_guid},
                                                {"id", read_guid},
                                                {"description", read_html},
                                                {"summary", read_html},
                                                {"content", read_html},
                                                {"content:encoded", read_html},
                                                {"excerpt:encoded", read_html},
                                                {"author", read_person},
                                                {"contributor", read_extra},
                                                {"dc:creator", read_line},
                                                {"dc:date", read_line},
                                                {"dc:subject", read_line},
                                                {"dc:publisher", read_line},
                                                {"dcterms:created", read_line},
                                                {"category", read_category},
                                                {"source", read_source},
                                                {"enclosure", read_extra},
                                                {"comments", read_extra},
                                                {"wp:post_date", read_line},
                                                {"wp:postmeta", read_meta}}};

Read reader_of(const std::string& name) {
  const auto* const row =
      std::find_if(kElements.begin(), kElements.end(), [&name](const ElementRow& known) { return known.name == name; });
  if (row != kElements.end()) return row->read;
  return name.find(':') == std::string::npos ? read_line : read_extra;
}

/// Whether an item has its text in an element of its own, beside a description.
bool has_content(const Fields& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const XmlField& field) {
    const std::string name = key_of(field);
    return (name == "content" || name == "content:encoded") && !line_of(field).empty();
  });
}

/// The description of an item that has no other text is all of it where it is long, or where there is no title.
std::string key_of_only_text(const Fields& fields, const XmlField& field, const std::string& name) {
  const bool is_all = text_named(fields, "title").empty() || html_text_of(field).size() > kMostLeadBytes;
  return is_all ? "content" : name;
}

// ---- what is no article

/// What Blogger says in a category, and Atom in an element of its publishing protocol.
constexpr std::array<std::string_view, 4> kBloggerKinds{"#comment", "#settings", "#template", "#page"};

std::string what_of_wordpress(const Fields& fields) {
  const std::string type = text_named(fields, "wp:post_type"), status = text_named(fields, "wp:status");
  const std::string why = why_no_post({type, status});
  return why.empty() ? why : "an item of WordPress " + why;
}

std::string what_of_blogger(const Fields& fields) {
  for (const XmlField& field : fields) {
    const std::string name = plain_name(field.name);
    if (name == "app:control" && text_named(fields_of_xml(field.inner), "app:draft") == "yes") return "a draft";
    if (name != "category" || !ends_with(value_of(field, "scheme"), "#kind")) continue;
    const std::string term = value_of(field, "term");
    for (const std::string_view kind : kBloggerKinds)
      if (ends_with(term, kind)) return "an entry of Blogger of the kind '" + std::string(kind.substr(1)) + "'";
  }
  return {};
}

/// What stands between the tags of the item.
std::string_view inside_of(std::string_view item) {
  item.remove_prefix(std::min(item.find('>'), item.size() - 1) + 1);
  return item.substr(0, item.rfind("</"));
}

}  // namespace

bool is_feed_root(std::string_view name) {
  constexpr std::array<std::string_view, 3> kFeedRoots{"rss", "RDF", "feed"};
  return std::find(kFeedRoots.begin(), kFeedRoots.end(), local_name(name)) != kFeedRoots.end();
}

bool is_feed_item(std::string_view root, std::string_view name) {
  constexpr std::array<std::string_view, 2> kItems{"item", "entry"};
  constexpr std::array<std::string_view, 9> kRows{"row",  "record", "table",    "doc",    "node",
                                                  "post", "news",   "document", "article"};
  if (std::find(kItems.begin(), kItems.end(), local_name(name)) != kItems.end()) return true;
  return !is_feed_root(root) && name != root && std::find(kRows.begin(), kRows.end(), name) != kRows.end();
}

std::variant<FeedRecord, Rejected, Notice> feed_record(std::string_view item) {
  const Fields fields = fields_of_xml(inside_of(item));
  if (fields.size() == kMostXmlFields)
    return rejected_as(RejectReason::too_large,
                       "the item has more than " + std::to_string(kMostXmlFields) + " elements");
  for (const auto what_of : {what_of_wordpress, what_of_blogger})
    if (std::string what = what_of(fields); !what.empty()) return passed_over_as(std::move(what));
  FeedRecord made;
  Record record;
  bool needs_text = !has_content(fields);
  for (const XmlField& field : fields) {
    const std::string name = key_of(field);
    if (name == "wp:comment") {
      ++made.comments;
      continue;
    }
    const Read read = reader_of(name);
    const bool is_only_text = needs_text && (name == "description" || name == "summary");
    needs_text = needs_text && !is_only_text;
    read(field, is_only_text ? key_of_only_text(fields, field, name) : name, record);
  }
  made.json = std::move(record).line();
  return made;
}

}  // namespace timbao
