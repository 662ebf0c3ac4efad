// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/line_source.h"
#include "common/base/utf8.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

/// A line as LineSource's header describes it.
std::string_view expected_line(std::string_view line, std::size_t limit) {
  const bool is_too_long = line.size() > limit;
  line = line.substr(0, limit);
  if (!is_too_long && !line.empty() && line.back() == '\r') line.remove_suffix(1);
  while (starts_with(line, kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  return line;
}

}  // namespace

// The lines of any standard input, one after the other; of those over the limit (the first byte) the beginning.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::text_of(data, size);
  const std::size_t limit = fuzz::take_byte(bytes);
  std::istringstream in{std::string(bytes)};
  LineSource lines(in, limit, [] {});
  while (const std::optional<InputLine> line = lines.next()) {
    require(!bytes.empty());
    const std::string_view expected = fuzz::take_until(bytes, '\n');
    require(line->is_too_long == (expected.size() > limit) && line->text == expected_line(expected, limit));
  }
  require(bytes.empty());
  return 0;
}
