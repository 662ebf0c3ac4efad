// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "query/language/clause.h"
#include "query/sequence/found_tokens.h"
#include "query/sequence/scan.h"

namespace timbao {

/// Tells whether a run stands in an article: its words side by side in one paragraph, or the wholes that stand for
/// several of them ("TPHCM" for "TP HCM").
///
///   RunMatcher runs(scanner);
///   found.assign(scanned, scanner.groups());
///   if (runs.stands(clause, found)) …
///
/// Source   docs/query-language.md, "Phrases". Covered by clause_matcher_test, and by search_oracle_test against a plain search
///          for the words.
/// Threads  one a thread: it uses its memory again from article to article.
class RunMatcher {
 public:
  /// Takes    the scanner that found the tokens; it must outlive this.
  explicit RunMatcher(const SequenceScanner& scanner) : scanner_(scanner) {}

  /// Walks a run and an article together.
  ///
  /// Takes    a clause of kind run, and what the scanner found in the article.
  /// Returns  whether the run stands somewhere in the article, in time that grows with the tokens found and the steps
  ///          of the run and never with the number of ways through them.
  /// Errors   none.
  [[nodiscard]] bool stands(const Clause& run, const FoundTokens& found);

 private:
  /// Where the next token of a run must stand, and the token before it.
  struct Spot {
    std::uint32_t place;
    const FoundToken* before;
    bool operator<(const Spot& other) const { return place < other.place; }
    bool operator==(const Spot& other) const { return place == other.place; }
  };
  using Spots = std::vector<Spot>;

  static Spot spot_behind(const FoundToken& token) { return {token.place + token.span, &token}; }
  void begin(const RunStep& step, const FoundTokens& found, Spots& behind) const;
  void go_on(const Spots& from, const RunStep& step, const FoundTokens& found);

  const SequenceScanner& scanner_;
  std::vector<Spots> spots_;  // for each place of the run, where in the article a walk may have come to
};

}  // namespace timbao
