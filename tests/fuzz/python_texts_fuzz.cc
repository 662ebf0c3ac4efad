// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/input/text/python_texts.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

// The texts of a list are well-formed, shorter than the list together, and are those of the list that is made of them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8(fuzz::text_of(data, size)).text;
  const auto texts = python_texts(text);
  if (!texts) return 0;
  std::string list = "[";
  std::size_t bytes = 0;
  for (const std::string& one : *texts) {
    require(fuzz::is_well_formed(one));
    bytes += one.size();
    list += "'";
    for (const char byte : one) {
      if (byte == '\'' || byte == '\\') list += '\\';
      list += byte;
    }
    list += "',";
  }
  require(bytes <= text.size());
  require(python_texts(list + "]") == texts);
  return 0;
}
