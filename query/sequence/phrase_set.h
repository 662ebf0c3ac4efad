// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "query/language/clause.h"
#include "query/sequence/found_tokens.h"
#include "query/sequence/phrase_match.h"
#include "query/sequence/scan.h"

namespace timbao {

/// Many phrases, any of which may stand in an article. They are found by their first two words: so an article takes time
/// that grows with its tokens that are asked for, and not with the number of phrases times these tokens.
///
///   PhraseSet set(any_of.children, scanner);
///   if (set.any_stands(phrases, found)) …        true where PhraseMatcher::stands() is true for any of them
///
/// Errors   none.
/// Source   docs/ranking.md, "Phrases". Covered by phrase_set_test, which counts how many phrases are looked at, and by
///          search_oracle_test.
/// Threads  one a thread: it remembers which phrases it has looked at.
class PhraseSet {
 public:
  /// Takes    clauses, of which those that are phrases are taken, and the scanner of the same question; both must outlive
  ///          this.
  PhraseSet(const std::vector<Clause>& clauses, const SequenceScanner& scanner);

  /// Whether one of the phrases stands in an article.
  ///
  /// Takes    what matches one phrase, and what the scanner found in the article.
  [[nodiscard]] bool any_stands(PhraseMatcher& phrases, const FoundTokens& found);

  /// How many phrases were matched word by word so far, in all articles.
  [[nodiscard]] std::uint64_t looked_at() const { return looked_at_; }

 private:
  struct Entry {
    const Clause* phrase = nullptr;
    std::uint64_t article = 0;  ///< the last article in which it was looked at
  };
  using Numbers = std::vector<std::uint32_t>;  // of entries

  void add(const Clause& phrase);
  [[nodiscard]] bool any_begins(const FoundToken& token, PhraseMatcher& phrases, const FoundTokens& found);
  [[nodiscard]] bool any_of(const Numbers& numbers, PhraseMatcher& phrases, const FoundTokens& found);

  static std::uint32_t key_of(GroupId first, GroupId second) {
    return std::uint32_t{first.value()} << 16U | std::uint32_t{second.value()};
  }

  const SequenceScanner& scanner_;
  std::vector<Entry> entries_;
  std::vector<GroupId> firsts_;                        // of all phrases, each once
  IndexedVector<GroupId, std::uint32_t> fields_;       // in which a group may begin a phrase, a bit each
  IndexedVector<GroupId, Numbers> alone_;              // phrases that one token may be, by its group
  std::unordered_map<std::uint32_t, Numbers> by_two_;  // the others, by the groups of two neighbours
  std::uint64_t article_ = 0, looked_at_ = 0;
};

/// The sets of phrases of a clause and of the clauses in it, each made when it is first asked for.
///
///   if (PhraseSet* const set = sets.of(clause)) …
///
/// Source   covered by phrase_set_test and clause_matcher_test.
/// Threads  one a thread.
class PhraseSets {
 public:
  /// Takes    the scanner that found the tokens; it must outlive this.
  explicit PhraseSets(const SequenceScanner& scanner) : scanner_(scanner) {}

  /// Takes    a clause that outlives this, and does not change.
  /// Returns  the phrases among its children; null where they are so few that each is matched by itself.
  [[nodiscard]] PhraseSet* of(const Clause& clause);

 private:
  const SequenceScanner& scanner_;
  std::unordered_map<const Clause*, PhraseSet> sets_;
};

}  // namespace timbao
