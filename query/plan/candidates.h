// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/plan/clause_query.h"
#include "query/plan/weights.h"

namespace timbao {

/// The first pass of ranking: which lists find the candidates (docs/ranking.md, "Candidates").
struct CandidateQueries {
  Xapian::Query kept;    ///< the most informative lists, within the budget
  Xapian::Query whole;   ///< all lists of what was typed
  Xapian::Query others;  ///< the other readings of marked words: their articles come last
  bool kept_is_whole = false;
  std::vector<std::string> lines;  ///< a list a line, for --explain
};

/// Weighted queries out of a question's words, pairs and names.
///
/// Takes    the question, its counts and weights. The lists that are kept follow from query and archive alone.
CandidateQueries make_candidates(const Question& question, const QuestionCounts& counts, const QueryWeights& weights,
                                 const Vocabulary& vocabulary);

/// How many postings the kept lists may have together, and how many candidates the second pass reorders.
double posting_budget(double articles);
std::size_t candidate_count(double articles);

/// What the first pass ranks by.
Xapian::BM25Weight first_pass_weight();

}  // namespace timbao
