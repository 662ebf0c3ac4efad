// SPDX-License-Identifier: GPL-2.0-or-later
// What a script of JSON-LD claims of the article of its page.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/json.h"
#include "indexer/input/html/html_signs.h"
#include "indexer/input/html/html_text.h"
#include "indexer/input/pages/page_claims.h"
#include "indexer/input/pages/server_code.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kMostDepth = 16;  // objects of JSON-LD inside others that are looked at
constexpr std::size_t kMostNesting = 100;

/// The text between the first bracket and the last one: sites wrap scripts in comments and CDATA.
std::string_view between_brackets(std::string_view script) {
  const std::size_t begin = script.find_first_of("[{"), end = script.find_last_of("]}");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return script.substr(begin, end - begin + 1);
}

/// JSON without what browsers and search engines forgive: control characters become blanks, and commas before a closing
/// bracket are dropped.
std::string repaired(std::string_view json) {
  std::string text;
  bool is_in_string = false, is_escaped = false;
  for (const char byte : json) {
    if (is_in_string) {
      is_in_string = is_escaped || byte != '"';
      is_escaped = byte == '\\' && !is_escaped;
    } else if (byte == '"') {
      is_in_string = true;
    } else if (byte == '}' || byte == ']') {
      const std::size_t last = text.find_last_not_of(' ');
      if (last != std::string::npos && text[last] == ',') text[last] = ' ';
    }
    text += static_cast<unsigned char>(byte) < 0x20 ? ' ' : byte;
  }
  return text;
}

/// How deeply brackets are nested, strings among them: a bound that costs little.
bool is_shallow(std::string_view json) {
  std::size_t depth = 0, deepest = 0;
  for (const char byte : json) {
    if (byte == '{' || byte == '[') deepest = std::max(deepest, ++depth);
    if ((byte == '}' || byte == ']') && depth > 0) --depth;
  }
  return deepest <= kMostNesting;
}

/// The text of a value: of an object its name or address, of a list that of its first entry.
std::string text_of(const Json& value) {
  if (value.is_array()) return value.empty() ? std::string() : text_of(value.front());
  if (value.is_object()) {
    for (const char* const key : {"name", "@id", "url", "@value"})
      if (value.contains(key) && value[key].is_string()) return text_of(value[key]);
    return {};
  }
  if (!value.is_string()) return {};
  const auto& text = value.get_ref<const std::string&>();
  if (is_template_place(text)) return {};
  std::string plain = looks_like_html(text) ? text_of_html(text) : std::string(trim(text));
  std::replace(plain.begin(), plain.end(), '\n', ' ');
  return plain;
}

std::string member_text(const Json& object, const char* key) {
  return object.contains(key) ? text_of(object[key]) : std::string();
}

bool has_type(const Json& object, bool (*is_type)(std::string_view)) {
  if (!object.contains("@type")) return false;
  const Json& type = object["@type"];
  if (type.is_string()) return is_type(type.get_ref<const std::string&>());
  return type.is_array() && std::any_of(type.begin(), type.end(), [is_type](const Json& one) {
           return one.is_string() && is_type(one.get_ref<const std::string&>());
         });
}

bool is_article_type(std::string_view type) {
  return ends_with(type, "Article") || type == "BlogPosting" || type == "Report" || type == "LiveBlogPosting";
}
bool is_breadcrumbs_type(std::string_view type) { return type == "BreadcrumbList"; }
bool is_site_type(std::string_view type) { return type == "WebSite" || ends_with(type, "Organization"); }
bool is_collection_type(std::string_view type) { return type == "ItemList" || type == "CollectionPage"; }

void add(std::vector<std::string>& values, std::string value) {
  if (!value.empty()) values.push_back(std::move(value));
}

void add_all(std::vector<std::string>& values, const Json& value) {
  if (!value.is_array()) return add(values, text_of(value));
  for (const Json& one : value) add(values, text_of(one));
}

void read_article(const Json& article, PageClaims& claims) {
  ++claims.articles;
  if (claims.articles > 1) return;  // those of a list, or related ones
  add(claims.titles, member_text(article, "headline"));
  add(claims.titles, member_text(article, "name"));
  add(claims.leads, member_text(article, "description"));
  add(claims.dates, member_text(article, "datePublished"));
  if (article.contains("author")) add_all(claims.authors, article["author"]);
  add(claims.sections, member_text(article, "articleSection"));
  add(claims.sources, member_text(article, "publisher"));
  add(claims.urls, member_text(article, "url"));
  add(claims.urls, member_text(article, "mainEntityOfPage"));
}

/// The steps of a path to the page but for the front page, before what the article itself says: they are what the
/// reader sees.
void read_breadcrumbs(const Json& list, PageClaims& claims) {
  if (!list.contains("itemListElement") || !list["itemListElement"].is_array()) return;
  std::vector<std::string> steps;
  for (const Json& entry : list["itemListElement"]) {
    if (!entry.is_object()) continue;
    std::string name = member_text(entry, "name");
    if (name.empty()) name = member_text(entry, "item");
    if (!starts_with(name, "http")) add(steps, std::move(name));
  }
  claims.sections.insert(claims.sections.begin(), steps.begin(), steps.end());
}

void read_object(const Json& object, std::size_t depth, PageClaims& claims) {
  if (depth > kMostDepth) return;
  if (object.is_array()) {
    for (const Json& one : object) read_object(one, depth + 1, claims);
  } else if (object.is_object()) {
    if (has_type(object, is_article_type)) read_article(object, claims);
    if (has_type(object, is_breadcrumbs_type)) read_breadcrumbs(object, claims);
    if (has_type(object, is_site_type)) add(claims.sites, member_text(object, "name"));
    if (has_type(object, is_collection_type)) claims.is_collection = true;
    for (const char* const key : {"@graph", "mainEntity"})
      if (object.contains(key)) read_object(object[key], depth + 1, claims);
  }
}

/// The names of objects, by their "@id".
using Names = std::unordered_map<std::string, std::string>;

void gather_names(const Json& object, std::size_t depth, Names& names) {
  if (depth > kMostDepth) return;
  if (object.is_object() && object.contains("@id") && object["@id"].is_string())
    if (std::string name = member_text(object, "name"); !name.empty())
      names.emplace(object["@id"].get_ref<const std::string&>(), std::move(name));
  if (object.is_structured())
    for (const Json& inner : object) gather_names(inner, depth + 1, names);
}

/// Gives references to other objects ({"@id": "…"}) the names of these.
void name_references(Json& object, std::size_t depth, const Names& names) {
  if (depth > kMostDepth || !object.is_structured()) return;
  if (object.is_object() && object.size() == 1 && object.contains("@id") && object["@id"].is_string()) {
    const auto name = names.find(object["@id"].get_ref<const std::string&>());
    if (name != names.end()) object["name"] = name->second;
    return;
  }
  for (Json& inner : object) name_references(inner, depth + 1, names);
}

/// The string behind a key in text that is no JSON: a quote inside a headline breaks whole scripts.
std::string string_behind(std::string_view text, std::string_view key) {
  std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  at = text.find_first_not_of(" :\t\r\n", at + key.size());
  if (byte_at(text, at) != '"') return {};
  const std::size_t end = text.find('"', at + 1);
  return end == std::string_view::npos ? std::string() : std::string(trim(text.substr(at + 1, end - at - 1)));
}

void read_broken(std::string_view text, PageClaims& claims) {
  if (text.find("Article\"") == std::string_view::npos) return;
  ++claims.articles;
  add(claims.dates, string_behind(text, "\"datePublished\""));
}

}  // namespace

void read_json_ld(std::string_view script, PageClaims& claims) {
  const std::string text = repaired(between_brackets(script));
  if (text.empty() || !is_shallow(text)) return;
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return read_broken(text, claims);
  Names names;
  gather_names(json, 0, names);
  name_references(json, 0, names);
  read_object(json, 0, claims);
}

}  // namespace timbao
