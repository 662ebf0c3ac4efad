// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// What a file holds.
enum class Format : std::uint8_t {
  text,   ///< one article as it is printed
  jsonl,  ///< records of JSON, one a line
  json,   ///< records of JSON over any number of lines: a list of objects, or objects one after the other
};

/// The format's name in options and messages.
std::string_view format_name(Format format);

/// The format that a file's name suggests, whatever the case: jsonl for *.jsonl, *.ndjson and *.jl, json for *.json,
/// else text.
Format format_of_name(std::string_view path);

/// How much of a file is looked at to tell its format.
inline constexpr std::size_t kHeadBytes = 64U << 10U;

/// The beginning of a file.
struct FileHead {
  std::string_view bytes;
  bool is_whole = false;  ///< there is nothing behind it
};

/// Whether so much of a file shows its format already: its first line is a JSON object.
bool shows_format(std::string_view head);

/// The format that a file's content shows.
///
///   format_of_content({"{\"title\":\"Tin\"}\n", true}, Format::text) == Format::jsonl
///   format_of_content({"[Ảnh] Lễ khai mạc", true}, Format::text) == Format::text
///
/// Takes    the beginning of a file; what its name suggests, which is taken where the content shows nothing.
/// Returns  jsonl where the first line is a JSON object, or where half of the lines are; json where the file begins
/// with
///          an object of several lines, or with a list of objects. A text that only begins like JSON stays text.
/// Errors   none.
Format format_of_content(const FileHead& head, Format by_name);

}  // namespace timbao
