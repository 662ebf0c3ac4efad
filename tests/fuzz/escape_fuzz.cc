// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/base/escape.h"
#include "common/text/columns.h"
#include "tests/fuzz/require.h"

// Any bytes come back from their escaped form, which holds no control; nothing that is shown holds one either.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = timbao::fuzz::text_of(data, size);
  const std::string line = timbao::escape_line(text), shown = timbao::on_one_line(text);
  if (timbao::unescape_line(line) != text || timbao::find_control(line) != line.size()) std::abort();
  if (timbao::find_control(shown) != shown.size()) std::abort();
  static_cast<void>(timbao::unescape_line(text));
  static_cast<void>(timbao::cut_at_letter(text, size / 3));
  std::string_view rest;
  const std::string wrapped = timbao::wrap(shown, {25, 3});
  for (rest = wrapped; !rest.empty(); rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1))
    if (timbao::columns_of(rest.substr(0, rest.find('\n'))) > 25) std::abort();
  return 0;
}
