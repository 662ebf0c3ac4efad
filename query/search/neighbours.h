// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/plan/weights.h"
#include "query/sequence/scan.h"

namespace timbao {

/// Finds the pairs of a question side by side in one paragraph of an article, in any reading.
///
///   const NeighbourFinder neighbours(weights, scanner);
///   neighbours.each(scanned, [](PairId pair, const FoundToken& left, const FoundToken& right) { … });
///
/// Source   docs/ranking.md, "Weights". Covered by rank_test and restore_test.
/// Threads  read only once it is made.
class NeighbourFinder {
 public:
  /// Takes    the weights and the scanner of one question; both must outlive this.
  NeighbourFinder(const QueryWeights& weights, const SequenceScanner& scanner)
      : weights_(weights), scanner_(scanner), pairs_of_(scanner.groups()) {
    for (const PairId pair : weights.pairs.ids())
      pairs_of_[scanner.group_of(weights.words[weights.pairs[pair].left].word)].push_back(pair);
  }

  /// Calls a function for each place where a pair stands.
  ///
  /// Takes    what the scanner found in an article; `on_pair` is called with the pair and its two tokens, in the order
  ///          of the left tokens.
  /// Errors   those of `on_pair`.
  template <typename OnPair>
  void each(const ScannedArticle& scanned, OnPair on_pair) const {
    const std::vector<FoundToken>& found = scanned.found;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const FoundToken& left = found[i];
      if (pairs_of_[left.group].empty()) continue;
      const std::uint32_t next = left.place + left.span;
      for (std::size_t j = i + 1; j < found.size() && found[j].place <= next; ++j)
        if (found[j].place == next && found[j].paragraph == left.paragraph) each_of(left, found[j], on_pair);
    }
  }

 private:
  /// Calls `on_pair` for each pair that two neighbouring tokens are.
  template <typename OnPair>
  void each_of(const FoundToken& left, const FoundToken& right, OnPair& on_pair) const {
    for (const PairId pair : pairs_of_[left.group]) {
      const PairWeight& words = weights_.pairs[pair];
      const bool is_left = scanner_.is_any_reading(left, weights_.words[words.left].word);
      if (is_left && scanner_.is_any_reading(right, weights_.words[words.right].word)) on_pair(pair, left, right);
    }
  }

  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  IndexedVector<GroupId, std::vector<PairId>> pairs_of_;  // by the group of the left word
};

}  // namespace timbao
