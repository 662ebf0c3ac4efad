// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "common/base/utf8.h"
#include "indexer/input/pages/article_page.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

namespace {

void require_well_formed(const std::string& text) { require(well_formed_prefix(text) == text.size()); }

}  // namespace

// Whatever a page holds, an article of it has a title or a body, of well-formed text; a list that the user insists on is
// no notice.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static_cast<void>(looks_like_page(fuzz::text_of(data, size)));
  std::string html = repair_utf8(fuzz::text_of(data, size)).text;
  html.erase(std::remove(html.begin(), html.end(), '\0'), html.end());
  std::string again = html;
  static_cast<void>(parse_article_page(html, ListPages::passed_over));
  const ParsedArticle parsed = parse_article_page(again, ListPages::read);
  require(!std::holds_alternative<Notice>(parsed));
  const auto* const read = std::get_if<ReadArticle>(&parsed);
  if (read == nullptr) return 0;
  const Article& article = read->article;
  require(!article.title.empty() || !article.body.empty());
  for (const std::string* const text : {&article.title, &article.lead, &article.body, &article.source})
    require_well_formed(*text);
  for (const std::string& caption : article.captions) require_well_formed(caption);
  for (const std::string& author : article.authors) require_well_formed(author);
  return 0;
}
