// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "query/language/clause.h"
#include "query/sequence/found_tokens.h"
#include "query/sequence/scan.h"

namespace timbao {

/// One place of an article where something stands, a phrase for example.
///
///   "bàn giao" in the title "Bàn giao đất"   first 0, end 2, paragraph 1, Field::title
///
/// Source   covered by phrase_match_test.
struct StandingPlace {
  std::uint32_t first = 0;      ///< the number of its first token in the article
  std::uint32_t end = 0;        ///< the number of the token behind its last one
  std::uint32_t paragraph = 0;  ///< neighbours stand in one paragraph
  Field field = Field::body;
};

/// Tells whether and where a phrase stands in an article: its words side by side in one paragraph, or the wholes that
/// stand for several of them ("TPHCM" for "TP HCM").
///
///   PhraseMatcher phrases(scanner);
///   found.assign(scanned, scanner.groups());
///   if (phrases.stands(clause, found)) …
///   for (const StandingPlace& place : phrases.places(clause, found)) …
///
/// Source   docs/query-language.md, "Phrases". Covered by phrase_match_test, clause_matcher_test, and by
///          search_oracle_test against a plain search for the words.
/// Threads  one a thread: it uses its memory again from article to article.
class PhraseMatcher {
 public:
  /// Takes    the scanner that found the tokens; it must outlive this.
  explicit PhraseMatcher(const SequenceScanner& scanner) : scanner_(scanner) {}

  /// Walks a phrase and an article together.
  ///
  /// Takes    a clause of kind phrase, and what the scanner found in the article.
  /// Returns  whether the phrase stands somewhere in the article, in time that grows with the tokens found and the steps
  ///          of the phrase and never with the number of ways through them.
  /// Errors   none.
  [[nodiscard]] bool stands(const Clause& phrase, const FoundTokens& found);

  /// All places where a phrase stands.
  ///
  /// Takes    a clause of kind phrase, and what the scanner found in the article.
  /// Returns  the places in the order of their ends, one for each end: where wholes make several places of different
  ///          lengths end alike, the shortest. It takes as much time as stands() where the phrase stands nowhere.
  /// Errors   none.
  [[nodiscard]] std::vector<StandingPlace> places(const Clause& phrase, const FoundTokens& found);

 private:
  /// Where the next token of a phrase must stand, the token before it, and where the walk began.
  struct Spot {
    std::uint32_t place;
    std::uint32_t first;
    const FoundToken* before;
    bool operator<(const Spot& other) const { return place != other.place ? place < other.place : first > other.first; }
    bool operator==(const Spot& other) const { return place == other.place; }
  };
  using Spots = std::vector<Spot>;

  /// When a walk may stop: as soon as it has found the phrase once, or only behind its last step.
  enum class Until : std::uint8_t { first, all };

  static void sort_out(Spots& spots);
  void walk(const Clause& phrase, const FoundTokens& found, Until until);
  void begin(const PhraseStep& step, const FoundTokens& found, Spots& behind) const;
  void go_on(const Spots& from, const PhraseStep& step, const FoundTokens& found);

  const SequenceScanner& scanner_;
  std::vector<Spots> spots_;  // for each place of the phrase, where in the article a walk may have come to
};

}  // namespace timbao
