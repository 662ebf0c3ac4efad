// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/input/article/article.h"

namespace timbao {

/// Reads back what an index stores, of whatever version, to make it anew without its sources.
///
/// Takes    the index's directory; what is called with each article, in no order, and with each that is damaged: it
/// says
///          whether to go on.
/// Returns  path terms of the files whose articles were damaged: they are to be read again.
/// Errors   Error(index_failed) where the index is missing or cannot be opened. What `use` throws goes through.
std::vector<std::string> read_stored_articles(const std::string& directory,
                                              const std::function<bool(ParsedArticle)>& use);

}  // namespace timbao
