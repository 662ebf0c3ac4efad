// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "query/plan/candidates.h"
#include "query/search/match.h"
#include "query/search/rank.h"

namespace timbao {

/// A hit before its article is read.
struct RankedArticle {
  Xapian::docid document = 0;
  double score = 0;
  FullScore full;            ///< of those that the second pass ordered
  double best_text = 0;      ///< what `full` is relative to; 0: the second pass did not see it
  std::uint64_t copies = 0;  ///< other hits of the same story that it stands for (Collapse::yes)
  ScannedArticle scanned;    ///< what the second pass read; no tokens where it read nothing
};

/// One question asked of one open database: which articles, in which order, how many.
class Search {
 public:
  Search(const Xapian::Database& database, const Question& question, const SearchRequest& request,
         SearchMemory& memory);

  /// The hits at [offset, offset + limit) in order.
  std::vector<RankedArticle> page();
  Total total();

  /// What the hits have, beside what `total` counts.
  [[nodiscard]] HitsHave hits_have() const;

  /// Whether any word is ranked: else hits are in the order of ties, and all of them are counted.
  [[nodiscard]] bool ranks_words() const { return !question_.ranked.empty(); }

  /// Whether `total` counts what the hits are.
  [[nodiscard]] bool counts_hits() const { return question_.counted == question_.hits; }

  [[nodiscard]] const SequenceScanner& scanner() const { return scanner_; }
  [[nodiscard]] const QueryWeights& weights() const { return weights_; }
  [[nodiscard]] std::vector<std::string> explanation();

 private:
  /// A stretch of the ranking: everything in it stands above everything in the next.
  struct Segment {
    Xapian::Query query;
    bool reordered = false;
  };

  /// An article that the first pass found, and its weight there.
  struct Candidate {
    Xapian::docid document;
    double weight;
  };

  /// The best of the first pass, by document.
  struct Found {
    std::vector<Candidate> candidates;
    bool is_all = false;  ///< nothing else fulfils the query
  };

  /// The same in the order of the second pass.
  struct Reordered {
    std::vector<RankedArticle> hits;
    double last_weight = 0;  ///< of the first pass
    bool is_all = false;
  };

  struct Ranking;

  [[nodiscard]] bool is_ranked() const { return request_.sort == SortOrder::relevance; }
  [[nodiscard]] bool collapses() const { return request_.collapse == Collapse::yes; }
  [[nodiscard]] Xapian::Enquire enquire_for(const Xapian::Query& query) const;
  [[nodiscard]] std::size_t needed() const;
  std::vector<Segment> segments();
  [[nodiscard]] Xapian::Query restricted(const Xapian::Query& ranking) const;
  std::vector<RankedArticle> ranked_page(std::size_t wanted);
  std::vector<RankedArticle> ranked(std::size_t wanted);
  std::vector<RankedArticle> sorted();
  Reordered reordered(const Xapian::Query& query);
  void append(const Xapian::MSet& found, const Reordered& known, Ranking& ranking) const;
  static std::vector<Candidate> by_document(const Xapian::MSet& found, std::size_t count);
  Found best(const Xapian::Query& query, std::size_t count);
  void add_names(std::vector<RankedArticle>& candidates) const;
  void order(std::vector<RankedArticle>& candidates) const;
  [[nodiscard]] bool counts_the_page() const;
  std::uint64_t counted(Xapian::doccount look_at);
  const CandidateQueries& candidates();

  const Xapian::Database& database_;
  const Question& question_;
  const SearchRequest& request_;
  SearchMemory& memory_;
  std::unique_ptr<Vocabulary> vocabulary_;
  QuestionCounts counts_;
  QueryWeights weights_;
  SequenceScanner scanner_;
  QueryBuilder builder_;
  std::optional<CandidateQueries> candidates_;      // made when they are asked for
  std::optional<std::vector<Candidate>> all_hits_;  // where total() has seen them all, and the second pass can
  const Xapian::Database* numbered_;  // the database where document numbers tell articles; null: it is several
  ClauseDecider decider_;
  const Xapian::MatchDecider* hits_decider_;  // null where Xapian's query alone tells
};

}  // namespace timbao
