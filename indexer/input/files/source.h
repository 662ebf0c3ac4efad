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

/// Which files are to be read: what the options of `add` say about it.
struct SourceOptions {
  std::vector<std::string> paths;             ///< files, folders, "-"
  std::optional<std::string> files0_from;     ///< a file of more paths, each ended by a zero byte; "-": standard input
  std::vector<std::string> include, exclude;  ///< globs that are matched with a path and with its last part
  std::string root;                           ///< names are relative to this folder; empty: absolute
};

/// What list_sources() calls while it lists files. Each path is reported by exactly one of reject and pass_over, or it
/// is in the list that is returned.
struct SourceEvents {
  std::function<void(Rejected)> reject;                                     ///< the path is missing or unreadable
  std::function<void(NoticeKind kind, const std::string& path)> pass_over;  ///< the path is left out on purpose
  std::function<void(const std::string& path)> met;  ///< each path that the user named, before it is looked at
};

/// A folder that the user named and of which no file is read.
struct EmptyFolder {
  std::string path;
  std::uint64_t passed_over = 0;  ///< how many of its entries were passed over
};

/// How many empty folders a SourceList holds by name; the others are only counted, since a list of millions of empty
/// folders must not take memory.
inline constexpr std::size_t kMostEmptyFolders = 20;

/// What list_sources() finds. --prune needs all of it: an article is forgotten only if its file lay below a path of
/// `given` or `files` and below none of `unread`.
struct SourceList {
  SourceFiles files;                       ///< the files to read, by name, each once
  SourceFiles given;                       ///< the folders, missing and excluded paths that the user named, by name
  std::vector<std::string> unread;         ///< names of the folders that could not be read
  std::vector<EmptyFolder> empty_folders;  ///< the first kMostEmptyFolders of them
  std::uint64_t empty_folder_count = 0;    ///< all of them
};

/// Lists the files to read.
///
///   SourceOptions options; options.paths = {"archive", "extra/news.jsonl", "-"};
///   SourceList list = list_sources(options, std::cin, events);
///
/// Takes    paths of files, pipes and folders, and "-". Of a folder the files that walk_folder() takes are read.
///          --exclude counts for named files too. `in` is read where --files0-from is "-".
/// Returns  the files sorted by name.
/// Errors   Error(io_failed) where the list of --files0-from cannot be read. What an event throws goes through.
/// Source   `find -print0` for the list; covered by source_test and tests/cli.
SourceList list_sources(const SourceOptions& options, std::istream& in, const SourceEvents& events);

}  // namespace timbao
