// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/input/notices/notice.h"
#include "indexer/input/notices/rejected.h"

namespace timbao {

/// Which files of a folder are taken. Patterns are globs that are matched with a path and with its last part.
struct WalkFilter {
  std::vector<std::string> include;  ///< empty: files with a suffix of kFormatSuffixes or kContainerSuffixes
  std::vector<std::string> exclude;  ///< files and folders that are left out, whatever `include` says
};

/// What walk_folder() calls: one of these for each entry.
struct WalkEvents {
  std::function<void(const std::string& path)> take;                        ///< a file that is to be read
  std::function<void(NoticeKind kind, const std::string& path)> pass_over;  ///< anything that is not
  std::function<void(Rejected)> reject;                                     ///< a folder that cannot be read
};

/// The patterns of files that are taken where --include names none, one for each of kFormatSuffixes and of
/// kContainerSuffixes: *.txt *.text *.jsonl … *.zip. For messages.
std::vector<std::string> usual_patterns();

/// Whether one of the globs fits the path or its last part.
///
///   matches_any({"*.tmp"}, "a/b.tmp") == true     matches_any({"a/*"}, "a/b.tmp") == true
///
/// Takes    globs of fnmatch(3), in which * also stands for slashes; a path of any bytes.
/// Errors   none: a glob that cannot be read fits nothing.
/// Source   fnmatch(3); covered by source_test.
bool matches_any(const std::vector<std::string>& globs, const std::string& path);

/// Whether a filter takes a file by its name; what --exclude names is another question.
///
///   takes_name({}, "a/b.TXT") == true     takes_name({{"*.htm"}, {}}, "a/b.txt") == false
///
/// Takes    a filter; a path of any bytes, also of an entry of a container.
/// Errors   none.
/// Source   covered by source_test.
bool takes_name(const WalkFilter& filter, const std::string& path);

/// Reports for everything in a folder, at any depth and in no order, whether it is to be read.
///
///   WalkEvents events{take, pass_over, reject};
///   walk_folder("archive", {{}, {"*.tmp.txt"}}, events);
///   // calls take("archive/2018/a.txt"), pass_over(NoticeKind::hidden, "archive/.git")
///
/// Takes    a folder. Hidden entries are passed over, and so are links to folders (therefore there are no loops),
///          entries that are no files, and links to files outside of the folder. Links to files inside of it are
///          followed. Nothing below a folder that is passed over is looked at, and nothing in it is reported.
/// Errors   none of its own. What an event throws goes through.
/// Source   docs/archives.md; covered by source_test.
void walk_folder(const std::string& folder, const WalkFilter& filter, const WalkEvents& events);

}  // namespace timbao
