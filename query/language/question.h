// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/language/asked_words.h"
#include "query/language/clause.h"
#include "query/language/ranked_words.h"
#include "query/language/tree.h"
#include "query/request/request.h"

namespace timbao {

/// What a query asks, as far as it can be understood without an index.
///
///   đảng -họp   words {đảng, họp}; hits: all_of(đảng, none_of(họp)); ranked {đảng}
///
/// Threads  it is read only after it was made, so that several threads may share it.
struct Question {
  /// Each distinct word once.
  IndexedVector<WordId, AskedWord> words;
  /// What makes an article a hit.
  Clause hits;
  /// What `total` counts, and what hits are where they are not ranked.
  Clause counted;
  /// `hits` asks for any one of the words, so that hits may have few of them.
  bool optional_words = false;
  /// A filter, --from or --to restricts which articles may be hits.
  bool filtered = false;
  std::vector<RankedWord> ranked;
  /// Joined forms and ranges of what is ranked, each as one word.
  std::vector<WordId> ranked_wholes;
  std::vector<RankedName> ranked_names;
  /// Their places are those of `ranked`.
  std::vector<RankedAlternative> alternatives;
};

/// Says what a tree asks for.
///
///   make_question(parse_query(request.query.text(), tokenizer, request.today).root, request)
///
/// Takes    the tree, and of the request: --match, --marks, --from and --to.
/// Returns  a question that does not refer to the tree.
/// Errors   none.
/// Source   docs/query-language.md, "What is a hit". Covered by question_test.
Question make_question(const Node& root, const SearchRequest& request);

}  // namespace timbao
