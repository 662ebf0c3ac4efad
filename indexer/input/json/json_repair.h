// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// Replaces numbers that JSON does not have by null, in place: programs write them where a value is missing.
///
///   {"views":NaN,"x":-Infinity} becomes {"views":null,"x":null}       {"title":"NaN"} stays
///
/// Takes    a record of JSON.
/// Errors   none.
/// Source   what Python's json module writes for float("nan") and float("inf").
void replace_odd_numbers(std::string& json);

}  // namespace timbao
