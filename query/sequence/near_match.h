// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/language/clause.h"
#include "query/sequence/found_tokens.h"
#include "query/sequence/phrase_match.h"
#include "query/sequence/scan.h"

namespace timbao {

/// What a clause is looked for in: one article as the scanner found it.
///
/// Source   covered by near_match_test.
/// Threads  holds references: what they refer to must outlive it.
struct ScannedTokens {
  const SequenceScanner& scanner;
  const FoundTokens& found;
  PhraseMatcher& phrases;
};

/// All places where a clause stands in an article: a word, a phrase, or any of several of these.
///
///   places_of(any_of(word xăng, phrase(dầu hỏa)), article)   each xăng, and each dầu hỏa
///
/// Takes    a clause; one of another kind stands nowhere.
/// Returns  the places in the order of their ends.
/// Errors   none.
/// Source   docs/query-language.md, "NEAR". Covered by near_match_test.
std::vector<StandingPlace> places_of(const Clause& clause, const ScannedTokens& article);

/// Whether the children of a clause of kind near stand near each other: each has a place in the paragraph of the child
/// before it, before or behind it, with at most as many tokens between as its distance says. The two places have no
/// token in common. The child before is at the same place for the one before it and for the one behind it.
///
///   xăng NEAR/2 giá   true for "giá bán lẻ xăng" and for "xăng tăng giá", not for "giá bán lẻ của xăng"
///
/// Takes    a clause of kind near.
/// Returns  the answer in time that grows with n log n of the places of the children.
/// Errors   none.
/// Source   docs/query-language.md, "NEAR". Covered by near_match_test, and by search_oracle_test against a plain
///          search.
bool stands_near(const Clause& near, const ScannedTokens& article);

/// Where the children of a clause of kind near stand near each other, child by child.
///
///   xăng NEAR/2 giá   of "giá bán lẻ xăng, giá": {xăng}, {both giá}
///
/// Takes    a clause of kind near.
/// Returns  of each child the places that belong to a way through all children, in the order of their ends; where
///          stands_near() is false, none.
/// Errors   none.
/// Source   as stands_near().
std::vector<std::vector<StandingPlace>> places_near(const Clause& near, const ScannedTokens& article);

}  // namespace timbao
