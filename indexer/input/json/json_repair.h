// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// Replaces the numbers NaN, Infinity and -Infinity by null, in place. JSON does not have them, but programs write them
/// where a value is missing, so that a parser would reject the whole record.
///
///   {"views":NaN,"x":-Infinity}   becomes   {"views":null,"x":null}
///   {"title":"NaN"}               stays: inside a string it is text
///
/// Takes    a record that is JSON but for these numbers; of other text it replaces what stands outside of strings.
/// Errors   none.
/// Source   what Python's json module writes for float("nan") and float("inf") (allow_nan); covered by
///          article_jsonl_test and json_scan_fuzz.
void replace_odd_numbers(std::string& json);

}  // namespace timbao
