// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "query/plan/prepared_question.h"
#include "query/request/answer.h"
#include "query/search/neighbours.h"
#include "query/search/restore.h"
#include "query/sequence/found_tokens.h"
#include "query/sequence/phrase_match.h"

namespace timbao {

/// What reranking finds in one article.
///
///   hit.score = full.total(best_text)
///
/// Source   docs/ranking.md, "Two passes". Covered by rank_test.
struct FullScore {
  double words = 0;  ///< BM25 over folded forms and typed readings
  double marks = 0;  ///< BM25 over readings that agree with the other candidates, of words typed without marks
  double pairs = 0;  ///< BM25 over neighbours
  double terms = 0;  ///< days, documents and wholes that the article has
  double early = 0;  ///< the features: each a share of the query's idf, 0 to 1
  double neighbours = 0;
  double span = 0;
  double title = 0;

  /// The part that is compared with the best candidate.
  [[nodiscard]] double text() const { return words + marks + pairs + terms; }

  /// The score of the hit: the text relative to the best text of the candidates, and the weighted features.
  ///
  /// Takes    the greatest text() of all candidates; 0 where none has any.
  [[nodiscard]] double total(double best_text) const;

  /// The same in parts that add up to it, for --explain.
  [[nodiscard]] std::vector<ScorePart> parts(double best_text) const;
};

/// Scores articles by their token sequences.
///
///   Ranker ranker(prepared, restore_marks(prepared, candidates, articles), vocabulary.average_tokens());
///   const FullScore score = ranker.score(scanned);
///
/// Source   docs/ranking.md, "Two passes" and "Weights". Covered by rank_test.
/// Threads  one a thread: it uses its memory again from article to article.
class Ranker {
 public:
  /// Takes    a prepared question, which must outlive this; what is known of the readings of its unmarked words, an
  ///          entry for each word of the weights; the average length of an article in tokens, those of titles counted
  ///          as often as ranking counts them.
  Ranker(const PreparedQuestion& prepared, RestoredWords restored, double average_tokens);

  /// Takes    what the scanner of the question found in an article.
  /// Returns  the score without `terms`, which token sequences do not tell.
  /// Errors   none.
  [[nodiscard]] FullScore score(const ScannedArticle& scanned);

 private:
  /// What an article has of one word.
  struct Tally {
    double folded = 0, exact = 0;     // how often, in titles counted more; of a restored word as far as it agrees
    std::uint32_t first_in_text = 0;  // tokens of text before its first accepted occurrence
    bool in_text = false, found = false;
  };
  /// What an article has of one pair: how often, in titles counted more, and whether once as it was typed.
  struct PairTally {
    double count = 0;
    bool as_typed = false;
  };

  void tally_words(const ScannedArticle& scanned);
  void tally_pairs(const ScannedArticle& scanned);
  /// A place of the article at hand where an alternative stands.
  struct StandingAlternative {
    const AlternativeWeight* alternative = nullptr;
    StandingPlace place;
  };

  void tally_alternatives(const ScannedArticle& scanned);
  void tally_alternative(const StandingAlternative& standing, std::uint32_t title_tokens);

  /// Tallies the pairs of an alternative and what stands beside it.
  void tally_pairs_before_alternatives(const ScannedArticle& scanned);
  void tally_pairs_behind_alternatives(const ScannedArticle& scanned);
  [[nodiscard]] double share_behind(const StandingAlternative& standing, PairId pair,
                                    const ScannedArticle& scanned) const;

  /// Calls a function with each alternative that begins at a place.
  template <typename OnStanding>
  void each_standing_at(std::uint32_t place, OnStanding on_standing) const;

  /// Counts occurrences of a pair that has an alternative in it, and so counts as typed.
  void add_to_pair(PairId pair, double count, Field field);
  void score_words(FullScore& score) const;
  void score_pairs(FullScore& score) const;

  /// The idf of what counts as found: of a restored word, of its readings as far as they agree.
  [[nodiscard]] double idf_of(WeightId i) const;

  /// Whether a token counts as a word for the features.
  [[nodiscard]] bool is_accepted(const FoundToken& token, WeightId i) const;

  /// A word that stands at a place of the article at hand.
  struct SeenWord {
    std::uint32_t place = 0;
    WeightId word;
  };

  /// The feature `title`: the share of the title's tokens that are words of the query, or alternatives to them.
  [[nodiscard]] double title_share(const ScannedArticle& scanned);

  /// The feature `span`.
  [[nodiscard]] double shortest_span(const ScannedArticle& scanned);

  /// BM25 of a term that occurs so often in the article at hand, without its idf.
  [[nodiscard]] double saturated(double count) const;

  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  RestoredWords restored_;
  double average_tokens_;
  double length_factor_ = 1;  // of the article at hand: k1 times impact::length_norm
  double all_idf_ = 0, all_pair_idf_ = 0;
  IndexedVector<GroupId, std::vector<WeightId>> words_of_;
  NeighbourFinder neighbours_;
  IndexedVector<WeightId, Tally> tallies_;
  IndexedVector<PairId, PairTally> pair_tallies_;
  IndexedVector<WeightId, std::uint32_t> last_seen_;
  PhraseMatcher phrases_;
  FoundTokens found_;
  std::vector<StandingAlternative> standing_;                      // by first place
  std::vector<SeenWord> seen_by_alternatives_;                     // by place
  std::vector<std::pair<std::uint32_t, std::uint32_t>> in_title_;  // first tokens of matches in the title, and the ends
};

}  // namespace timbao
