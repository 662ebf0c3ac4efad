// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/index/article_json.h"
#include "common/text/shown_id.h"
#include "query/front/serve/api.h"
#include "query/output/mentions_json.h"

namespace timbao {
namespace {

void check_found(std::size_t articles, const std::string& id) {
  if (articles == 0) throw Error(ExitCode::incomplete, "no article has the id '" + shown_id(id) + "'");
}

/// The articles, and nothing about a query.
Json plain_json(const std::string& id, const Archive& archive) {
  const std::vector<FoundArticle> found = archive.articles(id);
  check_found(found.size(), id);
  Json articles = Json::array();
  for (const FoundArticle& one : found) articles.push_back(article_json(one.article));
  return {{"id", id}, {"articles", std::move(articles)}};
}

/// The articles, and where the query matches in the first of them.
Json marked_json(const std::string& id, const SearchRequest& request, const Archive& archive) {
  const std::vector<MarkedArticle> marked = archive.marked_articles(request, id);
  check_found(marked.size(), id);
  Json articles = Json::array();
  for (const MarkedArticle& one : marked) articles.push_back(article_json(one.found.article));
  Json object{{"id", id}, {"articles", std::move(articles)}};
  add_marks_json(marked.front().marks, object);
  return object;
}

}  // namespace

Reply answer_article(const Asked& asked, const Archive& archive) {
  const std::string id = needed_value_of(asked, "id");
  const SearchRequest request = search_of(asked, {"id"});
  const bool has_query = !request.query.text().empty();
  return json_reply(has_query ? marked_json(id, request, archive) : plain_json(id, archive));
}

}  // namespace timbao
