// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/typed_words.h"

#include <utility>

#include "common/base/cli_option.h"
#include "common/base/escape.h"
#include "common/base/utf8.h"
#include "query/front/query_completion.h"

namespace timbao {

std::vector<std::string> complete_typed_words(const std::vector<std::string>& words, const Archive& archive) {
  if (words.empty()) return {};
  const std::string query = repair_utf8(joined(words, " ")).text;
  const std::string last = repair_utf8(words.back()).text;
  const std::string kept = last.substr(0, last.size() - split_at_word(query).word.size());
  std::vector<std::string> lines;
  for (const QueryCompletion& completion : complete_query(query, archive)) {
    std::string line = kept + completion.text;
    if (find_control(line) == line.size()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace timbao
