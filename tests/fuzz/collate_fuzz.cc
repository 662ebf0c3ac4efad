// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/collate.h"
#include "indexer/write/sort_keys.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

constexpr std::size_t kLongestKey = 201 + 8 + 200;  // 200 bytes of a title's key, a zero byte, the date, the id

}  // namespace

// Any text has a key without zero bytes, which quotation marks and spaces round it do not change.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  const std::string key = collation_key(text);
  require(key.find('\0') == std::string::npos && collation_key(repair_utf8(text).text) == key);
  const std::string behind_letter = collation_key("a" + text);
  require(collation_key("\u201Ca" + text + "\u201D \u00BB") == behind_letter);
  require(collation_key("  a" + text + " ") == behind_letter);
  Article article;
  article.id = "một";
  article.title = text;
  const std::string sort_key = title_key(article);
  require(sort_key.size() <= kLongestKey && title_key(article) == sort_key);
  return 0;
}
