// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "common/base/strong_index.h"
#include "query/language/question.h"
#include "query/plan/clause_query.h"

namespace timbao {

/// The numbers of ranking; how each was found is in docs/ranking.md.
namespace ranking {
inline constexpr double kK1 = 1.0;              ///< BM25; its b is impact::kB
inline constexpr double kFolded = 0.3;          ///< a marked word's folded form
inline constexpr double kExact = 1.2;           ///< its typed reading
inline constexpr double kUnmarked = 1.0;        ///< the folded form of a word typed without marks
inline constexpr double kRestoredFolded = 0.3;  ///< the same once the candidates tell its reading
inline constexpr double kRestored = 0.9;        ///< that reading
inline constexpr double kAgrees = 0.2;          ///< readings with fewer of the commonest one's votes are others
inline constexpr double kPair = 1.0;            ///< two neighbours of the query that are a term
inline constexpr double kUnpostedPair =
    0.3;  ///< two that are none: times idf(kUnpostedShare × the rarer one's articles)
inline constexpr double kUnpostedShare = 0.03;
inline constexpr double kEarly = 0.15, kNeighbours = 0.15, kSpan = 0.2;  ///< features, beside a best score of 1
inline constexpr double kEarlyHalf = 50;    ///< tokens of text after which an early word counts half
inline constexpr unsigned kTitleCount = 3;  ///< a word of the title counts so often
inline constexpr double kTypedShare = 0.1;  ///< a word without marks in a marked query is meant so if this share of its
                                            ///< folded form's articles has it without marks
}  // namespace ranking

/// ln(1 + (N - df + ½) / (df + ½)).
inline double idf(double articles, double with_it) {
  return std::log(1 + (std::max(articles - with_it, 0.0) + 0.5) / (with_it + 0.5));
}

/// What Xapian's BM25Weight uses instead, so that OP_SCALE_WEIGHT can turn one into the other.
inline double xapian_idf(double articles, double with_it) {
  const double odds = (std::max(articles - with_it, 0.0) + 0.5) / (with_it + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

using WeightId = StrongIndex<struct WeightTag>;        ///< the place of a word in QueryWeights::words
using PairId = StrongIndex<struct PairTag>;            ///< the place of a pair in QueryWeights::pairs
using HighlightId = StrongIndex<struct HighlightTag>;  ///< the place of a word in QueryWeights::highlighted

/// A distinct ranked word, and what its folded form and its typed reading weigh.
struct WordWeight {
  WordId word;
  bool by_reading = false;  ///< typed marks count; else any reading is as good as another
  double folded = 0;        ///< weight × idf of the folded form
  double exact = 0;         ///< weight × idf of the typed reading; 0 where it is not by_reading
  double idf = 0;           ///< of what counts as found, for the features
};

/// Two neighbours of the query.
struct PairWeight {
  WeightId left, right;
  bool posted = false;  ///< the pair is a term in this archive
  double weight = 0;    ///< weight × idf
  double idf = 0;
};

struct QueryWeights {
  IndexedVector<WeightId, WordWeight> words;
  IndexedVector<PairId, PairWeight> pairs;
  IndexedVector<HighlightId, WordWeight>
      highlighted;  ///< what is highlighted in texts: the words, in their order, then
                    ///< joined forms and ranges as wholes
};

/// The weights of a question's ranked words and pairs in an archive.
QueryWeights weigh(const Question& question, const QuestionCounts& counts, const Vocabulary& vocabulary);

/// The term of a pair of asked words; "" where two fields meet or the field has no pairs.
std::string pair_term_of(const AskedWord& left, const AskedWord& right);

}  // namespace timbao
