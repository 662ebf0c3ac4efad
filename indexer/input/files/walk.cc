// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/walk.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "common/base/ascii.h"
#include "indexer/input/files/container.h"
#include "indexer/input/files/format.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

/// Walks through one folder that the user named.
class Walk {
 public:
  Walk(const std::string& folder, const WalkFilter& filter, const WalkEvents& events)
      : filter_(filter), events_(events), folders_{folder} {
    std::error_code ignored;  // list() reports a folder that cannot be read
    root_ = fs::canonical(folder, ignored).string() + '/';
  }

  /// Works with a list and not by recursion, because folders may nest more deeply than the stack allows.
  void run() {
    while (!folders_.empty()) {
      const fs::path current = folders_.back();
      folders_.pop_back();
      list(current);
    }
  }

 private:
  void list(const fs::path& folder) {
    std::error_code error;
    fs::directory_iterator at(folder, error);
    while (!error && at != fs::directory_iterator()) {
      meet(*at);
      at.increment(error);
    }
    if (error) events_.reject(rejected_by_system(folder.string(), error.value()));
  }

  void meet(const fs::directory_entry& entry) {
    std::error_code ignored;  // an entry that has been deleted meanwhile is no file
    const bool is_folder = entry.is_directory(ignored);
    if (const auto kind = reason_to_pass_over(entry)) return events_.pass_over(*kind, entry.path().string());
    if (is_folder) return folders_.push_back(entry.path());
    events_.take(entry.path().string());
  }

  [[nodiscard]] std::optional<NoticeKind> reason_to_pass_over(const fs::directory_entry& entry) const {
    std::error_code ignored;
    const fs::path& path = entry.path();
    const bool is_link = entry.is_symlink(ignored), is_folder = entry.is_directory(ignored);
    if (starts_with(path.filename().string(), ".")) return NoticeKind::hidden;
    if (matches_any(filter_.exclude, path.string())) return NoticeKind::excluded;
    if (is_folder) return is_link ? std::optional(NoticeKind::folder_link) : std::nullopt;
    if (!entry.is_regular_file(ignored)) return NoticeKind::no_file;
    if (!takes_name(filter_, path.string())) return NoticeKind::other_name;
    if (is_link && !lies_inside(path)) return NoticeKind::outside_link;
    return std::nullopt;
  }

  [[nodiscard]] bool lies_inside(const fs::path& link) const {
    std::error_code error;
    const std::string target = fs::canonical(link, error).string();
    return !error && starts_with(target, root_);
  }

  const WalkFilter& filter_;
  const WalkEvents& events_;
  std::string root_;
  std::vector<fs::path> folders_;
};

}  // namespace

std::vector<std::string> usual_patterns() {
  std::vector<std::string> patterns;
  patterns.reserve(kFormatSuffixes.size() + kContainerSuffixes.size());
  for (const FormatSuffix& row : kFormatSuffixes) patterns.push_back("*" + std::string(row.suffix));
  for (const std::string_view suffix : kContainerSuffixes) patterns.push_back("*" + std::string(suffix));
  return patterns;
}

bool takes_name(const WalkFilter& filter, const std::string& path) {
  if (!filter.include.empty()) return matches_any(filter.include, path);
  return suffix_of(path) != nullptr || is_container_name(path);
}

bool matches_any(const std::vector<std::string>& globs, const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    return ::fnmatch(glob.c_str(), path.c_str(), 0) == 0 || ::fnmatch(glob.c_str(), name.c_str(), 0) == 0;
  });
}

void walk_folder(const std::string& folder, const WalkFilter& filter, const WalkEvents& events) {
  Walk(folder, filter, events).run();
}

}  // namespace timbao
