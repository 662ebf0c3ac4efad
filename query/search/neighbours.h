// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/plan/weights.h"
#include "query/sequence/scan.h"

namespace timbao {

/// Finds the pairs of a question side by side in one paragraph of an article, in any reading. Weights and scanner must
/// outlive it.
///
///   NeighbourFinder(weights, scanner).each(scanned, [](PairId pair, const FoundToken& left, const FoundToken& right) {…});
class NeighbourFinder {
 public:
  NeighbourFinder(const QueryWeights& weights, const SequenceScanner& scanner)
      : weights_(weights), scanner_(scanner), pairs_of_(scanner.groups()) {
    for (const PairId pair : weights.pairs.ids())
      pairs_of_[scanner.group_of(weights.words[weights.pairs[pair].left].word)].push_back(pair);
  }

  /// Calls `on_pair` with the number of each pair found and its two tokens.
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
  template <typename OnPair>
  void each_of(const FoundToken& left, const FoundToken& right, OnPair& on_pair) const {
    for (const PairId pair : pairs_of_[left.group]) {
      const WordId l = weights_.words[weights_.pairs[pair].left].word,
                   r = weights_.words[weights_.pairs[pair].right].word;
      if (scanner_.is_any_reading(left, l) && scanner_.is_any_reading(right, r)) on_pair(pair, left, right);
    }
  }

  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  IndexedVector<GroupId, std::vector<PairId>> pairs_of_;  // by left group
};

}  // namespace timbao
