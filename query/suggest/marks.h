// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/index/vocabulary.h"
#include "query/suggest/near_text.h"

namespace timbao {

/// A word whose reading is wanted, or one whose reading is known and tells about its neighbours.
struct UnmarkedWord {
  std::string folded;
  std::string exact;  ///< empty where it is wanted
};

/// The likeliest reading of each of some neighbouring words that were typed without marks. How the best hits of the
/// query print them side by side tells most; then how they print each of them, and how the archive does.
///
///   marked({{"xay"}, {"dung"}, {"dang"}}, vocabulary, near) == {"xây", "dưng~5", "đang~3"}
///
/// Takes    words in the order of the query; the vocabulary of the archive; the text near the query.
/// Returns  as many exact keys; of a form that the archive does not have, the form itself.
/// Errors   those of the vocabulary.
/// Source   docs/query-language.md, "Did you mean"; measured by bench/spelling.py. Covered by marks_test.
std::vector<std::string> marked(const std::vector<UnmarkedWord>& unmarked, const Vocabulary& vocabulary,
                                const NearText& near);

}  // namespace timbao
