// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace timbao {

/// A name as the value slots kSource, kSection and kAuthor hold it. The writer puts it there, and --prune compares with
/// it, because the term of a name has only its folded form.
///
///   slot_label("Báo Thanh Lĩnh") == "Báo Thanh Lĩnh"
///
/// Takes    a name as printed, of any length.
/// Returns  at most 200 bytes of it, cut at a character: Xapian stores whole copies of a slot's least and greatest
///          value.
/// Errors   none.
/// Source   docs/index-format.md, "Value slots"; label_test.
std::string slot_label(std::string_view name);

}  // namespace timbao
