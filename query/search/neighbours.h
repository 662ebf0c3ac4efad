// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/plan/weights.h"
#include "query/sequence/scan.h"

namespace timbao {

/// How a pair of a question stands in an article.
enum class PairPlace : std::uint8_t {
  /// As it stands in the query.
  usual,
  /// Another pair of the query overlaps it, and the word that makes that pair is missing here: "sinh học", of
  /// "học sinh học", where no "học" stands before it.
  overlapped_alone,
};

/// Calls a function with the place in the list of each token that stands directly behind another one in its paragraph.
///
///   each_directly_behind(found, 0, [&](std::size_t right) { … found[right] … });
///
/// Takes    the tokens that were found in an article, and the place in the list of the one before.
template <typename OnToken>
void each_directly_behind(const std::vector<FoundToken>& found, std::size_t left, OnToken on_token) {
  const std::uint32_t next = found[left].place + found[left].span;
  for (std::size_t right = left + 1; right < found.size() && found[right].place <= next; ++right)
    if (found[right].place == next && found[right].paragraph == found[left].paragraph) on_token(right);
}

/// Finds the pairs of a question side by side in one paragraph of an article, in any reading.
///
///   const NeighbourFinder neighbours(weights, scanner);
///   neighbours.each(scanned, [](PairId pair, const FoundToken& left, const FoundToken& right, PairPlace place) { … });
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
  /// Takes    what the scanner found in an article; `on_pair` is called with the pair, its two tokens and how it
  ///          stands there, in the order of the left tokens.
  /// Errors   those of `on_pair`.
  template <typename OnPair>
  void each(const ScannedArticle& scanned, OnPair on_pair) const {
    const std::vector<FoundToken>& found = scanned.found;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (pairs_of_[found[i].group].empty()) continue;
      each_directly_behind(found, i, [&](std::size_t right) { each_of(found, {i, right}, on_pair); });
    }
  }

 private:
  /// The places of two neighbouring tokens among those that were found.
  struct Places {
    std::size_t left, right;
  };

  /// Calls `on_pair` for each pair that two neighbouring tokens are.
  template <typename OnPair>
  void each_of(const std::vector<FoundToken>& found, const Places& places, OnPair& on_pair) const {
    const FoundToken &left = found[places.left], &right = found[places.right];
    for (const PairId pair : pairs_of_[left.group]) {
      const PairWeight& words = weights_.pairs[pair];
      if (!is_word(left, words.left) || !is_word(right, words.right)) continue;
      const bool is_usual = !words.overlapping || stands_beside(*words.overlapping, found, places);
      on_pair(pair, left, right, is_usual ? PairPlace::usual : PairPlace::overlapped_alone);
    }
  }

  [[nodiscard]] bool is_word(const FoundToken& token, WeightId word) const {
    return scanner_.is_any_reading(token, weights_.words[word].word);
  }

  /// Whether a word stands directly before the left token or directly behind the right one.
  [[nodiscard]] bool stands_beside(const OverlappingWord& overlapping, const std::vector<FoundToken>& found,
                                   const Places& places) const {
    if (overlapping.side == OverlappingWord::Side::before) {
      const FoundToken& left = found[places.left];
      for (std::size_t i = places.left; i-- > 0 && found[i].paragraph == left.paragraph;) {
        if (found[i].place + found[i].span == left.place && is_word(found[i], overlapping.word)) return true;
        if (found[i].place + std::size_t{1} < left.place) return false;
      }
      return false;
    }
    bool stands_behind = false;
    each_directly_behind(found, places.right,
                         [&](std::size_t i) { stands_behind = stands_behind || is_word(found[i], overlapping.word); });
    return stands_behind;
  }

  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  IndexedVector<GroupId, std::vector<PairId>> pairs_of_;  // by the group of the left word
};

}  // namespace timbao
