// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>

#include "common/base/json.h"
#include "indexer/input/article/record_nest.h"
#include "indexer/input/json/json_repair.h"
#include "indexer/input/json/json_scan.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

// What is JSON stays the same JSON, nothing grows beyond six times its length, and any beginning of a file has a nest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8(fuzz::text_of(data, size)).text;
  const std::string loosened = loosened_json(text);
  require(loosened.size() <= 6 * text.size());
  if (text.find('\0') == text.npos && Json::accept(text))
    require(Json::parse(loosened, nullptr, false) == Json::parse(text, nullptr, false));
  require(objects_around_records(text) <= 32);
  const std::size_t begin = assignment_before_json(text);
  require(begin == 0 || (begin < text.size() && (text[begin] == '{' || text[begin] == '[')));
  return 0;
}
