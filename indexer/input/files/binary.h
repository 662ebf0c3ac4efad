// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// Says what a file is that is neither text nor records, by its first bytes.
///
///   what_is_binary("%PDF-1.7\n...") == "a PDF, not text"     what_is_binary("Phúc Yên") == ""
///
/// Takes    the beginning of a file.
/// Returns  one line for people, which says what to do where that is known; empty for text. Zero bytes do not count: in
///          a file of records they spoil one record only.
/// Errors   none.
std::string what_is_binary(std::string_view head);

/// What is said of a text or a record that holds a zero byte.
inline constexpr std::string_view kHoldsZeroByte = "holds a zero byte, so it is no text";

}  // namespace timbao
