// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/request/answer.h"

namespace timbao {

/// A regular expression for a pager that matches what matches in a hit, so that the pager can go from place to place.
///
///   highlight_pattern({"Đảng bộ xã họp", {{0, 7}, {11, 14}}} as a title)  ->  \bĐảng( bộ\b|$)|\bhọp\b
///
/// Takes    a hit with its title and as much of its text as is wanted as its snippet.
/// Returns  an extended regular expression (POSIX, with \b for the edge of a word) of the printed forms; empty where nothing is highlighted. A form of
///          several words also matches at the end of a line behind each of them, since the text is wrapped to lines. It
///          has at most kPatternLimitBytes bytes: where there are more forms, the most frequent stay.
/// Errors   none.
/// Source   less(1), which takes it as +/PATTERN. Covered by highlight_pattern_test.
std::string highlight_pattern(const Hit& hit);

/// The longest pattern. The line on which less reads a pattern has about 2,000 bytes.
inline constexpr std::size_t kPatternLimitBytes = 1000;

}  // namespace timbao
