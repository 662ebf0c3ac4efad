// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/index/article.h"

namespace timbao {

/// The contents of the value slots that hits are sorted by, ascending: docs/index-format.md, "Value slots".
///
///   newest_key(later) < newest_key(earlier) < newest_key(undated)
///   oldest_key(earlier) < oldest_key(later) < oldest_key(undated)
///
/// Articles of one moment stand by id in both. At most 8 bytes and a bounded key.
std::string newest_key(const Article& article);
std::string oldest_key(const Article& article);

/// Sorts by the title's collation_key(), so as a Vietnamese dictionary does: "2 điều" before "10 điều", "Bàn về thuế"
/// beside "Bản đồ". Articles of one title stand newest first, then by id. Of a title the first 200 code points are
/// read, and of their key 200 bytes are kept: in all at most 201 bytes and a newest_key.
std::string title_key(const Article& article);

}  // namespace timbao
