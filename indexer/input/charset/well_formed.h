// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "indexer/input/notices/notice.h"

namespace timbao {

/// The stage between the bytes of an article and its format: every text that a format reads has passed through here, so
/// parsers take well-formed UTF-8 and never repair or count on their own.
///
///   std::string text = "ch\xFFo";
///   repair_in_place(text) == 1;   text == "ch\uFFFDo"
///
/// It works on the text of one article (a whole text file, or one record), not on pieces of a source: --max-article and
/// the cutting of records count the bytes of the file as it is, and the notice names the record in which the ill-formed
/// parts stood. A text that is well-formed is only looked at, not copied.
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
