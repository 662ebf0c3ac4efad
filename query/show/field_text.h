// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/index/article_tokens.h"
#include "common/index/schema.h"
#include "common/text/tokenize.h"

namespace timbao {

/// How many fields of an article a query finds words in. They are the first ones of Field, and a token sequence has them
/// in this order.
inline constexpr std::size_t kSearchedFields = 5;

/// The place of the first token of each field in the token sequence of an article.
///
///   first_tokens(tokens)[static_cast<std::size_t>(Field::body)] == 12      of a title of 12 tokens without a lead
///
/// Takes    the tokens of an article.
/// Returns  0 for a field that has none.
/// Errors   none.
/// Source   docs/index-format.md, "Token sequence". Covered by mentions_oracle_test.
std::array<std::uint32_t, kSearchedFields> first_tokens(const ArticleTokens& tokens);

/// The text of a field as the index cut it into tokens, and the texts that it is made of: one, or those of a list.
///
///   const FieldText captions(article, Field::caption, tokenizer);
///   captions.text().substr(captions.item_at(40).begin)      the caption in which byte 40 stands
///
/// Takes    an article, which must outlive this; a field that is searched; a tokenizer, which must outlive it too.
/// Errors   none.
/// Source   docs/index-format.md, "Token sequence". Covered by mentions_oracle_test.
class FieldText {
 public:
  FieldText(const Article& article, Field field, Tokenizer& tokenizer);

  FieldText(FieldText&&) = delete;

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_.tokens; }

  /// One of the texts: its number, and its bytes [begin, end) in text().
  struct Item {
    std::size_t number = 0, begin = 0, end = 0;
  };

  /// The text in which a byte of text() stands.
  [[nodiscard]] Item item_at(std::size_t byte) const;

 private:
  std::string joined_;  // the texts of a list
  std::string_view text_;
  std::vector<std::size_t> begins_;  // of each text of a list, and the end of the last one
  TokenizedText tokens_;
};

}  // namespace timbao
