// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/index/article_tokens.h"

namespace timbao {

/// Tokens [first, end) of an article, in one paragraph.
struct TokenStretch {
  std::uint32_t first = 0, end = 0;
  std::uint32_t paragraph = 0;
};

/// What a token is to the mentions of a query.
enum class NearSide : std::uint8_t { none, left, right, mention };

/// Finds the tokens of an article that stand near mentions of a query, each once, on the side of the nearest one.
///
///   near.assign(tokens, mentions, 5);
///   for (const NearToken& token : near.tokens()) …
///
/// A token is near a mention that has fewer than `within` tokens between it and the token, in one paragraph, whatever
/// other mentions stand between. Of two mentions that are equally far the one before it counts: the token is on its right.
///
/// Source   docs/neighbours.md. Covered by near_words_oracle_test.
/// Threads  one a thread: it uses its memory again from article to article.
class NearTokens {
 public:
  /// A token that is near a mention, with the paragraph [begin, end) around it.
  struct NearToken {
    std::uint32_t place = 0;
    std::uint32_t begin = 0, end = 0;
  };

  /// Looks at another article.
  ///
  /// Takes    its tokens; its mentions in their order, no two of which have a token in common; how many tokens near a
  ///          mention are, at most 255.
  void assign(const ArticleTokens& tokens, const std::vector<TokenStretch>& mentions, std::size_t within);

  /// The tokens that are near a mention and in none.
  [[nodiscard]] const std::vector<NearToken>& tokens() const { return near_; }

  /// Whether a token of the article is near a mention, and in none.
  [[nodiscard]] bool is_near(std::uint32_t place) const {
    return sides_[place] == NearSide::left || sides_[place] == NearSide::right;
  }

  /// What a token of the article is.
  [[nodiscard]] NearSide side(std::uint32_t place) const { return sides_[place]; }

 private:
  void add(const NearToken& token, std::size_t distance, NearSide side);

  std::vector<NearSide> sides_;
  std::vector<std::uint8_t> distances_;  // to the nearest mention, of tokens that are near one
  std::vector<NearToken> near_;
};

}  // namespace timbao
