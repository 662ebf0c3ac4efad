// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "common/base/cli_values.h"
#include "common/base/json.h"
#include "common/base/utf8.h"
#include "query/front/query_completion.h"
#include "query/front/serve/api.h"
#include "query/output/code_point_walk.h"

namespace timbao {

Reply answer_completions(const Asked& asked, const Archive& archive) {
  const std::string query = value_of(asked, "q").value_or("");
  const std::size_t length = count_code_points(query);
  const std::string at = value_of(asked, "at").value_or(std::to_string(length));
  CodePointWalk walk(query);
  const std::string_view typed = walk.to(static_cast<std::size_t>(parse_number({"at", at}, 0, length)));
  const std::size_t begin = count_code_points(split_at_word(typed).before), end = count_code_points(typed);
  Json completions = Json::array();
  for (const QueryCompletion& word : complete_query(typed, archive))
    completions.push_back({{"text", word.text}, {"count", word.articles}, {"begin", begin}, {"end", end}});
  return json_reply({{"completions", std::move(completions)}});
}

}  // namespace timbao
