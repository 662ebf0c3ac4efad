// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <unordered_map>
#include <vector>

#include "query/language/question.h"
#include "query/search/filter_terms.h"
#include "query/search/token_cache.h"
#include "query/sequence/found_tokens.h"
#include "query/sequence/scan.h"
#include "query/sequence/sieve.h"

namespace timbao {

/// Whether a clause is true for an article, told from its token sequence, for days from its date; its term list is
/// asked only for other filters, once an article.
///
///   ClauseMatcher(question.hits, scanner).is_true(scanned, document)
///
/// Threads  one a thread: it uses its memory again from article to article.
class ClauseMatcher {
 public:
  /// Takes    clause and scanner of one question; the database whose document numbers articles come with, or null where
  ///          these tell nothing.
  ClauseMatcher(const Clause& clause, const SequenceScanner& scanner, const Xapian::Database* database);

  [[nodiscard]] bool is_true(const ScannedArticle& scanned, const Xapian::Document& document) const;

 private:
  /// Where the next token of a run must stand, and the one before it.
  struct Spot {
    std::uint32_t place;
    const FoundToken* before;
    bool operator<(const Spot& other) const { return place < other.place; }
    bool operator==(const Spot& other) const { return place == other.place; }
  };
  static Spot spot_behind(const FoundToken& token) { return {token.place + token.span, &token}; }

  [[nodiscard]] bool holds(const Clause& clause, const Xapian::Document& document) const;
  [[nodiscard]] bool is_of(const DayRange& days, const Xapian::Document& document) const;
  [[nodiscard]] bool word_stands(WordId word) const;
  [[nodiscard]] bool run_stands(const Clause& run) const;
  void begin(const RunStep& step, std::vector<Spot>& behind) const;
  void go_on(const Spot& spot, const RunStep& step, std::vector<Spot>& behind) const;

  const Clause& clause_;
  const SequenceScanner& scanner_;
  mutable FilterTerms filters_;
  mutable FoundTokens found_;
  mutable std::vector<std::vector<Spot>> spots_;  // of a run, by place
  mutable bool is_day_known_ = false;
  mutable std::optional<Day> day_;  // of the article
};

/// The one decider (docs/ranking.md): lets Xapian keep only articles for which a clause with a run is true. One
/// question may be asked several times (the page, the rest, the total), so it remembers what it has read.
class ClauseDecider : public Xapian::MatchDecider {
 public:
  /// Takes    clause and scanner of one question; the database that is asked, or null where it is made of several: then
  ///          Xapian gives documents the numbers that each one of these has for itself, which tell nothing.
  ClauseDecider(const Clause& clause, const SequenceScanner& scanner, TokenMemory& memory,
                const Xapian::Database* database);
  bool operator()(const Xapian::Document& document) const override;

 private:
  [[nodiscard]] bool look_at(Xapian::docid id, const Xapian::Document& document) const;
  [[nodiscard]] bool matches(const ArticleTokens& tokens, const Xapian::Document& document) const;

  ClauseMatcher matcher_;
  RunSieve sieve_;
  const SequenceScanner& scanner_;
  TokenMemory& memory_;
  bool numbers_tell_;  // which article a document is
  mutable ScannedArticle scanned_;
  mutable std::unordered_map<Xapian::docid, bool> known_;
};

}  // namespace timbao
