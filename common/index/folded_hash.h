// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace timbao {

/// The hash that stands for a folded form, in collapse keys (collapse_key.h) and in the table of listed pairs
/// (listed_pairs.h). TermMaker computes it once for each word that it remembers.
///
///   listed_pairs().has(folded_hash("xay"), folded_hash("dung")) == true
///
/// Takes    a folded form.
/// Returns  64 bits of XXH3. Collapse keys are stored, so another hash needs another format.
/// Errors   none.
/// Source   docs/index-format.md, "Collapse key". Covered by collapse_key_test.
std::uint64_t folded_hash(std::string_view folded);

}  // namespace timbao
