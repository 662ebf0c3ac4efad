// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are an article or a rejection; what is kept is UTF-8 and has a title or a body.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/utf8.h"
#include "indexer/input/article/article_text.h"
#include "indexer/input/charset/to_utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string well_formed(reinterpret_cast<const char*>(data), size);
  timbao::to_utf8_in_place(well_formed, timbao::Charset::utf8);
  const timbao::ParsedArticle parsed = timbao::parse_article_text(well_formed);
  const auto* const read = std::get_if<timbao::ReadArticle>(&parsed);
  if (read == nullptr) return 0;
  const timbao::Article& article = read->article;
  for (std::string_view text : {article.title, article.lead, article.body})
    if (timbao::well_formed_prefix(text) != text.size()) std::abort();
  return 0;
}
