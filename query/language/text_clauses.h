// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/language/asked_words.h"
#include "query/language/clause.h"
#include "query/language/tree.h"

namespace timbao {

/// What a phrase asks of an article: its words side by side. A phrase that is the number of a document and nothing else
/// is also fulfilled by an article that names the document in another spelling.
///
///   "bàn giao"      phrase(bàn giao)
///   "05-CT/TW"      any_of(phrase(05 ct tw), terms(O5/ct/tw))
///
/// Takes    a words or phrase node; the list that its words are added to.
/// Errors   none.
/// Source   docs/query-language.md, "Phrases". Covered by question_test.
Clause phrase_clause(const Node& node, Demand demand, AskedWordList& words);

/// What the beginning of a word asks of an article: one of the words for which it stands.
///
///   chinh*   word chinh*; with `body:` before it, phrase(body:chinh*), because only token sequences tell
///
/// Takes    a prefix node; the list that its word is added to.
/// Errors   none.
/// Source   docs/query-language.md, "The beginning of a word". Covered by question_test.
Clause prefix_clause(const Node& node, AskedWordList& words);

/// What each unit of a text asks of an article. A unit is what was typed as one thing: a word, or the tokens of a
/// joined form, a range, a date or the number of a document.
///
///   họp 31/1/2018   needed: họp; any_of(all_of(31, 1, 2018), terms(T20180131))
///                   optional: họp; 31; 1; 2018; terms(T20180131)
///   KT-XH mới       phrase(kt xh, or ktxh in place of both); mới
///   csgt mới        with an alternative, needed: any_of(csgt, phrase(cảnh sát giao thông)); mới
///                   the same, optional: csgt; mới; phrase(cảnh sát giao thông)
///
/// Takes    a words node; the list that its words are added to.
/// Returns  in the order of the text. Where units are needed: a clause for each; the words that an alternative stands for
///          are one unit with it. Where they are optional: a clause for each word, joined form, name and alternative.
/// Errors   none. In a unit with more than 16 names (dates, documents) the names are not asked for, only its words.
/// Source   docs/query-language.md, "Words" and "Limits"; docs/folding.md. Covered by question_test.
std::vector<Clause> unit_clauses(const Node& node, Demand demand, AskedWordList& words);

/// The words of an alternative side by side, a clause of kind phrase also where it is one word.
///
/// Takes    an alternative whose text has a token; the list that its words are added to.
/// Returns  each word stands for the reading that the alternative spells, and for the form without marks.
/// Errors   none.
/// Source   docs/variants.md. Covered by question_test.
Clause alternative_phrase(const Alternative& alternative, AskedWordList& words);

/// The terms any of which an article may have in place of an alternative's words: those that the alternative has, and
/// those of the days and documents that its whole text names.
///
///   alternative_terms(nghị quyết 18) == {"Onq 18"}
///
/// Errors   none.
/// Source   docs/variants.md. Covered by question_test.
std::vector<std::string> alternative_terms(const Alternative& alternative);

}  // namespace timbao
