// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "common/index/vocabulary.h"
#include "common/text/tokenize.h"
#include "query/expand/draft.h"
#include "query/language/tree.h"
#include "query/request/note.h"
#include "query/request/request.h"

namespace timbao {

/// How many alternatives one query gets at most, so that a pasted article costs no more than a headline.
inline constexpr std::size_t kMostAlternatives = 48;

/// One way to find alternatives, and the option that switches it off.
struct ExpanderRow {
  Expander expander;
  AsTyped SearchRequest::*switched_off;
};

/// The expanders that a search asks, in this order: what the first ones put in the place of typed words is what the
/// others look at.
const std::vector<ExpanderRow>& shipped_expanders();

/// What expansion looks at beside the query.
struct ExpandContext {
  const SearchRequest& request;  ///< its --no-variants, --no-typing, --not-as and --marks
  const Vocabulary& vocabulary;  ///< of the archive
  Tokenizer& tokenizer;          ///< the one that cut the tree
};

/// A tree with alternatives, and a note for each of them.
struct Expanded {
  Node root;
  std::vector<Note> notes;
};

/// Adds to each words node of a tree what else is searched in place of its words: abbreviations, document numbers, other
/// spellings, what typing keys stand for.
///
///   expand(parse_query("chống đối csgt", …).root, {request, vocabulary, tokenizer})
///     alternatives  {abbreviation, 2, 1, "cảnh sát giao thông", {}, 0.9}
///     notes         "'csgt' is also searched as 'cảnh sát giao thông' (abbreviation, weight 0.9)"
///
/// Takes    a tree of the parser, what it was cut with, and the expanders to ask.
/// Returns  the same tree where nothing is added. Phrases, words behind `=`, what a minus or NOT excludes, and every word
///          of a query with --marks strict stay as typed. An alternative that the archive does not have is left out.
/// Errors   those of the vocabulary.
/// Source   docs/variants.md. Covered by expand_test and expand_fuzz.
Expanded expand(Node root, const ExpandContext& context,
                const std::vector<ExpanderRow>& expanders = shipped_expanders());

}  // namespace timbao
