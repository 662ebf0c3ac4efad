// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <unordered_map>

#include "query/language/question.h"
#include "query/search/memory.h"
#include "query/search/scan.h"
#include "query/search/sieve.h"

namespace timbao {

/// Whether a clause is true for an article, told from its token sequence; its term list is asked only for filters.
///
///   ClauseMatcher(question.hits, scanner).is_true(scanned, document)
class ClauseMatcher {
 public:
  ClauseMatcher(const Clause& clause, const SequenceScanner& scanner) : clause_(clause), scanner_(scanner) {}

  [[nodiscard]] bool is_true(const ScannedArticle& scanned, const Xapian::Document& document) const {
    return holds(clause_, scanned, document);
  }

 private:
  /// Where the next token of a run must stand.
  struct Spot {
    std::uint32_t place, paragraph;
    bool operator<(const Spot& other) const { return place < other.place; }
    bool operator==(const Spot& other) const { return place == other.place; }
  };
  static Spot spot_behind(const FoundToken& token) { return {token.place + token.span, token.paragraph}; }

  [[nodiscard]] bool holds(const Clause& clause, const ScannedArticle& scanned, const Xapian::Document& document) const;
  [[nodiscard]] bool run_stands(const Clause& run, const ScannedArticle& scanned) const;
  void go_on(const Spot& spot, const RunStep& step, const ScannedArticle& scanned, std::vector<Spot>& behind) const;

  const Clause& clause_;
  const SequenceScanner& scanner_;
};

/// The one decider (docs/ranking.md): lets Xapian keep only articles for which a clause with a run is true. One
/// question may be asked several times (the page, the rest, the total), so it remembers what it has read.
class ClauseDecider : public Xapian::MatchDecider {
 public:
  ClauseDecider(const Xapian::Database& database, const Clause& clause, const SequenceScanner& scanner,
                TokenMemory& memory);
  bool operator()(const Xapian::Document& document) const override;

 private:
  [[nodiscard]] bool look_at(Xapian::docid id, const Xapian::Document& document) const;
  [[nodiscard]] bool matches(const ArticleTokens& tokens, const Xapian::Document& document) const;

  ClauseMatcher matcher_;
  RunSieve sieve_;
  const SequenceScanner& scanner_;
  TokenMemory& memory_;
  bool is_single_;
  mutable ScannedArticle scanned_;
  mutable std::unordered_map<Xapian::docid, bool> known_;
};

}  // namespace timbao
