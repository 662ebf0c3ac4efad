// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/format.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/json.h"
#include "indexer/input/json/json_scan.h"

namespace timbao {
namespace {

constexpr std::array<std::string_view, 3> kNames{"text", "jsonl", "json"};  // by Format

struct SuffixRow {
  std::string_view suffix;
  Format format;
};
constexpr std::array<SuffixRow, 4> kSuffixes{
    {{".jsonl", Format::jsonl}, {".ndjson", Format::jsonl}, {".jl", Format::jsonl}, {".json", Format::json}}};

/// Whether at least half of the lines that hold something are JSON objects. The last line may go on behind the head.
bool are_mostly_objects(const FileHead& head) {
  std::size_t lines = 0, objects = 0;
  for (std::string_view rest = head.bytes; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos && !head.is_whole) break;
    const std::string_view line = without_leading_space(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.empty()) continue;
    ++lines;
    if (is_json_object(line)) ++objects;
  }
  return objects > 0 && 2 * objects >= lines;
}

/// The format of a file that begins like an object.
///
/// Takes    what the file is taken for where no object is closed in its head and the lines tell nothing.
Format format_of_object(std::string_view text, const FileHead& head, Format otherwise) {
  const std::size_t line_end = text.find('\n');
  const bool has_whole_line = line_end != std::string_view::npos || head.is_whole;
  if (has_whole_line && is_json_object(text.substr(0, line_end))) return Format::jsonl;
  ObjectScan scan;
  const std::size_t length = scan.walk(text);
  if (scan.is_closed()) return is_json_object(text.substr(0, length)) ? Format::json : otherwise;
  if (are_mostly_objects(head)) return Format::jsonl;
  // It goes on behind the head, or it is cut off.
  return line_end == std::string_view::npos ? Format::jsonl : Format::json;
}

/// The format of a file that begins with "[".
Format format_of_list(std::string_view text, const FileHead& head, Format otherwise) {
  const std::string_view first = without_leading_space(text.substr(1));
  if (may_begin_json_object(first)) {
    ObjectScan scan;
    const std::size_t length = scan.walk(first);
    if (!scan.is_closed() || is_json_object(first.substr(0, length))) return Format::json;
  }
  return head.is_whole && Json::accept(text) ? Format::json : otherwise;
}

}  // namespace

std::string_view format_name(Format format) { return kNames[static_cast<std::size_t>(format)]; }

Format format_of_name(std::string_view path) {
  std::string name(path.substr(path.rfind('/') + 1));
  std::transform(name.begin(), name.end(), name.begin(), to_ascii_lower);
  const auto* const row = std::find_if(kSuffixes.begin(), kSuffixes.end(),
                                       [&](const SuffixRow& candidate) { return ends_with(name, candidate.suffix); });
  return row == kSuffixes.end() ? Format::text : row->format;
}

bool shows_format(std::string_view head) {
  const std::size_t end = head.find('\n');
  return end != std::string_view::npos && is_json_object(head.substr(0, end));
}

Format format_of_content(const FileHead& head, Format by_name) {
  const std::string_view text = without_leading_space(head.bytes);
  const Format otherwise = are_mostly_objects(head) ? Format::jsonl : by_name;
  if (may_begin_json_object(text)) return format_of_object(text, head, otherwise);
  if (starts_with(text, "[")) return format_of_list(text, head, otherwise);
  return otherwise;
}

}  // namespace timbao
