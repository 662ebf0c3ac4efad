// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

#include "query/plan/weights.h"
#include "query/request/answer.h"
#include "query/search/neighbours.h"
#include "query/search/restore.h"

namespace timbao {

/// What the second pass finds for one article.
struct FullScore {
  double words = 0;  ///< BM25 over folded forms and typed readings
  double marks = 0;  ///< BM25 over readings that agree with the other candidates, of words typed without marks
  double pairs = 0;  ///< BM25 over neighbours
  double terms = 0;  ///< days, documents, wholes that the article has
  double early = 0;  ///< features: shares of the query's idf, 0 to 1
  double neighbours = 0;
  double span = 0;

  [[nodiscard]] double text() const { return words + marks + pairs + terms; }
};

/// The second pass of ranking: reads an article's token sequence and gives the full score (docs/ranking.md).
///
///   FullScore score = ranker.score(scanned);
///   double total = Ranker::total(score, best_text);
class Ranker {
 public:
  /// `average_tokens`: of an article, those of titles counted as often as ranking does.
  Ranker(const QueryWeights& weights, const SequenceScanner& scanner, double average_tokens);

  /// From here on words typed without marks count by what is known of them. A row a word of the weights.
  void use(RestoredWords restored);

  [[nodiscard]] FullScore score(const ScannedArticle& scanned);

  /// Text relative to the best of the candidates, and the features.
  static double total(const FullScore& score, double best_text);
  static std::vector<ScorePart> parts(const FullScore& score, double best_text);

 private:
  struct Tally {
    double folded = 0, exact = 0;     // how often, titles counted more; of a restored word as far as it agrees
    std::uint32_t first_in_text = 0;  // tokens of text before its first accepted occurrence
    bool in_text = false, found = false;
  };
  struct PairTally {
    double count = 0;
    bool as_typed = false;
  };

  void tally_words(const ScannedArticle& scanned);
  void tally_pairs(const ScannedArticle& scanned);
  void score_words(FullScore& score) const;
  void sum_idf();
  [[nodiscard]] double idf_of(WeightId i) const;
  [[nodiscard]] bool is_accepted(const FoundToken& token, WeightId i) const;
  [[nodiscard]] double shortest_span(const ScannedArticle& scanned);
  [[nodiscard]] double saturated(double count) const;

  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  double average_tokens_;
  double length_factor_ = 1;  // of the article at hand: k1 times impact::length_norm
  double all_idf_ = 0, all_pair_idf_ = 0;
  IndexedVector<GroupId, std::vector<WeightId>> words_of_;
  NeighbourFinder neighbours_;
  RestoredWords restored_;
  IndexedVector<WeightId, Tally> tallies_;
  IndexedVector<PairId, PairTally> pair_tallies_;
  IndexedVector<WeightId, std::uint32_t> last_seen_;
};

}  // namespace timbao
