// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/input/notices/notice.h"
#include "indexer/input/notices/rejected.h"

namespace timbao {

/// Which files of a folder are taken, by globs on a path or its last part.
struct WalkFilter {
  std::vector<std::string> include;  ///< empty: usual_patterns(), whatever the case of the name
  std::vector<std::string> exclude;
};

/// What becomes of what a folder holds.
struct WalkEvents {
  std::function<void(const std::string& path)> take;                        ///< a file that is to be read
  std::function<void(NoticeKind kind, const std::string& path)> pass_over;  ///< anything that is not
  std::function<void(Rejected)> reject;                                     ///< a folder that cannot be read
};

/// The patterns of files that are taken where --include names none, one for each of kFormatSuffixes:
/// *.txt *.text *.jsonl *.ndjson *.jl *.json. For messages.
std::vector<std::string> usual_patterns();

/// Whether one of the globs fits the path or its last part: matches_any({"*.tmp"}, "a/b.tmp").
bool matches_any(const std::vector<std::string>& globs, const std::string& path);

/// Tells of everything in a folder, at any depth and in no order, what becomes of it.
///
/// Takes    a folder. Hidden entries, links to folders (so there are no loops), what is no file, and links to files
/// that
///          lie outside of the folder are passed over; links to files inside of it are followed. Nothing below a folder
///          that is passed over is looked at.
/// Errors   none of its own. What an event throws goes through.
void walk_folder(const std::string& folder, const WalkFilter& filter, const WalkEvents& events);

}  // namespace timbao
