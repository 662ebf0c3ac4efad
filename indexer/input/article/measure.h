// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "common/index/article.h"
#include "indexer/input/article/article.h"

namespace timbao {

/// How many bytes of text an article has: title, lead, body and captions. The speed in messages (MB/s) counts these.
///
///   text_bytes(article) == article.title.size() + … ; url, authors and other fields do not count
std::size_t text_bytes(const Article& article);

/// About how much memory an article takes while a program holds it: all of its fields with what the allocator adds to
/// each. Queues and batches of articles are limited by this figure.
///
///   held_bytes(Article{}) >= sizeof(Article)
///
/// Takes    an article whose strings have not been moved out.
/// Errors   none.
/// Source   libstdc++: a string of up to 15 bytes has no memory of its own. memory_shapes_test runs the real program.
std::size_t held_bytes(const Article& article);

/// Sets `bytes` and `held_bytes` of an article that was read. Every reader of a format calls it last.
void measure(ReadArticle& read);

}  // namespace timbao
