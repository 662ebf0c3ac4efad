// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "common/index/article.h"

namespace timbao {

/// About how much memory indexing an article takes, by what it is made of: its bytes, its words, how many different
/// ones.
///
///   16 MB of news: 150 MB     16 MB of words that are all different: 1.4 GB
///
/// Takes    an article of any size.
/// Returns  bytes; at least what was measured on texts made to be costly.
/// Errors   none.
std::size_t memory_to_index(const Article& article);

}  // namespace timbao
