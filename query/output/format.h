// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace timbao {

/// --format: for people; one object; a hit a line; tab-separated columns; ids alone.
enum class OutputFormat : std::uint8_t { text, json, jsonl, tsv, ids };

/// --highlight, once it is known whether the output is a terminal.
enum class Highlight : std::uint8_t { none, ansi, html };

/// How text for people is laid out.
struct TextLook {
  // NOLINTNEXTLINE(google-explicit-constructor): a highlight alone is text that nobody wraps
  TextLook(Highlight marks = Highlight::none, std::size_t width = 0) : highlight(marks), columns(width) {}

  Highlight highlight;
  std::size_t columns;  ///< of a line, which is broken between words; 0: lines are as long as they are
};

/// A score as every format shows it: at most six significant digits: 17.2345678 -> "17.2346".
std::string format_score(double score);

/// The same number, for JSON.
double rounded_score(double score);

}  // namespace timbao
