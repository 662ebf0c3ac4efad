// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "common/index/article.h"
#include "common/index/vocabulary.h"
#include "common/text/tokenize.h"
#include "query/language/tree.h"

namespace timbao {

/// Makes a query of an article: what tells it from others, and that it is not wanted itself.
///
///   like_tree(article, vocabulary, tokenizer)     ((quy hoạch) OR (đê sông) OR (lũ)) -id:tl-7
///
/// Takes    an article of the archive; the vocabulary of the archive; a tokenizer, which must outlive the tree.
/// Returns  a sequence of the alternatives and of the excluded id. The alternatives are pairs of neighbours and single
///          words: those that the article repeats, or has in its title, and that few articles have. An article without
///          any word gives a tree that finds nothing.
/// Errors   those of the vocabulary.
/// Source   docs/ranking.md, "Articles like one". Covered by like_test.
Node like_tree(const Article& article, const Vocabulary& vocabulary, Tokenizer& tokenizer);

/// A tree that finds what `wanted` finds and ranks it as `ranking` does: every hit fulfils `wanted`.
///
/// Takes    two trees; `ranking` is a sequence.
/// Errors   none.
/// Source   docs/query-language.md, "Articles like one". Covered by like_test.
Node restricted(Node ranking, Node wanted);

}  // namespace timbao
