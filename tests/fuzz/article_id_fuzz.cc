// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/terms.h"
#include "indexer/input/article/article_id.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

constexpr std::size_t kLongestTerm = 245;  // of Xapian, in which a zero byte takes two

void check_term(const std::string& term) {
  require(term.size() <= kLongestTerm && term.find('\0') == std::string::npos);
}

}  // namespace

// Any text as an url or an id gives an id, and terms that Xapian can hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  const std::string plain = plain_url(text);
  require(plain.size() <= text.size() && plain_url("http://" + text) == plain_url("HTTPS://" + text));
  Article article;
  article.url = text;
  const std::string id = article_id(article, {"/archive/news.jsonl", 7});
  require(!id.empty() && (id == plain || id == "/archive/news.jsonl!7"));
  article.id = text;
  if (!text.empty()) require(article_id(article, {"-", 1}) == text);
  for (const std::string& term :
       {id_term(text), path_term(text), url_term(text), host_term(text), name_term("XA", text)})
    check_term(term);
  require(bounded_key(text).size() <= 200);
  return 0;
}
