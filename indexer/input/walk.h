// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/input/article.h"

namespace timbao {

/// Which files of a folder are taken, by globs on a path or its last part.
struct WalkFilter {
  std::vector<std::string> include;  ///< empty: *.txt *.text *.jsonl *.ndjson
  std::vector<std::string> exclude;
};

/// Whether one of the globs fits the path or its last part: matches_any({"*.tmp"}, "a/b.tmp").
bool matches_any(const std::vector<std::string>& globs, const std::string& path);

/// Calls `take(path)` for the files at any depth of a folder that the filter lets through, in no order.
///
/// Takes    a folder. Hidden entries, links to folders (so there are no loops) and what is no file are passed over;
/// links
///          to files are followed.
/// Returns  the folders that could not be read.
/// Errors   none.
std::vector<Rejected> walk_folder(const std::string& folder, const WalkFilter& filter,
                                  const std::function<void(const std::string&)>& take);

}  // namespace timbao
