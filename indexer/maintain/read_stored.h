// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/input/article/article.h"

namespace timbao {

/// Reads back the articles that an index stores, of whatever version, so that the index can be made anew without its
/// sources.
///
///   doubted = read_stored_articles("/var/lib/timbao", [&](ParsedArticle parsed) { …; return true; });
///
/// Takes    the index's directory; what is called with each article, in no order, and with each one that is damaged. It
///          returns whether to go on.
/// Returns  path terms of the files whose articles were damaged: these files are to be read again.
/// Errors   Error(index_failed) where the index is missing or cannot be opened. What `use` throws goes through.
/// Threads  one.
/// Source   docs/index-format.md, "Versions"; tests/cli/index_rebuild_test.cc, tests/compat.
std::vector<std::string> read_stored_articles(const std::string& directory,
                                              const std::function<bool(ParsedArticle)>& use);

}  // namespace timbao
