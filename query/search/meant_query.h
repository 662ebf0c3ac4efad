// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/text/tokenize.h"
#include "query/language/tree.h"
#include "query/request/answer.h"
#include "query/search/ranked_article.h"
#include "query/search/search_context.h"
#include "query/search/understood.h"

namespace timbao {

/// What was more likely meant than a query; of --like nothing, which is about an article and not about words.
///
///   answer.suggestion = suggestion_of(std::move(root), context, hits, tokenizer);
///
/// Takes    the tree of the query, its search and its hits.
/// Returns  a query; empty where there is none.
/// Errors   those of the archive.
/// Source   docs/query-language.md, "Did you mean". Covered by search_suggest_test.
std::string suggestion_of(Node root, const SearchContext& context, const std::vector<RankedArticle>& hits,
                          Tokenizer& tokenizer);

/// Drops the suggestion of a query without hits where it would find nothing either.
///
/// Takes    the answer, its search, and what understands the suggestion.
void keep_if_useful(Answer& answer, const SearchContext& context, const Understand& understand);

/// What answers a request, and whether it only looks for the suggestion, so that it gives out nothing.
enum class Trial : std::uint8_t { no, yes };
using AnswerRequest = std::function<Answer(const SearchRequest& request, Trial trial)>;

/// Answers a request; with --suggest what was more likely meant, where there is a suggestion.
Answer answer_meant(const SearchRequest& request, const AnswerRequest& answer);

}  // namespace timbao
