// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// How much of a file is looked at to tell text from anything else.
inline constexpr std::size_t kHeadBytes = 64U << 10U;

/// Says what a file is that is no text, by its first bytes.
///
///   what_is_binary("%PDF-1.7\n...") == "a PDF, not text"     what_is_binary("Phúc Yên") == ""
///
/// Takes    the beginning of a file; at most kHeadBytes of it are looked at.
/// Returns  one line for people, which says what to do where that is known; empty for text.
/// Errors   none.
std::string what_is_binary(std::string_view head);

}  // namespace timbao
