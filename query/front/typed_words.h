// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/front/archive.h"

namespace timbao {

/// What the last word of a command line can become, for the completions of shells: `timbao-query --generate words`.
///
///   complete_typed_words({"ngân", "sa"}, archive)             sách, sàng, …
///   complete_typed_words({"ngân sách source:bao"}, archive)   ngân sách source:"Báo tỉnh", …
///
/// Takes    the words of a query as the shell has them, without its quotes; the last one is being typed. Any bytes.
/// Returns  whole words, the best first, each to take the place of the last one, one line each. What holds a control, which
///          no shell puts on its line as it is, is left out.
/// Errors   those of the archive.
/// Source   complete_query(). Covered by typed_words_test and completed_lines_test.
std::vector<std::string> complete_typed_words(const std::vector<std::string>& words, const Archive& archive);

}  // namespace timbao
