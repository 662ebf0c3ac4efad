// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/question.h"

#include <algorithm>
#include <utility>

#include "query/language/tree_clauses.h"

namespace timbao {
namespace {

bool has_filter(const Node& node) {
  return node.kind == NodeKind::filter || std::any_of(node.children.begin(), node.children.end(), has_filter);
}

}  // namespace

Question make_question(const Node& root, const SearchRequest& request) {
  AskedWordList words(request.marks);
  TreeClauses clauses = clauses_of(root, request, words);
  RankedText ranked = ranked_text(root, words);
  Question question;
  question.words = words.take();
  question.hits = std::move(clauses.hits);
  question.counted = std::move(clauses.counted);
  question.optional_words = clauses.has_optional_words;
  question.filtered = request.days.has_value() || request.first_indexed_since.has_value() || has_filter(root);
  question.ranked = std::move(ranked.words);
  question.ranked_wholes = std::move(ranked.wholes);
  question.ranked_names = std::move(ranked.names);
  question.alternatives = std::move(ranked.alternatives);
  return question;
}

}  // namespace timbao
