// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/mentions_json.h"

#include <string>
#include <utility>

#include "common/base/day.h"

namespace timbao {
namespace {

Json marks_json(const std::vector<WordMark>& marks) {
  Json::array_t list;
  list.reserve(marks.size());
  for (const WordMark& mark : marks) {
    Json::array_t numbers{mark.range.begin, mark.range.end};
    for (const std::size_t word : mark.words) numbers.emplace_back(word);
    list.emplace_back(std::move(numbers));
  }
  return list;
}

Json marks_json(const std::vector<std::vector<WordMark>>& texts) {
  Json::array_t list;
  list.reserve(texts.size());
  for (const std::vector<WordMark>& marks : texts) list.push_back(marks_json(marks));
  return list;
}

Json words_json(const std::vector<MarkedWord>& words) {
  Json::array_t list;
  list.reserve(words.size());
  for (const MarkedWord& word : words)
    list.push_back({{"word", word.word},
                    {"field", word.field ? Json(row_of(*word.field).name) : Json(nullptr)},
                    {"mentions", word.mentions}});
  return list;
}

}  // namespace

std::string_view key_of_text(Field field) { return field == Field::caption ? "captions" : row_of(field).name; }

Json mention_json(const Mention& mention) {
  constexpr std::size_t kMostMembers = 12;
  Json::object_t object;
  object.reserve(kMostMembers);
  object.emplace("id", mention.id);
  object.emplace("title", mention.title);
  object.emplace("date", mention.date ? Json(format_timestamp(*mention.date)) : Json(nullptr));
  object.emplace("source", text_or_null(mention.source));
  object.emplace("field", key_of_text(mention.field));
  object.emplace("item", mention.item);
  object.emplace("marks", Json::array_t{mention.marks.begin, mention.marks.end});
  object.emplace("left", mention.left);
  object.emplace("match", mention.match);
  object.emplace("right", mention.right);
  object.emplace("reading", mention.reading);
  if (!mention.index.empty()) object.emplace("index", mention.index);
  return object;
}

Json mentions_json(const MentionRequest& request, const Mentions& mentions) {
  Json::array_t items;
  items.reserve(mentions.items.size());
  for (const Mention& mention : mentions.items) items.push_back(mention_json(mention));
  Json object{{"count", mentions.count},
              {"articles", mentions.articles},
              {"sort", row_of_value(kMentionSorts, request.sort).name},
              {"offset", request.offset}};
  object["items"] = std::move(items);
  return object;
}

void add_marks_json(const ArticleMarks& marks, Json& object) {
  object["marks"] = {{"title", marks_json(marks.title)},
                     {"lead", marks_json(marks.lead)},
                     {"body", marks_json(marks.body)},
                     {"captions", marks_json(marks.captions)},
                     {"author", marks_json(marks.authors)}};
  object["words"] = words_json(marks.words);
}

}  // namespace timbao
