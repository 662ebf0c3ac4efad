// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "query/plan/prepared_question.h"

namespace timbao {

/// The queries of the first pass of ranking, which finds the articles that are worth reading.
///
/// Source   docs/ranking.md, "Two passes". Covered by candidates_test.
struct CandidateQueries {
  Xapian::Query kept;              ///< the most informative lists, within the budget of postings
  Xapian::Query telling;           ///< the most informative lists that hold nearly all of the value, however long
  Xapian::Query whole;             ///< all lists of what was typed, which weigh what something else finds
  Xapian::Query finding_whole;     ///< the same lists where they find the candidates
  Xapian::Query others;            ///< the other readings of marked words: their articles come last
  bool kept_is_whole = false;      ///< `kept` finds what `whole` finds
  std::vector<std::string> lines;  ///< a line for each list, for --explain: "list thuê~1: 900"
};

/// Chooses the posting lists of a question's words, pairs and names, and puts them into weighted queries.
///
///   const CandidateQueries queries = candidate_queries(prepared, vocabulary);
///   queries.lines.front() == "list thuê~1: 900"
///
/// Takes    a prepared question and the vocabulary that it was prepared with.
/// Returns  queries that follow from question and archive alone, never from the page that is shown; empty ones for a
///          question that ranks no word.
/// Errors   those of the vocabulary.
/// Source   docs/ranking.md, "Two passes" and "Leading lists". Covered by candidates_test.
CandidateQueries candidate_queries(const PreparedQuestion& prepared, const Vocabulary& vocabulary);

/// How many postings the kept lists may have together, and how many candidates are reranked.
///
///   posting_budget(20'000) == 15'000; candidate_count(question, 20'000) == 60, or 150 where numerals with another
///   print (khóa IX, khóa 9) are at least a quarter of the question's words
///
/// Takes    the question; the number of articles of the archive.
/// Returns  numbers that grow with its square root above ranking::kArticlesStudied.
/// Errors   none.
/// Source   docs/ranking.md, "Two passes". Covered by candidates_test.
double posting_budget(double articles);
std::size_t candidate_count(const Question& question, double articles);

/// The weighting scheme of the first pass: BM25 over impacts, so that Xapian needs no document lengths.
///
/// Source   docs/ranking.md, "Impacts".
Xapian::BM25Weight first_pass_weight();

}  // namespace timbao
