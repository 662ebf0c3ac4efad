// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenize.h"

namespace timbao::test {

/// Tokens by their folded forms, with what stands between them: "kt+xh hop . hop / tp".
inline std::string shown_tokens(const TokenizedText& text) {
  constexpr std::array<std::string_view, 4> kGaps{"+", " ", " . ", " / "};
  std::string shown;
  for (const Token& token : text.tokens) {
    if (!shown.empty()) shown += kGaps[static_cast<std::size_t>(token.gap)];
    shown += token.word->folded;
  }
  return shown;
}

/// Extras in their order: "whole 0+2 ktxh", "document 3+3 5/ct/tw"; behind a `=` the exact key where it differs.
inline std::string shown_extras(const TokenizedText& text) {
  constexpr std::array<std::string_view, 6> kKinds{"whole",        "range",    "day",
                                                   "day_of_month", "document", "document_type"};
  std::string shown;
  for (const Extra& extra : text.extras) {
    if (!shown.empty()) shown += ", ";
    shown += kKinds[static_cast<std::size_t>(extra.kind)];
    shown += ' ' + std::to_string(extra.first) + '+' + std::to_string(extra.count) + ' ' + extra.folded;
    if (!extra.exact.empty() && extra.exact != extra.folded) shown += '=' + extra.exact;
  }
  return shown;
}

/// Everything of the result, for comparing two.
inline std::string shown_whole(const TokenizedText& text) {
  std::string shown = shown_tokens(text) + '|' + shown_extras(text);
  for (const Token& token : text.tokens) {
    shown += '|' + std::to_string(token.begin) + '-' + std::to_string(token.end) + ' ' + token.word->exact;
    shown += token.word->kind == TokenKind::number ? " number" : " word";
  }
  return shown;
}

/// A text, and how it is cut.
struct CutCase {
  std::string_view text, tokens, extras, why;
};

inline void expect_cut(const std::vector<CutCase>& cases) {
  for (const CutCase& c : cases) {
    Tokenizer tokenizer;
    const TokenizedText text = tokenizer.tokenize(c.text);
    EXPECT_EQ(shown_tokens(text), c.tokens) << c.text << ": " << c.why;
    EXPECT_EQ(shown_extras(text), c.extras) << c.text << ": " << c.why;
  }
}

}  // namespace timbao::test
