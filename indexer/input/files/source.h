// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input/files/source_files.h"
#include "indexer/input/files/source_name.h"
#include "indexer/input/notices/notice.h"
#include "indexer/input/notices/rejected.h"

namespace timbao {

/// Which files are to be read.
struct SourceOptions {
  std::vector<std::string> paths;             ///< files, folders, "-"
  std::optional<std::string> files0_from;     ///< a file of more paths, each ended by a zero byte; "-": standard input
  std::vector<std::string> include, exclude;  ///< globs, on a path or its last part
  std::string root;                           ///< names are relative to this folder; empty: absolute
};

/// What is told while files are listed.
struct SourceEvents {
  std::function<void(Rejected)> reject;                                     ///< it does not exist, or cannot be opened
  std::function<void(NoticeKind kind, const std::string& path)> pass_over;  ///< it is left out on purpose
  std::function<void(const std::string& path)> met;  ///< each path that was asked for, before it is looked at
};

/// A folder of which no file is taken.
struct EmptyFolder {
  std::string path;
  std::uint64_t passed_over = 0;  ///< of what it holds
};

struct SourceList {
  SourceFiles files;                       ///< by name, each once
  SourceFiles given;                       ///< names of the folders and missing files that were asked for, by name
  std::vector<std::string> unread;         ///< names of the folders that could not be read
  std::vector<EmptyFolder> empty_folders;  ///< the first kMostEmptyFolders of them
  std::uint64_t empty_folder_count = 0;
};
inline constexpr std::size_t kMostEmptyFolders = 20;

/// Lists the files to read.
///
///   SourceOptions options; options.paths = {"archive", "extra/news.jsonl", "-"};
///   SourceList list = list_sources(options, std::cin, events);
///
/// Takes    paths. Of a folder: the files that walk_folder() takes. --exclude counts for named files too.
/// Returns  the files by name.
/// Errors   Error(io_failed) where the list of paths cannot be read. What an event throws goes through.
SourceList list_sources(const SourceOptions& options, std::istream& in, const SourceEvents& events);

/// The stamp of what is at a path; all 0 where it is no regular file, or nothing.
FileStamp stamp_of(const std::string& path);

}  // namespace timbao
