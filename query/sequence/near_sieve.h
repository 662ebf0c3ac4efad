// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "common/index/article_tokens.h"
#include "query/language/clause.h"
#include "query/sequence/scan.h"

namespace timbao {

/// Drops most of the articles that have all words of a NEAR but not near each other. It keeps a bit a token for each word
/// and spreads these bits over the distance, which takes a fifth of the time that scanning the article and matching takes.
///
///   NearSieve sieve(question.hits, scanner);
///   if (!sieve.may_hold(tokens)) return false;
///
/// Errors   none.
/// Source   docs/ranking.md, "Phrases". Covered by near_sieve_test, and by search_oracle_test, which fails where the sieve
///          drops an article for which the clause is true.
/// Threads  one a thread: it uses its memory again from article to article.
class NearSieve {
 public:
  /// Takes    a clause, and the scanner of the same question, which must outlive this. A clause that may be true
  ///          without two words that stand near each other lets every article pass.
  NearSieve(const Clause& clause, const SequenceScanner& scanner);

  /// Whether the clause may be true for an article.
  ///
  /// Returns  false only where the clause is not true.
  [[nodiscard]] bool may_hold(const ArticleTokens& tokens);

 private:
  using Bits = std::vector<std::uint64_t>;  // one a token

  static constexpr std::size_t kMostChildren = 8;  // as many as a byte has bits
  static constexpr std::size_t kBits = 64;

  void add_child(const Clause& child);
  void find_children(const ArticleTokens& tokens);
  void add_eight(std::size_t place, std::uint64_t children_of_tokens);
  void find_names(const ArticleTokens& tokens);
  void spread(std::uint32_t distance);

  const SequenceScanner& scanner_;
  std::vector<std::uint8_t> children_of_;             // of each code, a bit for each child that it may stand for
  IndexedVector<GroupId, std::uint8_t> children_in_;  // of each group, a bit for each child that has a word of it
  std::vector<std::uint32_t> distances_;              // of each child but the first
  std::uint32_t longest_ = 1;                         // how many tokens the longest name that was found has
  std::size_t children_ = 0;                          // how many are looked for; fewer than two: every article passes
  std::vector<Bits> found_;                           // of each child
  Bits reached_, spread_;
  ScannedArticle names_;
};

}  // namespace timbao
