// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace timbao {

/// Whether a word only tells how other words hang together: *và*, *của*, *bởi vì*.
///
///   is_function_word({"của"})     is_function_word({"bởi", "vì"})     !is_function_word({"luật"})
///
/// Takes    the syllables of a word, as written() writes them.
/// Returns  true also for a word all of whose syllables are function words.
/// Errors   none.
/// Source   query/expand/data/function-words.txt; docs/neighbours.md. Covered by function_words_test.
bool is_function_word(const std::vector<std::string>& syllables);

}  // namespace timbao
