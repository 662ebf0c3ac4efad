// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/expand/draft.h"

namespace timbao {

/// Reads the keys of an input method that was switched off: Telex, VNI or VIQR.
///
///   nghij quyeets    nghị and quyết, each in the place of what was typed
///   box was test     nothing
///
/// A word that the archive or the shipped lists know stays as it was typed, unless other words of the query are surely
/// keys of the same method and the syllable that it spells is far more frequent.
///
/// Returns  drafts of kind typing, with the role `instead`; at most one for a stretch of tokens.
/// Errors   those of the vocabulary.
/// Source   docs/variants.md, "Typing". Covered by typing_test and fuzz/typing_fuzz.
std::vector<Draft> typing_drafts(const ExpandInput& input);

}  // namespace timbao
