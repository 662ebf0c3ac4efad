// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/article_json.h"

#include <string_view>

#include "common/base/ascii.h"
#include "common/base/day.h"

namespace timbao {
namespace {

constexpr std::string_view kExtraPrefix = "extra.";

Json one_or_list(const std::vector<std::string>& names) {
  if (names.empty()) return nullptr;
  return names.size() == 1 ? Json(names.front()) : Json(names);
}

/// Whether a value can be parsed safely. Lists and objects may be nested no deeper than the reader of JSON lines allows,
/// because deeper ones would be printed by a recursion that overflows the stack; and there may not be so many parts that
/// they would take a hundred times the memory of the value's bytes. Text that is no JSON is counted in the same way.
bool is_small_enough(std::string_view json) {
  constexpr std::size_t kDeepest = 1024, kMostParts = 100'000;
  std::size_t depth = 0, parts = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size() && depth <= kDeepest && parts <= kMostParts; ++at) {
    const char c = json[at];
    if (c == '"') in_string = !in_string;
    if (in_string && c == '\\') ++at;
    if (in_string) continue;
    if (c == ',' || c == '[' || c == '{') ++parts;
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
  }
  return depth <= kDeepest && parts <= kMostParts;
}

Json value_of(const OtherField& field) {
  if (!is_small_enough(field.json)) return field.json;
  Json value = Json::parse(field.json, nullptr, /*allow_exceptions=*/false);
  return value.is_discarded() ? Json(field.json) : value;
}

void add_others(Json& object, const Article& article) {
  Json extra = Json::object();
  for (const OtherField& field : article.others) {
    const bool is_extra = starts_with(field.name, kExtraPrefix);
    (is_extra ? extra[field.name.substr(kExtraPrefix.size())] : object[field.name]) = value_of(field);
  }
  if (!extra.empty()) object["extra"] = std::move(extra);
}

}  // namespace

Json article_json(const Article& article) {
  Json object = {
      {"id", article.id},
      {"title", text_or_null(article.title)},
      {"lead", text_or_null(article.lead)},
      {"body", text_or_null(article.body)},
      {"captions", article.captions},
      {"author", one_or_list(article.authors)},
      {"source", text_or_null(article.source)},
      {"section", one_or_list(article.sections)},
      {"date", article.date ? Json(format_timestamp(*article.date)) : Json(nullptr)},
      {"url", text_or_null(article.url)},
      {"path", text_or_null(article.path)},
  };
  add_others(object, article);
  return object;
}

}  // namespace timbao
