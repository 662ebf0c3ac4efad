// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "query/plan/prepared_question.h"

namespace timbao {

/// Posting lists that the first pass weighs as one: those of a word with its readings, of a pair, or of a name.
struct RankedList {
  Xapian::Query query;
  double value = 0;     ///< weight × idf: how much a hit in it tells
  double articles = 0;  ///< how many articles it holds
  std::string name;     ///< for --explain: "thuê~1"
};

/// The posting lists of a question.
struct RankedLists {
  std::vector<RankedList> typed;      ///< those of what was typed, the most valuable first
  std::vector<Xapian::Query> others;  ///< those of the other readings of marked words
};

/// Collects the posting lists of a question's words, pairs and names, and values them.
///
///   ranked_lists(prepared, vocabulary).typed.front().name == "thuê~1"
///
/// Takes    a prepared question and the vocabulary that it was prepared with.
/// Returns  no lists for a question that ranks no word.
/// Errors   those of the vocabulary.
/// Source   docs/ranking.md, "Two passes". Covered by candidates_test.
RankedLists ranked_lists(const PreparedQuestion& prepared, const Vocabulary& vocabulary);

}  // namespace timbao
