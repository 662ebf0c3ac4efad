// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/search/neighbours.h"

namespace timbao {

/// How the readings of one word typed without marks agree with what the candidates write.
struct RestoredWord {
  IndexedVector<ReadingId, double>
      agreement;   ///< by FoundToken::reading, the commonest 1; empty: nothing is known, or it has marks
  double idf = 0;  ///< of its readings, each counted as far as it agrees

  [[nodiscard]] bool is_known() const { return !agreement.empty(); }
  [[nodiscard]] double agrees(ReadingId reading) const {
    return reading.value() < agreement.size() ? agreement[reading] : 0;
  }
};

using RestoredWords = IndexedVector<WeightId, RestoredWord>;

/// Restores marks from the candidates of a question: where "xay" stands before a "dung", most of them print "xây". Only
/// neighbours of the question tell; a word alone stays open to all of its readings.
///
///   Restorer restorer(weights, scanner);
///   for (const ScannedArticle& scanned : candidates) restorer.add(scanned);
///   std::vector<RestoredWord> restored = restorer.restored(question, counts, articles);
///
/// Source   docs/ranking.md, "Marks restored".
class Restorer {
 public:
  Restorer(const QueryWeights& weights, const SequenceScanner& scanner);

  /// One candidate: each reading that it has beside the right neighbour gets one vote.
  void add(const ScannedArticle& scanned);

  /// A row a word of the weights. `articles`: all of the archive.
  [[nodiscard]] RestoredWords restored(const Question& question, const QuestionCounts& counts, double articles) const;

 private:
  struct Votes {
    IndexedVector<ReadingId, double> of_reading;
    IndexedVector<ReadingId, unsigned> last_voter;  // so that an article votes once
  };

  void vote(const WordWeight& word, Votes& votes, ReadingId reading) const;

  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  NeighbourFinder neighbours_;
  IndexedVector<WeightId, Votes> votes_;  // a row a word
  unsigned voter_ = 0;
  bool is_needed_;
};

}  // namespace timbao
