// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/field_text.h"

#include <algorithm>

namespace timbao {
namespace {

/// Where the text of a field stands in an article: a text, or a list of them.
struct TextOfField {
  Field field;
  std::string Article::*text;
  std::vector<std::string> Article::*list;
};
constexpr std::array<TextOfField, kSearchedFields> kTexts{{
    {Field::title, &Article::title, nullptr},
    {Field::lead, &Article::lead, nullptr},
    {Field::body, &Article::body, nullptr},
    {Field::caption, nullptr, &Article::captions},
    {Field::author, nullptr, &Article::authors},
}};

constexpr bool are_in_the_order_of_fields() {
  for (std::size_t i = 0; i < kSearchedFields; ++i)
    if (kTexts[i].field != static_cast<Field>(i) || kFields[i].use != FieldUse::search) return false;
  return kFields[kSearchedFields].use == FieldUse::filter;
}
static_assert(are_in_the_order_of_fields());

}  // namespace

std::array<std::uint32_t, kSearchedFields> first_tokens(const ArticleTokens& tokens) {
  std::array<std::uint32_t, kSearchedFields> firsts{};
  const auto& paragraphs = tokens.paragraphs();
  for (std::size_t i = paragraphs.size(); i > 1; --i) {  // the first paragraph stands before all fields
    const auto field = static_cast<std::size_t>(paragraphs[i - 1].field);
    if (field < kSearchedFields) firsts[field] = paragraphs[i - 1].begin;
  }
  return firsts;
}

FieldText::FieldText(const Article& article, Field field, Tokenizer& tokenizer) {
  const TextOfField& row = kTexts[static_cast<std::size_t>(field)];
  if (row.text != nullptr) {
    text_ = article.*row.text;
  } else {
    joined_ = one_a_line(article.*row.list);
    text_ = joined_;
    begins_.reserve((article.*row.list).size() + 1);
    begins_.push_back(0);
    for (const std::string& each : article.*row.list) begins_.push_back(begins_.back() + each.size() + 1);
  }
  tokens_ = tokenizer.tokenize(text_);
}

FieldText::Item FieldText::item_at(std::size_t byte) const {
  if (begins_.empty()) return {0, 0, text_.size()};
  const auto behind = std::upper_bound(begins_.begin(), begins_.end() - 1, byte);
  const std::size_t end = behind == begins_.end() - 1 ? begins_.back() : *behind;
  return {static_cast<std::size_t>(behind - begins_.begin()) - 1, *(behind - 1), end - 1};
}

}  // namespace timbao
