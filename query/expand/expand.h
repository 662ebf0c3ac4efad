// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "common/index/vocabulary.h"
#include "common/text/tokenize.h"
#include "query/language/tree.h"
#include "query/request/note.h"
#include "query/request/request.h"

namespace timbao {

/// How many alternatives one query gets at most, so that a pasted article costs no more than a headline.
inline constexpr std::size_t kMostAlternatives = 48;

/// A tree with alternatives, and a note for each of them.
struct Expanded {
  Node root;
  std::vector<Note> notes;
};

/// Adds to each words node of a tree what else is searched in place of its words: abbreviations, document numbers, other
/// spellings, what typing keys stand for.
///
///   expand(parse_query("chống đối csgt", …).root, request, vocabulary, tokenizer)
///     alternatives  {abbreviation, 2, 1, "cảnh sát giao thông", {}, 0.9}
///     notes         "csgt is also searched as cảnh sát giao thông (abbreviation, weight 0.9)"
///
/// Takes    a tree of the parser; its request, whose --no-variants and --no-typing leave kinds out; the vocabulary of the
///          archive; the tokenizer that cut the tree.
/// Returns  the same tree where nothing is added. Phrases, words behind `=`, what a minus or NOT excludes, and every word
///          of a query with --marks strict stay as typed. An alternative that the archive does not have is left out.
/// Errors   those of the vocabulary.
/// Source   docs/variants.md. Covered by expand_test and expand_fuzz.
Expanded expand(Node root, const SearchRequest& request, const Vocabulary& vocabulary, Tokenizer& tokenizer);

}  // namespace timbao
