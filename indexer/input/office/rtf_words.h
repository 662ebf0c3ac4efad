// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace timbao {

/// What a control of RTF is.
enum class RtfControlKind : std::uint8_t {
  word,       ///< "\par", "\u7843", "\*"
  byte,       ///< "\'e1": a byte, in `number`
  character,  ///< "\{", "\~": a character that stands for itself, in `word`
};

/// A control, read: its word and number, and how many bytes it has with the blank that ends it.
///
///   read_rtf_control("\\u7843 ?") == {word, "u", 7843, 7}     read_rtf_control("\\b0\\i") == {word, "b", 0, 3}
struct RtfControl {
  RtfControlKind kind = RtfControlKind::word;
  std::string_view word;
  int number = 1;  ///< 1 where the word has none: "\b" is "\b1"
  std::size_t length = 0;
};

/// Reads the control that a text begins with.
///
/// Takes    text whose first byte is a backslash.
/// Errors   none: of what is no control the backslash alone is read. A number out of range is the nearest in range.
/// Source   Rich Text Format Specification 1.9.1, "Control Word". Covered by rtf_test and rtf_fuzz.
RtfControl read_rtf_control(std::string_view text);

/// What a word does. rtf.cc has a function for each, in this order.
enum class RtfAction : std::uint8_t {
  sign,  ///< it stands for the text of its row
  paragraph_end,
  leave_out,  ///< its group is no text
  optional,   ///< its group is left out where the next word is not known
  note,
  fonts,
  styles,
  code_point,
  fallbacks,
  binary,
  font,
  plain,
  default_font,
  font_charset,
  code_page,
  style,
  no_style,
  deleted,
};
inline constexpr std::size_t kRtfActions = static_cast<std::size_t>(RtfAction::deleted) + 1;

struct RtfWord {
  std::string_view word;
  RtfAction action;
  std::string_view text = {};
};

/// The row of a word; nullptr for one that changes nothing of the text.
const RtfWord* rtf_word(std::string_view word);

}  // namespace timbao
