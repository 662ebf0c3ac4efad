// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/formats/formats.h"
#include "indexer/input/json/json_scan.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

bool is_blank(std::string_view line) { return without_leading_space(line).empty(); }

/// Whether each line that holds something is a JSON object, and there is such a line.
bool is_lines_of_objects(std::string_view text) {
  bool has_any = false;
  while (!text.empty()) {
    const std::string_view line = fuzz::take_until(text, '\n');
    if (is_blank(line)) continue;
    if (!is_json_object(line)) return false;
    has_any = true;
  }
  return has_any;
}

void check(const FileHead& head, Format by_name) {
  const Format format = format_of_content(head, by_name);
  const bool has_signs = head.bytes.find_first_of("{[<") != std::string_view::npos;
  require(has_signs || format == by_name || format == Format::csv || format == Format::sql);
  if (head.is_whole && is_lines_of_objects(head.bytes)) require(format == Format::jsonl || format == Format::json);
  const std::string with_mark = "\uFEFF\n" + std::string(head.bytes);
  require(format_of_content({with_mark, head.is_whole}, by_name) == format);
}

}  // namespace

// Any beginning of a file has a format, which a byte order mark and an empty line before it do not change.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  for (const auto& [by_name, name, help] : kFormatNames) {
    check({text, true}, by_name);
    check({text, false}, by_name);
  }
  const std::size_t line_end = text.find('\n');
  if (shows_format(text)) require(line_end != text.npos && is_json_object(text.substr(0, line_end)));
  require(static_cast<std::size_t>(format_of_name(text)) < kFormatNames.size() &&
          !format_name(format_of_name(text)).empty());
  return 0;
}
