// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/day.h"
#include "common/base/strong_index.h"

namespace timbao {

using WordId = StrongIndex<struct WordTag>;  ///< the place of an AskedWord in Question::words

/// One way through a run: from one place to a later one by a word. "5 700" has 0 -5-> 1 -700-> 2 and 0 -5700-> 2.
struct RunStep {
  std::size_t from = 0, to = 0;
  WordId word;
};

enum class ClauseKind : std::uint8_t { word, run, terms, days, all_of, any_of, none_of };

/// What an article must fulfil to be a hit. Xapian evaluates it as far as it can; what stands side by side is for the
/// token sequences (query/search/match.h).
struct Clause {
  ClauseKind kind = ClauseKind::all_of;  ///< an all_of without children is always true, an any_of never
  WordId word;                           ///< word
  std::vector<RunStep> steps;            ///< run, by `from`; from 0 to `length`
  std::size_t length = 0;                ///< run: its places
  std::vector<std::string> terms;        ///< terms: one of these stands in the article
  DayRange days;                         ///< days: the article's date is one of them
  std::vector<Clause> children;          ///< all_of, any_of; none_of: none of them is true
};

/// Whether two clauses are written alike, so that the same articles fulfil them.
bool operator==(const Clause& a, const Clause& b);

/// Whether Xapian alone cannot tell if the clause is true.
bool has_run(const Clause& clause);

/// Whether a clause is true wherever any of its words stands: then the lists of these words find just its articles.
bool is_any_of_words(const Clause& clause);

/// The places of a run that can be passed in more than one way: by a whole, or by one of two values.
std::vector<bool> places_with_a_choice(const Clause& run);

}  // namespace timbao
