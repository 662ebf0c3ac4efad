// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/text/columns.h"
#include "query/output/render.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

std::string without_spaces(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; }), text.end());
  return text;
}

/// No line is wider than it may be, all but the first are indented, and nothing but spaces is added or left out.
void check_wrapped(const std::string& line, const Wrapping& wrapping) {
  const std::size_t columns = std::max<std::size_t>(wrapping.columns, 20);
  const std::string wrapped = wrap(line, wrapping), indent(std::min(wrapping.indent, columns / 2), ' ');
  require(without_spaces(wrapped) == without_spaces(line));
  std::string_view rest = wrapped;
  for (bool is_first = true; !rest.empty(); is_first = false) {
    const std::string_view piece = fuzz::take_until(rest, '\n');
    require(columns_of(piece) <= columns && (is_first || piece.substr(0, indent.size()) == indent));
  }
}

void check_cut(std::string_view text, std::size_t limit_chars) {
  const std::string_view kept = cut_at_letter(text, limit_chars);
  require(kept == text.substr(0, kept.size()) && count_code_points(kept) <= limit_chars);
  if (fuzz::is_well_formed(text)) require(fuzz::is_well_formed(kept));
  if (count_code_points(text) <= limit_chars) require(kept.size() == text.size());
}

}  // namespace

// Two bytes (width and indent) and a line, as it is and with marks in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest = fuzz::text_of(data, size);
  const Wrapping wrapping{1 + fuzz::take_byte(rest), fuzz::take_byte(rest)};
  const std::string line = on_one_line(rest);
  check_wrapped(line, wrapping);
  const std::size_t chars = count_code_points(line);
  check_wrapped(render({line, {{chars / 4, chars / 3}, {chars / 2, chars}}}, Highlight::ansi), wrapping);
  check_cut(rest, wrapping.indent);
  check_cut(repair_utf8(rest).text, wrapping.columns);
  return 0;
}
