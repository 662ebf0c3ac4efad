// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/json.h"
#include "query/front/batch_line.h"
#include "tests/fuzz/require.h"

// Any line is a question or an error, and its id is JSON on one line, whatever number stands there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = timbao::fuzz::text_of(data, size);
  for (const timbao::BatchLine& line :
       {timbao::read_batch_line(text, {}), timbao::refuse_batch_line(text, "too long")}) {
    const std::string& id = line.id.text;
    const bool is_number = id.find_first_not_of("0123456789+-.eE") == id.npos;
    if (id.empty() || id.find('\n') != id.npos || (!is_number && !timbao::Json::accept(id))) std::abort();
  }
  return 0;
}
