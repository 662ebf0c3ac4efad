// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/rtf_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/base/ascii.h"
#include "common/base/ascii_text.h"

namespace timbao {
namespace {

constexpr int kMostNumber = 1'000'000'000;

using A = RtfAction;

constexpr std::array kWords{
    RtfWord{"par", A::paragraph_end},
    RtfWord{"sect", A::paragraph_end},
    RtfWord{"page", A::paragraph_end},
    RtfWord{"cell", A::paragraph_end},
    RtfWord{"nestcell", A::paragraph_end},
    RtfWord{"row", A::paragraph_end},
    RtfWord{"\n", A::paragraph_end},
    RtfWord{"\r", A::paragraph_end},
    RtfWord{"line", A::sign, "\n"},
    RtfWord{"tab", A::sign, "\t"},
    RtfWord{"emdash", A::sign, "\u2014"},
    RtfWord{"endash", A::sign, "\u2013"},
    RtfWord{"lquote", A::sign, "\u2018"},
    RtfWord{"rquote", A::sign, "\u2019"},
    RtfWord{"ldblquote", A::sign, "\u201C"},
    RtfWord{"rdblquote", A::sign, "\u201D"},
    RtfWord{"bullet", A::sign, "\u2022"},
    RtfWord{"emspace", A::sign, " "},
    RtfWord{"enspace", A::sign, " "},
    RtfWord{"~", A::sign, "\u00A0"},
    RtfWord{"_", A::sign, "-"},
    RtfWord{"*", A::optional},
    RtfWord{"pict", A::leave_out},
    RtfWord{"object", A::leave_out},
    RtfWord{"objdata", A::leave_out},
    RtfWord{"nonshppict", A::leave_out},
    RtfWord{"colortbl", A::leave_out},
    RtfWord{"info", A::leave_out},
    RtfWord{"header", A::leave_out},
    RtfWord{"headerl", A::leave_out},
    RtfWord{"headerr", A::leave_out},
    RtfWord{"headerf", A::leave_out},
    RtfWord{"footer", A::leave_out},
    RtfWord{"footerl", A::leave_out},
    RtfWord{"footerr", A::leave_out},
    RtfWord{"footerf", A::leave_out},
    RtfWord{"fldinst", A::leave_out},
    RtfWord{"xe", A::leave_out},
    RtfWord{"tc", A::leave_out},
    RtfWord{"annotation", A::leave_out},
    RtfWord{"atnid", A::leave_out},
    RtfWord{"atnauthor", A::leave_out},
    RtfWord{"falt", A::leave_out},
    RtfWord{"panose", A::leave_out},
    RtfWord{"filetbl", A::leave_out},
    RtfWord{"listtext", A::leave_out},
    RtfWord{"pntext", A::leave_out},
    RtfWord{"revtbl", A::leave_out},
    RtfWord{"footnote", A::note},
    RtfWord{"fonttbl", A::fonts},
    RtfWord{"stylesheet", A::styles},
    RtfWord{"u", A::code_point},
    RtfWord{"uc", A::fallbacks},
    RtfWord{"bin", A::binary},
    RtfWord{"f", A::font},
    RtfWord{"plain", A::plain},
    RtfWord{"deff", A::default_font},
    RtfWord{"fcharset", A::font_charset},
    RtfWord{"ansicpg", A::code_page},
    RtfWord{"s", A::style},
    RtfWord{"pard", A::no_style},
    RtfWord{"deleted", A::deleted},
};

/// A control that is no letter: "\'e1", "\{", "\*", a backslash before the end of a line.
RtfControl read_symbol(std::string_view text) {
  constexpr std::string_view kThemselves = "\\{}", kNothing = "-:|";
  const char symbol = byte_at(text, 1);
  if (symbol == '\'' && is_ascii_hex_digit(byte_at(text, 2)) && is_ascii_hex_digit(byte_at(text, 3)))
    return {RtfControlKind::byte, {}, static_cast<int>(hex_digit_value(text[2]) * 16 + hex_digit_value(text[3])), 4};
  if (text.size() < 2) return {RtfControlKind::word, {}, 1, 1};
  if (kThemselves.find(symbol) != std::string_view::npos) return {RtfControlKind::character, text.substr(1, 1), 1, 2};
  const bool is_known = rtf_word(text.substr(1, 1)) != nullptr || kNothing.find(symbol) != std::string_view::npos;
  return {RtfControlKind::word, text.substr(1, 1), 1, is_known ? 2U : 1U};
}

}  // namespace

RtfControl read_rtf_control(std::string_view text) {
  std::size_t end = 1;
  while (is_ascii_letter(byte_at(text, end))) ++end;
  if (end == 1) return read_symbol(text);
  RtfControl control{RtfControlKind::word, text.substr(1, end - 1), 1, end};
  const bool is_negative = byte_at(text, end) == '-' && is_digit_at(text, end + 1);
  const std::size_t digits = is_negative ? end + 1 : end;
  if (is_digit_at(text, digits)) {
    control.number = 0;
    for (end = digits; is_digit_at(text, end); ++end)
      control.number = std::min(control.number, kMostNumber / 10 - 1) * 10 + (text[end] - '0');
    if (is_negative) control.number = -control.number;
  }
  control.length = byte_at(text, end) == ' ' ? end + 1 : end;
  return control;
}

const RtfWord* rtf_word(std::string_view word) {
  static const std::unordered_map<std::string_view, const RtfWord*> kByWord = [] {
    std::unordered_map<std::string_view, const RtfWord*> rows;
    for (const RtfWord& row : kWords) rows.emplace(row.word, &row);
    return rows;
  }();
  const auto row = kByWord.find(word);
  return row == kByWord.end() ? nullptr : row->second;
}

}  // namespace timbao
