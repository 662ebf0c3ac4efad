// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// An article's id as a message names it: on one line, and cut where it is too long to read.
///
///   shown_id("2018/phuc-yen.txt") == "2018/phuc-yen.txt"
///   shown_id("a\nb") == "a b"
///
/// Takes    an id as a user typed it or as a file held it: any bytes, any length.
/// Returns  no control characters (see on_one_line()); at most 200 code points, and "…" behind them where more were
///          there. A letter is not cut from its combining marks.
/// Errors   none.
/// Source   both programs name unknown ids so. Covered by tests/common/text/shown_id_test.cc.
std::string shown_id(std::string_view id);

}  // namespace timbao
