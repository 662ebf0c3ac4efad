// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/index/article_tokens.h"
#include "query/plan/clause_matcher.h"
#include "query/plan/prepared_question.h"
#include "query/sequence/scan.h"

namespace timbao {

/// Decides about an article by its beginning, where that tells. A query of hundreds of phrases with OR or NOT finds one of
/// them soon in nearly every article, and the rest then need not be decoded.
///
///   if (const std::optional<bool> is_hit = early.decide(sequence, filters)) return *is_hit;
///
/// It tries only clauses of many words, and gives up where most beginnings tell nothing.
///
/// Errors   those of the filters.
/// Source   docs/ranking.md, "Phrases", has the measurements. Covered by early_decider_test and search_oracle_test.
/// Threads  one a thread: it counts how often it could tell.
class EarlyDecider {
 public:
  /// Takes    a clause of the prepared question; both must outlive this.
  EarlyDecider(const Clause& clause, const PreparedQuestion& prepared);

  /// Takes    what checked_sequence() returned, or the decoded tokens; and the article's filter terms and date.
  /// Returns  whether the clause is true; nothing where the whole article has to be read.
  [[nodiscard]] std::optional<bool> decide(std::string_view sequence, ArticleFilters& filters);
  [[nodiscard]] std::optional<bool> decide(const ArticleTokens& tokens, ArticleFilters& filters);

 private:
  [[nodiscard]] bool pays() const;
  [[nodiscard]] Truth truth_of(const ArticleTokens& tokens, ArticleFilters& filters);

  const SequenceScanner& scanner_;
  ClauseMatcher matcher_;
  bool has_many_words_;
  bool is_of_titles_;
  std::uint32_t tried_ = 0, told_ = 0;
  ArticleTokens beginning_;  // its memory serves every article, as that of what is found in it
  ScannedArticle scanned_;
};

}  // namespace timbao
