// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/restore.h"

#include <algorithm>

namespace timbao {

Restorer::Restorer(const QueryWeights& weights, const SequenceScanner& scanner)
    : weights_(weights),
      scanner_(scanner),
      neighbours_(weights, scanner),
      votes_(weights.words.size()),
      is_needed_(std::any_of(weights.words.begin(), weights.words.end(),
                             [](const WordWeight& word) { return !word.by_reading; })) {}

void Restorer::add(const ScannedArticle& scanned) {
  ++voter_;
  if (!is_needed_) return;
  neighbours_.each(scanned, [this](PairId pair, const FoundToken& left, const FoundToken& right) {
    const WeightId l = weights_.pairs[pair].left, r = weights_.pairs[pair].right;
    const WordWeight &left_word = weights_.words[l], &right_word = weights_.words[r];
    // What was typed with marks tells about its neighbour only where the article has it so.
    if (left_word.by_reading && !scanner_.is_as_typed(left, left_word.word)) return;
    if (right_word.by_reading && !scanner_.is_as_typed(right, right_word.word)) return;
    vote(left_word, votes_[l], left.reading);
    vote(right_word, votes_[r], right.reading);
  });
}

void Restorer::vote(const WordWeight& word, Votes& votes, ReadingId reading) const {
  if (word.by_reading) return;
  if (votes.of_reading.size() <= reading.value()) {
    votes.of_reading.resize(reading.value() + std::size_t{1});
    votes.last_voter.resize(reading.value() + std::size_t{1});
  }
  if (votes.last_voter[reading] == voter_) return;
  votes.last_voter[reading] = voter_;
  votes.of_reading[reading] += 1;
}

RestoredWords Restorer::restored(const Question& question, const QuestionCounts& counts, double articles) const {
  RestoredWords all(weights_.words.size());
  for (const WeightId i : all.ids()) {
    const IndexedVector<ReadingId, double>& votes = votes_[i].of_reading;
    if (votes.empty()) continue;
    RestoredWord& word = all[i];
    const double most = *std::max_element(votes.begin(), votes.end());
    for (const double count : votes) word.agreement.push_back(count / most);
    const WordId id = weights_.words[i].word;
    double with_it = 0;
    for (const ReadingCount& reading : counts[id].readings) {
      FoundToken token;
      if (scanner_.find(question.words[id].folded, reading.exact, token))
        with_it += reading.articles * word.agrees(token.reading);
    }
    word.idf = idf(articles, with_it);
  }
  return all;
}

}  // namespace timbao
