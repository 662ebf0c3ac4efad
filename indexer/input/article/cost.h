// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "common/index/article.h"

namespace timbao {

/// Estimates how much memory indexing an article takes, from the number of its bytes, words, numbers and different
/// words. An article over the limit is rejected (ReadingShare::article_indexing), because Xapian would hold all of its
/// terms at once.
///
///   16 MB of news                          150 MB
///   16 MB of words that are all different  1.4 GB
///
/// Takes    an article of any size, in time that grows with its text.
/// Returns  bytes; at least what was measured on texts made to be costly.
/// Errors   none.
/// Source   measured with bench/memory_shapes.py; cost_test, and tests/cli/memory_shapes_test.cc for the whole program.
std::size_t memory_to_index(const Article& article);

}  // namespace timbao
