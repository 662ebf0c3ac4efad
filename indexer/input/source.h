// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input/article.h"
#include "indexer/input/source_files.h"

namespace timbao {

/// Which files are to be read.
struct SourceOptions {
  std::vector<std::string> paths;             ///< files, folders, "-"
  std::optional<std::string> files0_from;     ///< a file of more paths, each ended by a zero byte; "-": standard input
  std::vector<std::string> include, exclude;  ///< globs, on a path or its last part
  std::optional<Format> format;               ///< of every file; without it the file's name tells
  std::string root;                           ///< names are relative to this folder; empty: absolute
};

struct SourceList {
  SourceFiles files;               ///< by name, each once
  std::vector<Rejected> rejected;  ///< what does not exist or cannot be opened
  std::vector<std::string> given;  ///< names of the files and folders that were asked for, whether they exist or not
};

/// Lists the files to read.
///
///   SourceOptions options; options.paths = {"archive", "extra/news.jsonl", "-"};
///   SourceList list = list_sources(options, std::cin);
///
/// Takes    paths. Of a folder: its *.txt, *.text, *.jsonl and *.ndjson, or what --include names, at any depth; hidden
///          ones, links to folders and what is no file are left out. --exclude counts for named files too.
/// Returns  the files by name, and what was rejected.
/// Errors   Error(io_failed) where the list of paths cannot be read.
SourceList list_sources(const SourceOptions& options, std::istream& in);

/// The format that a file's name tells: jsonl for *.jsonl and *.ndjson, else text.
Format format_of(const std::string& path);

/// The stamp of what is at a path; all 0 where it is no regular file, or nothing.
FileStamp stamp_of(const std::string& path);

/// A path that has one spelling: absolute and lexically clean, or relative to `root` where it lies below it.
/// Well-formed UTF-8 whatever the file system holds.
std::string source_name(const std::string& path, const std::string& root);

}  // namespace timbao
