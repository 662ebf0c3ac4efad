// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/restore.h"

#include <algorithm>

#include "common/index/terms.h"
#include "query/plan/estimates.h"
#include "query/plan/ranking_numbers.h"
#include "query/search/neighbours.h"

namespace timbao {
namespace {

/// The votes for the readings of one word.
class Votes {
 public:
  /// An article votes once for a reading, however often it has it.
  ///
  /// Takes    the article's number, from 1.
  void vote(ReadingId reading, unsigned article) {
    if (votes_.size() <= reading.value()) {
      votes_.resize(reading.value() + std::size_t{1});
      last_voter_.resize(reading.value() + std::size_t{1});
    }
    if (last_voter_[reading] == article) return;
    last_voter_[reading] = article;
    votes_[reading] += 1;
  }

  [[nodiscard]] const IndexedVector<ReadingId, double>& all() const { return votes_; }

 private:
  IndexedVector<ReadingId, double> votes_;
  IndexedVector<ReadingId, unsigned> last_voter_;
};

using AllVotes = IndexedVector<WeightId, Votes>;

AllVotes collect_votes(const PreparedQuestion& prepared, const std::vector<const ScannedArticle*>& candidates) {
  const QueryWeights& weights = prepared.weights();
  const SequenceScanner& scanner = prepared.scanner();
  AllVotes votes(weights.words.size());
  const NeighbourFinder neighbours(weights, scanner);
  unsigned article = 0;
  const auto vote_for_both = [&](PairId pair, const FoundToken& left, const FoundToken& right, PairPlace place) {
    if (place == PairPlace::overlapped_alone) return;
    const WeightId l = weights.pairs[pair].left, r = weights.pairs[pair].right;
    const WordWeight &left_word = weights.words[l], &right_word = weights.words[r];
    // A word typed with marks tells about its neighbour only where the article has it as typed.
    if (left_word.by_reading && !scanner.is_as_typed(left, left_word.word)) return;
    if (right_word.by_reading && !scanner.is_as_typed(right, right_word.word)) return;
    if (!left_word.by_reading) votes[l].vote(left.reading, article);
    if (!right_word.by_reading) votes[r].vote(right.reading, article);
  };
  for (const ScannedArticle* const candidate : candidates) {
    ++article;
    neighbours.each(*candidate, vote_for_both);
  }
  return votes;
}

/// The votes for the only word of a query, which has no neighbours: each candidate votes for the readings in its title,
/// because a title names what its article is about.
AllVotes votes_of_titles(const PreparedQuestion& prepared, const std::vector<const ScannedArticle*>& candidates) {
  const WeightId only(0);
  AllVotes votes(1);
  unsigned article = 0;
  for (const ScannedArticle* const candidate : candidates) {
    ++article;
    for (const FoundToken& token : candidate->found)
      if (token.field == Field::title && prepared.scanner().is_any_reading(token, prepared.weights().words[only].word))
        votes[only].vote(token.reading, article);
  }
  return votes;
}

RestoredWord restored_word(const PreparedQuestion& prepared, WordId word, const Votes& votes, double articles) {
  RestoredWord restored;
  if (votes.all().empty()) return restored;
  const double most = *std::max_element(votes.all().begin(), votes.all().end());
  for (const double count : votes.all()) restored.agreement.push_back(count / most);
  double with_it = 0;
  for (const ReadingCount& reading : prepared.counts()[word].readings)
    with_it += reading.articles * restored.agrees(prepared.scanner().reading_of(word, split_term(reading.term).marks));
  restored.idf = idf(articles, with_it);
  return restored;
}

}  // namespace

RestoredWords restore_marks(const PreparedQuestion& prepared, const std::vector<const ScannedArticle*>& candidates,
                            double articles) {
  const IndexedVector<WeightId, WordWeight>& words = prepared.weights().words;
  RestoredWords restored(words.size());
  if (std::all_of(words.begin(), words.end(), [](const WordWeight& word) { return word.by_reading; })) return restored;
  const AllVotes votes =
      words.size() == 1 ? votes_of_titles(prepared, candidates) : collect_votes(prepared, candidates);
  for (const WeightId word : words.ids())
    restored[word] = restored_word(prepared, words[word].word, votes[word], articles);
  return restored;
}

MeantReadings meant_readings(const RestoredWords& restored) {
  MeantReadings meant(restored.size());
  for (const WeightId word : restored.ids())
    for (const ReadingId reading : restored[word].agreement.ids())
      if (restored[word].agrees(reading) >= ranking::kAgrees) meant[HighlightId(word.value())].push_back(reading);
  return meant;
}

}  // namespace timbao
