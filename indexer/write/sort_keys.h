// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "common/index/article.h"

namespace timbao {

/// The contents of the value slots by which hits are sorted, in ascending order: kNewest and kOldest.
///
///   newest_key(later) < newest_key(earlier) < newest_key(undated)
///   oldest_key(earlier) < oldest_key(later) < oldest_key(undated)
///
/// Takes    an article with its id.
/// Returns  8 bytes of time and the bounded key of the id, so that articles of one moment are sorted by id in both.
/// Errors   none.
/// Source   docs/index-format.md, "Value slots"; sort_keys_test.
std::string newest_key(const Article& article);
std::string oldest_key(const Article& article);

/// The content of slot kTitle: sorts by the title's collation_key(), as a Vietnamese dictionary does.
///
///   title_key("2 điều") < title_key("10 điều")   title_key("Bàn về thuế") stands beside title_key("Bản đồ")
///
/// Takes    an article; of its title the first 200 letters count.
/// Returns  at most 200 bytes of the collation key, a zero byte, and the newest_key: articles of one title are sorted
///          newest first, then by id.
/// Errors   none.
/// Source   docs/index-format.md, "Value slots"; sort_keys_test.
std::string title_key(const Article& article);

}  // namespace timbao
