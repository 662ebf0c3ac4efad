// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/plan/prepared_question.h"
#include "query/show/matches.h"

namespace timbao {

/// How the readings of one word typed without marks agree with what the candidates print.
///
///   word.agrees(token.reading)           1 for the commonest reading of the candidates, 0 for one that none prints
///
/// Source   docs/ranking.md, "Marks restored". Covered by restore_test.
struct RestoredWord {
  IndexedVector<ReadingId, double> agreement;  ///< empty: nothing is known, or the word was typed with marks
  double idf = 0;                              ///< of its readings, each counted as far as it agrees

  [[nodiscard]] bool is_known() const { return !agreement.empty(); }
  [[nodiscard]] double agrees(ReadingId reading) const {
    return reading.value() < agreement.size() ? agreement[reading] : 0;
  }
};

/// What is known of each word of the weights.
using RestoredWords = IndexedVector<WeightId, RestoredWord>;

/// Restores marks from the candidates of a question: where "xay" stands before a "dung", most of them print "xây".
/// Only neighbours of the query tell, in a query of one word the titles of the candidates.
///
///   const RestoredWords restored = restore_marks(prepared, {&first, &second}, vocabulary.articles());
///
/// Takes    a prepared question; what its scanner found in each candidate; the number of articles of the archive.
/// Returns  an entry for each word of the weights. Each candidate gives one vote to each reading that it has beside the
///          right neighbour, or in its title; a reading agrees in proportion to its votes.
/// Errors   none.
/// Source   docs/ranking.md, "Marks restored". Covered by restore_test.
RestoredWords restore_marks(const PreparedQuestion& prepared, const std::vector<const ScannedArticle*>& candidates,
                            double articles);

/// The readings that agree, for highlights.
///
///   const MeantReadings meant = meant_readings(restored);
///
/// Takes    what is known of each word of the weights.
/// Returns  an entry for each of them, with the readings that agree by ranking::kAgrees at least; an empty one where
///          nothing is known.
/// Errors   none.
/// Source   docs/query-language.md, "Formats". Covered by restore_test.
MeantReadings meant_readings(const RestoredWords& restored);

}  // namespace timbao
