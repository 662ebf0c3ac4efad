// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/text/wordpress.h"

#include <algorithm>
#include <array>

#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::array<std::string_view, 9> kArticleTypes{"post",   "news",     "article",  "tin-tuc", "tin_tuc",
                                                        "tintuc", "bai-viet", "bai_viet", "baiviet"};

std::string quoted(std::string_view word) {
  constexpr std::size_t kShownBytes = 40;
  return "'" + std::string(cut_at_code_point(word, kShownBytes)) + "'";
}

}  // namespace

std::string why_no_post(const WordPressWords& words) {
  const bool is_article =
      std::find(kArticleTypes.begin(), kArticleTypes.end(), words.type) != kArticleTypes.end() || words.type.empty();
  if (!is_article) return "whose type is " + quoted(words.type);
  return words.status.empty() || words.status == "publish" ? "" : "whose status is " + quoted(words.status);
}

}  // namespace timbao
