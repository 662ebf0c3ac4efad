// SPDX-License-Identifier: GPL-2.0-or-later
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/index/article_json.h"
#include "common/text/shown_id.h"
#include "query/front/serve/api.h"

namespace timbao {

Reply answer_article(const Asked& asked, const Archive& archive) {
  const std::string id = needed_value_of(asked, "id");
  const std::vector<FoundArticle> found = archive.articles(id);
  if (found.empty()) throw Error(ExitCode::incomplete, "no article has the id '" + shown_id(id) + "'");
  Json articles = Json::array();
  for (const FoundArticle& one : found) articles.push_back(article_json(one.article));
  Reply reply;
  reply.body = to_line({{"id", id}, {"articles", std::move(articles)}}) + "\n";
  return reply;
}

}  // namespace timbao
