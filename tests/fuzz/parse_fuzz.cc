// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/base/utf8.h"
#include "query/language/describe.h"
#include "query/language/parse.h"

// Any text gives a tree, and the tree's own text gives the same text again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr timbao::Day kToday{2018, 1, 31};
  static timbao::Tokenizer tokenizer;
  const std::string query = timbao::repair_utf8({reinterpret_cast<const char*>(data), size}).text;
  const std::string described = timbao::describe(timbao::parse_query(query, tokenizer, kToday).root);
  if (timbao::describe(timbao::parse_query(described, tokenizer, kToday).root) != described) std::abort();
  return 0;
}
