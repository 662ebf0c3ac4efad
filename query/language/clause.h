// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/day_range.h"
#include "common/base/strong_index.h"

namespace timbao {

/// The place of an AskedWord in Question::words.
using WordId = StrongIndex<struct WordTag>;

/// One way to go through a part of a phrase: from one place of the phrase to a later one by one word.
///
///   "5 700"   0 -5-> 1, 1 -700-> 2, and 0 -5700-> 2
struct PhraseStep {
  std::size_t from = 0, to = 0;
  WordId word;
};

/// Whether two steps lead from the same place to the same place by the same word.
bool operator==(const PhraseStep& a, const PhraseStep& b);

/// The kinds of conditions that an article can fulfil.
///
/// Source   docs/query-language.md, "What is a hit". Covered by question_test, clause_matcher_test and
///          search_oracle_test.
enum class ClauseKind : std::uint8_t {
  word,     ///< the word stands in the article
  phrase,   ///< one word or more stand side by side, in one paragraph of one field
  near,     ///< words and phrases stand near each other, in one paragraph of one field
  terms,    ///< the article has one of some terms: a newspaper, a document's number …
  days,     ///< the date of the article lies in a range
  since,    ///< the article was first indexed at some moment or later
  all_of,   ///< all children are true
  any_of,   ///< one of the children is true
  none_of,  ///< none of the children is true
};

/// A condition that an article must fulfil, to be a hit or to be counted. Xapian evaluates it as far as posting lists
/// can tell; whether words stand side by side is told by the token sequence of the article (query/plan/clause_kinds.h).
///
///   đảng "bàn giao" -họp   all_of(any_of(word đảng, phrase(bàn giao)), none_of(word họp))
///
/// What a clause has depends on its kind; the other members keep their first values.
struct Clause {
  /// An all_of without children is always true, an any_of never.
  ClauseKind kind = ClauseKind::all_of;
  /// Word.
  WordId word;
  /// Phrase: ordered by `from`; they lead from place 0 to place `length`.
  std::vector<PhraseStep> steps;
  /// Phrase: how many tokens it was typed with.
  std::size_t length = 0;
  /// Near: of each child but the first, how many tokens may stand between it and the child before it.
  std::vector<std::uint32_t> distances;
  /// Terms.
  std::vector<std::string> terms;
  /// Days.
  DayRange days;
  /// Since: seconds since 1970.
  std::int64_t moment = 0;
  /// The clauses that this one is made of: all_of, any_of, none_of, near. Readers go through the children of any kind.
  std::vector<Clause> children;
};

/// Whether two clauses have the same form, so that the same articles fulfil them. Clauses that differ in form may still
/// mean the same.
bool operator==(const Clause& a, const Clause& b);

/// Makes clauses of each kind but phrase, which text_clauses.h makes out of what was typed.
///
///   group_clause(ClauseKind::any_of, {word_clause(đảng), days_clause(range)})
///
/// Returns  group_clause(): of one child, but for none_of, that child. any_of_clause(), none_of_clause(): filters among the
///          children become one clause of all their terms, and so do ranges of days that meet or overlap. never_clause():
///          what no article fulfils.
/// Errors   none.
/// Source   covered by question_test.
Clause word_clause(WordId word);
Clause near_clause(std::vector<Clause> children, std::vector<std::uint32_t> distances);
Clause terms_clause(std::vector<std::string> terms);
Clause days_clause(const DayRange& days);
Clause since_clause(std::int64_t moment);
Clause group_clause(ClauseKind kind, std::vector<Clause> children);
Clause any_of_clause(std::vector<Clause> children);
Clause none_of_clause(std::vector<Clause> children);
Clause never_clause();

/// Whether a clause is true wherever any of its words stands, so that the posting lists of these words find all of its
/// articles and no others.
bool is_any_of_words(const Clause& clause);

/// For each place of a phrase, whether there is more than one way past it: a step that is longer than one place, or two
/// steps that begin there.
///
///   places_with_a_choice(phrase of "năm 5 700") == {false, true, true}
std::vector<bool> places_with_a_choice(const Clause& phrase);

}  // namespace timbao
