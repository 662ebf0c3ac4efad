// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/vocabulary.h"

namespace timbao {

/// How many articles have a word, in any field.
///
///   articles_with_folded(vocabulary, "dang")       in any reading: dang, đang, đảng …
///   articles_with_exact(vocabulary, "đang~3")      in one reading: đảng
///
/// Takes    a folded form; an exact key (common/text/syllable.h).
/// Returns  the sum over the readings, so that an article which has two of them counts twice; 0 where none has the word.
/// Errors   those of the vocabulary.
/// Source   covered by the tests of the expanders that ask.
std::uint64_t articles_with_folded(const Vocabulary& vocabulary, std::string_view folded);
std::uint32_t articles_with_exact(const Vocabulary& vocabulary, const std::string& exact);

}  // namespace timbao
