// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/meant_query.h"

#include <utility>

#include "query/search/count.h"
#include "query/search/near_hits.h"
#include "query/search/page.h"
#include "query/suggest/suggestion.h"

namespace timbao {
namespace {

/// Whether a question has any hit, whichever page was asked for.
bool has_hits(const OpenArchive& archive, const PreparedQuestion& prepared, SearchRequest request) {
  request.offset = 0;
  request.limit = 1;
  const SearchContext context(archive, prepared, request);
  return !page(context, count(context)).empty();
}

}  // namespace

std::string suggestion_of(Node root, const SearchContext& context, const std::vector<RankedArticle>& hits,
                          Tokenizer& tokenizer) {
  const SearchRequest& request = context.request();
  if (!request.like.empty()) return "";
  NearHits near(context, hits);
  return suggestion_for({request.query.text(), std::move(root), request.today},
                        {context.archive().vocabulary, tokenizer, near});
}

void keep_if_useful(Answer& answer, const SearchContext& context, const Understand& understand) {
  if (answer.suggestion.empty() || !answer.hits.empty() || answer.total.count > 0) return;
  if (has_hits(context.archive(), context.prepared(), context.request())) return;
  SearchRequest meant = context.request();
  meant.query = answer.suggestion;
  const PreparedQuestion prepared(understand(meant).question, context.archive().vocabulary);
  if (!has_hits(context.archive(), prepared, meant)) answer.suggestion.clear();
}

Answer answer_meant(const SearchRequest& request, const AnswerRequest& answer) {
  if (request.suggest == Suggest::no) return answer(request, Trial::no);
  SearchRequest meant = request;
  meant.limit = 0;
  meant.mentions.show = ShowMentions::no;
  const std::string suggestion = answer(meant, Trial::yes).suggestion;
  meant.limit = request.limit;
  meant.mentions.show = request.mentions.show;
  if (!suggestion.empty()) meant.query = suggestion;
  Answer of_meant = answer(meant, Trial::no);
  of_meant.suggestion = suggestion;
  if (!suggestion.empty())
    of_meant.notes.push_back({NoteKind::remark, "searched for " + shown_in_note(suggestion) + " instead of " +
                                                    shown_in_note(request.query.text())});
  return of_meant;
}

}  // namespace timbao
