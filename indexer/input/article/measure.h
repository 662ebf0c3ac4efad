// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "common/index/article.h"
#include "indexer/input/article/article.h"

namespace timbao {

/// The bytes of an article's text: title, lead, body, captions. What MB/s counts.
std::size_t text_bytes(const Article& article);

/// About how much memory an article takes while it is held: all of its fields, further ones too, and itself.
///
///   held_bytes(Article{}) >= sizeof(Article)
std::size_t held_bytes(const Article& article);

/// Sets `bytes` and `held_bytes` of an article that was read.
void measure(ReadArticle& read);

}  // namespace timbao
