// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// Says what a file is that holds neither text nor records, by its first bytes.
///
///   what_is_binary("%PDF-1.7\n...") == "a PDF, not text; …"     what_is_binary("Phúc Yên") == ""
///
/// Takes    the beginning of a file, of any bytes.
/// Returns  one line for people, which says what to do where that is known; empty for everything else. Zero bytes do
///          not count here: in a file of records they spoil only the record that holds them.
/// Errors   none.
/// Source   the first bytes that each format's specification prescribes; covered by read_articles_test.
std::string what_is_binary(std::string_view head);

/// The detail of the rejection of a text file or a record that holds a zero byte. A zero byte ends strings in many
/// programs, so text never holds one.
inline constexpr std::string_view kHoldsZeroByte = "holds a zero byte, so it is no text";

}  // namespace timbao
