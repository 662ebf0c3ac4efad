// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/request/neighbours.h"
#include "query/search/article_set.h"
#include "query/search/search_context.h"

namespace timbao {

/// Counts the words that stand near the mentions of a search, and tells which of them stand there more often than chance
/// explains.
///
///   const ArticleSet articles(archive, counted_articles(context));
///   near_words(context, articles).words.front().word       "kỷ luật"
///
/// Takes    the context of a search whose request asks for neighbours; the articles that its total counts.
/// Returns  exact counts of all mentions, and the words with the highest log-likelihood, at most kMostNeighbours. Of more
///          than kMostRareWords different words without a code, those behind are left out, so that memory is bounded.
/// Errors   Xapian::Error, and Error(index_failed), where the index is damaged.
/// Source   docs/neighbours.md. Covered by near_words_oracle_test and near_words_test.
Neighbours near_words(const SearchContext& context, const ArticleSet& articles);

/// How many words near_words() gives at most, and how many different rare ones it holds meanwhile.
inline constexpr std::size_t kMostNeighbours = 100, kMostRareWords = 200'000;

/// What is counted of a word, and of all words.
struct NearCounts {
  double near = 0;        ///< how often the word stands near mentions
  double all_near = 0;    ///< how many tokens stand near mentions
  double everywhere = 0;  ///< how often the word stands in the archive
  double tokens = 0;      ///< how many tokens the archive has

  /// How often it would stand near mentions if it stood everywhere equally often.
  [[nodiscard]] double expected() const { return all_near * everywhere / tokens; }
};

/// Dunning's log-likelihood ratio G² of the four cells near/elsewhere, this word/others.
///
///   log_likelihood({17, 10'000, 300, 1'400'000}) == 43.3…
///
/// Returns  0 where the word stands near mentions no more often than expected.
/// Errors   none.
/// Source   T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational Linguistics 19(1),
///          1993. Covered by near_words_test.
double log_likelihood(const NearCounts& counts);

}  // namespace timbao
