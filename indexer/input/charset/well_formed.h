// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "indexer/input/notices/notice.h"

namespace timbao {

/// Makes well-formed UTF-8 of a text that is UTF-8 with a few wrong bytes. A text in another charset is decoded instead
/// (to_utf8.h).
///
///   std::string text = "ch\xFFo";
///   repair_in_place(text) == 1;   text == "ch\uFFFDo"
///
/// A text that is well-formed is only looked at, not copied.
///
/// Takes    any bytes.
/// Returns  how many ill-formed parts were replaced by U+FFFD.
/// Errors   none.
/// Source   Unicode 15, section 3.9 (repair_utf8() in common/base/utf8.h); simdjson::validate_utf8 decides whether
///          there is anything to replace. Covered by well_formed_test, which compares both, and by reader_fuzz.
std::size_t repair_in_place(std::string& text);

/// What is said of an article of which parts were replaced; the caller has its path and line.
///
///   ill_formed_remark(2).detail == "2 ill-formed parts of UTF-8"
Remark ill_formed_remark(std::size_t replaced);

}  // namespace timbao
