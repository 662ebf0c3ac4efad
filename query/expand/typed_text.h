// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/token.h"

namespace timbao {

/// A word that a rule looks for: its folded form and its exact key (docs/folding.md).
///
///   {"khoa", "khoa~1"} is khóa
struct RuleWord {
  std::string_view folded, exact;
};

/// The words of a query as rules look at them.
///
///   TypedText text(node.text, node.value);      // khoá 12
///   text.is(0, {"khoa", "khoa~1"})              // true, and for "khoa 12" too; not for "khoả 12"
///
/// Takes    the tokens and the text that they were cut from, which both must outlive it. Every function takes any
///          place: behind the last token there is nothing, which is no word and no number.
/// Errors   none.
/// Source   docs/variants.md. Covered by typed_text_test.
class TypedText {
 public:
  TypedText(const TokenizedText& text, std::string_view typed) : text_(text), typed_(typed) {}

  [[nodiscard]] const TokenizedText& tokenized() const { return text_; }
  [[nodiscard]] std::size_t size() const { return text_.tokens.size(); }

  /// Small letters without marks; empty behind the last token.
  [[nodiscard]] std::string_view folded(std::size_t at) const;

  /// Whether a token is a word, typed with its marks or with none.
  [[nodiscard]] bool is(std::size_t at, const RuleWord& word) const;

  /// Whether a token is a word, typed with its marks. A word that has none is always typed with them.
  [[nodiscard]] bool is_marked_as(std::size_t at, const RuleWord& word) const;

  /// Whether a token goes on in the sentence of the token before it.
  [[nodiscard]] bool goes_on(std::size_t at) const;

  /// Whether a token touches the one before it, with no more than a joiner between them: 18-nq, 5kg.
  [[nodiscard]] bool is_joined(std::size_t at) const;

  /// What stands between a token and the one before it, as typed.
  [[nodiscard]] std::string_view before(std::size_t at) const;

  /// A token as it was typed.
  [[nodiscard]] std::string_view printed(std::size_t at) const;

  /// Whether a date or a range begins with a token: then its number is no number of its own.
  [[nodiscard]] bool begins_date_or_range(std::size_t at) const;

 private:
  const TokenizedText& text_;
  std::string_view typed_;
};

}  // namespace timbao
