// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/walk.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "indexer/input/input_file.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& usual_names() {
  static const std::vector<std::string> kNames{"*.txt", "*.text", "*.jsonl", "*.ndjson"};
  return kNames;
}

bool is_hidden(const fs::path& path) { return path.filename().string().substr(0, 1) == "."; }

/// The folder's entries that are not hidden and not excluded.
std::vector<fs::directory_entry> entries_of(const fs::path& folder, const WalkFilter& filter, std::error_code& error) {
  std::vector<fs::directory_entry> entries;
  fs::directory_iterator at(folder, error);
  while (!error && at != fs::directory_iterator()) {
    if (!is_hidden(at->path()) && !matches_any(filter.exclude, at->path().string())) entries.push_back(*at);
    at.increment(error);
  }
  return entries;
}

}  // namespace

bool matches_any(const std::vector<std::string>& globs, const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    return ::fnmatch(glob.c_str(), path.c_str(), 0) == 0 || ::fnmatch(glob.c_str(), name.c_str(), 0) == 0;
  });
}

std::vector<Rejected> walk_folder(const std::string& folder, const WalkFilter& filter,
                                  const std::function<void(const std::string&)>& take) {
  std::vector<Rejected> rejected;
  std::vector<fs::path> folders{folder};  // a list, not recursion: folders may nest deeper than the stack
  const std::vector<std::string>& wanted = filter.include.empty() ? usual_names() : filter.include;
  while (!folders.empty()) {
    const fs::path current = folders.back();
    folders.pop_back();
    std::error_code error;
    for (const fs::directory_entry& entry : entries_of(current, filter, error)) {
      std::error_code ignored;  // an entry that is gone by now is no file
      if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
        folders.push_back(entry.path());
      } else if (entry.is_regular_file(ignored) && matches_any(wanted, entry.path().string())) {
        take(entry.path().string());
      }
    }
    if (error) rejected.push_back(rejected_by_system(current.string(), error.value()));
  }
  return rejected;
}

}  // namespace timbao
