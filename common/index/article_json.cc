// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/article_json.h"

#include <string_view>

#include "common/base/day.h"

namespace timbao {
namespace {

constexpr std::string_view kExtraPrefix = "extra.";

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json one_or_list(const std::vector<std::string>& names) {
  if (names.empty()) return nullptr;
  return names.size() == 1 ? Json(names.front()) : Json(names);
}

Json value_of(const OtherField& field) {
  Json value = Json::parse(field.json, nullptr, /*allow_exceptions=*/false);
  return value.is_discarded() ? Json(field.json) : value;
}

void add_others(Json& object, const Article& article) {
  Json extra = Json::object();
  for (const OtherField& field : article.others) {
    const bool is_extra = field.name.compare(0, kExtraPrefix.size(), kExtraPrefix) == 0;
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
