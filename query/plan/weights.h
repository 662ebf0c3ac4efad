// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/strong_index.h"
#include "common/index/vocabulary.h"
#include "query/language/question.h"
#include "query/plan/word_counts.h"

namespace timbao {

using WeightId = StrongIndex<struct WeightTag>;        ///< the place of a word in QueryWeights::words
using PairId = StrongIndex<struct PairTag>;            ///< the place of a pair in QueryWeights::pairs
using HighlightId = StrongIndex<struct HighlightTag>;  ///< the place of a word in QueryWeights::highlighted

/// A ranked word, and what its folded form and its typed reading weigh.
///
///   "đảng" in 20,000 articles, of which 7,000 have dang in some reading and 5,000 have đảng:
///   by_reading = true, folded = 0.3 × idf(7,000), exact = 1.2 × idf(5,000), idf = idf(5,000)
///
/// RankedWord::weight, 1 but for words with a weight of their own (`dang^2`), multiplies folded and exact, and not the
/// idf. The beginning of a word weighs as a word without marks whose readings are all of its completions.
///
/// Source   docs/ranking.md, "Weights". Covered by weights_test and rank_test.
struct WordWeight {
  WordId word;
  bool by_reading = false;  ///< only the typed reading counts as found; else any reading is as good as another
  double folded = 0;        ///< weight × idf of the folded form
  double exact = 0;         ///< weight × idf of the typed reading; 0 where it is not by_reading
  double idf = 0;           ///< of what counts as found; the features are shares of it
  double weight = 1;        ///< RankedWord::weight
};

/// The word of the query beside a pair that makes a stronger pair with one of its words.
///
///   học sinh học   of the pair "sinh học": the first "học", before it. The articles have "học sinh" more often, so the
///                  query hardly means biology.
///
/// Source   docs/ranking.md, "Weights". Covered by weights_test and rank_test.
struct OverlappingWord {
  enum class Side : std::uint8_t { before, behind };
  WeightId word;
  Side side = Side::before;
};

/// Two ranked words that are neighbours in the query.
///
/// Source   docs/ranking.md, "Weights". Covered by rank_test.
struct PairWeight {
  WeightId left, right;
  bool posted = false;  ///< the pair is a term in this archive
  double weight = 0;    ///< weight × idf
  double idf = 0;
  double articles = 0;  ///< that have the pair, where it is posted
  /// Where this word does not stand beside the pair, the pair counts little.
  std::optional<OverlappingWord> overlapping;
};

/// Other words for ranked words: each place of the phrase in an article counts as `weight` occurrences of each of the
/// words that it stands for, and of each of the pairs of these words. The pairs that these words make with the words
/// around them in the query count where the phrase stands beside such a word, or beside an alternative to it.
///
///   họp hđnd   of the alternative "hội đồng nhân dân": the word hđnd, and `before`, the pair "họp hđnd", which an
///              article has that prints "họp hội đồng nhân dân"
///
/// Source   docs/variants.md; docs/ranking.md, "Weights". Covered by alternatives_test.
struct AlternativeWeight {
  Clause phrase;
  std::vector<WeightId> words;
  std::vector<PairId> pairs;
  double weight = 1;
  bool has_name = false;         ///< see RankedAlternative
  std::optional<PairId> before;  ///< the first of the words and its neighbour before it
  std::optional<PairId> behind;  ///< the last of the words and its neighbour behind it
};

/// What the ranked words of a question weigh in one archive.
struct QueryWeights {
  /// Each ranked word once, in the order of the query.
  IndexedVector<WeightId, WordWeight> words;

  /// Each pair of neighbours once, in the order of the query.
  IndexedVector<PairId, PairWeight> pairs;

  /// What is highlighted in texts: `words` in the same order, then joined forms and ranges as wholes.
  IndexedVector<HighlightId, WordWeight> highlighted;

  /// In the order of Question::alternatives.
  std::vector<AlternativeWeight> alternatives;
};

/// Weighs the ranked words and pairs of a question.
///
///   const QueryWeights weights = weigh(question, count_words(question, vocabulary), vocabulary);
///
/// Takes    a question, the counts of its words, and the vocabulary that they were counted in.
/// Returns  weights of an empty question: empty lists.
/// Errors   those of the vocabulary.
/// Source   the numbers are in query/plan/ranking_numbers.h. Covered by weights_test, rank_test and candidates_test.
QueryWeights weigh(const Question& question, const QuestionCounts& counts, const Vocabulary& vocabulary);

/// The term of two neighbouring words of a query.
///
///   pair_term_of(ngân, sách) == "Bngan sach"
///
/// Takes    two words of one question.
/// Returns  the term that the index would have for the pair; "" where the words are of two fields, or of one that has
///          no pairs. Whether the archive has the term is another question.
/// Errors   none.
/// Source   docs/index-format.md, "Terms". Covered by candidates_test.
std::string pair_term_of(const AskedWord& left, const AskedWord& right);

}  // namespace timbao
