// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a record or a rejection; what is kept is UTF-8 and has a title or a body.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/base/utf8.h"
#include "indexer/input/article/article_jsonl.h"
#include "indexer/input/charset/to_utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static timbao::JsonlParser parser;  // one for all, as in a run: what a line leaves behind must not hurt the next
  std::string line(reinterpret_cast<const char*>(data), size);
  if (line.find('\0') != std::string::npos) return 0;  // no record with one reaches the parser
  timbao::to_utf8_in_place(line, timbao::Charset::utf8);
  const timbao::ParsedArticle parsed = parser.parse(line);
  const auto* const read = std::get_if<timbao::ReadArticle>(&parsed);
  if (read == nullptr) return 0;
  const timbao::Article& article = read->article;
  if (article.title.empty() && article.body.empty()) std::abort();
  for (const std::string& text : {article.id, article.title, article.lead, article.body, article.url})
    if (timbao::well_formed_prefix(text) != text.size()) std::abort();
  return 0;
}
