// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "query/plan/clause_matcher.h"
#include "query/plan/prepared_question.h"
#include "query/search/document_filters.h"
#include "query/search/early_decider.h"
#include "query/search/open_archive.h"
#include "query/search/pair_filter.h"
#include "query/search/remote_filters.h"
#include "query/sequence/near_sieve.h"
#include "query/sequence/sieve.h"

namespace timbao {

/// The one match decider of this program: makes Xapian drop the articles for which a clause is not true, by reading
/// their token sequences. It caches its decisions, because counting and paging ask about the same articles; but not of a
/// document that Xapian hands over from one of several databases, because nothing tells its number in the archive.
///
///   const ClauseDecider decider(prepared.question().hits, prepared, archive);
///   enquire.get_mset(0, 10, 0, nullptr, &decider);
///
/// Errors   Error(index_failed) where the token sequence of an article is damaged.
/// Source   docs/ranking.md, "Phrases". Covered by clause_decider_test, search_oracle_test and
///          search_indexes_test.
/// Threads  one a thread.
class ClauseDecider : public Xapian::MatchDecider {
 public:
  /// Takes    a clause of the prepared question, and the archive that it was prepared for; all must outlive this. And
  ///          the numbers in the archive of documents of which it is known that the clause is true: these are not read.
  ClauseDecider(const Clause& clause, const PreparedQuestion& prepared, const OpenArchive& archive,
                const std::vector<Xapian::docid>& known = {});

  /// Reads the token sequence of an article, unless it was decided before.
  ///
  /// Takes    a document of the archive, as Xapian hands it to a decider: it has the number of its own database.
  /// Returns  whether the clause is true for the article of a document.
  bool operator()(const Xapian::Document& document) const override;

  /// The same for an article by the number of its document in the archive, wherever it is.
  [[nodiscard]] bool is_true(Xapian::docid id) const;

  /// See PairFilter: whether the clause needs pairs, and all articles for which it may be true.
  [[nodiscard]] bool needs_pairs() const { return pairs_.needs_pairs(); }
  [[nodiscard]] std::optional<std::vector<Xapian::docid>> possible_articles() const {
    return pairs_.possible_articles();
  }

  /// Fetches at once what is_true() reads of some articles, where it comes from a server.
  void fetch(const std::vector<Xapian::docid>& documents) const;

 private:
  void make_room_for(Xapian::docid id) const;
  template <typename Decide>
  [[nodiscard]] bool decided_once(Xapian::docid id, Decide decide_it) const;
  [[nodiscard]] bool decide(Xapian::docid id, const Xapian::Document& document) const;
  [[nodiscard]] bool decide_remote(Xapian::docid id) const;
  [[nodiscard]] bool matches(const ArticleTokens& tokens, ArticleFilters& filters) const;

  const SequenceScanner& scanner_;
  OpenArchive archive_;
  mutable PairFilter pairs_;
  PhraseSieve sieve_;
  mutable NearSieve near_sieve_;
  mutable EarlyDecider early_;
  mutable ClauseMatcher matcher_;
  mutable DocumentFilters filters_;
  mutable RemoteFilters remote_filters_;
  mutable ScannedArticle scanned_;
  mutable std::vector<bool> is_decided_, is_hit_;  // by document number
};

}  // namespace timbao
