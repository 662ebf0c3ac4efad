// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/cli/process.h"

namespace timbao::test {

bool has_strace();
inline constexpr std::string_view kNeedsStrace = "needs strace: scripts/install-deps.sh test";

/// Runs a program under strace with these of its options; a leak checker, which cannot be traced, is off.
RunResult run_traced(const std::vector<std::string>& command, std::vector<std::string> strace_options);

/// What a program did to a file or folder.
enum class FileAct { made, wrote, synced, renamed, removed };
struct FileEvent {
  FileAct act;
  std::string path;
  std::string to;  ///< where it is renamed to
};

/// Runs a program and returns what it did to files, in the order in which it was done.
std::vector<FileEvent> traced_events(const std::vector<std::string>& command);

/// What a trace of `strace -f -y` says was done to files; what failed is left out.
///
///   file_events("7 fsync(3</a/b>) = 0\n") -> {{FileAct::synced, "/a/b", ""}}
std::vector<FileEvent> file_events(std::string_view trace);

/// What a power failure could take: each file that was changed, and each folder of which an entry was, since it was
/// last synced.
class UnsyncedPaths {
 public:
  void apply(const FileEvent& event);

  [[nodiscard]] bool has(const std::string& path) const { return paths_.count(path) > 0; }
  /// The path and all below it.
  [[nodiscard]] std::vector<std::string> below(const std::string& path) const;

 private:
  void forget_below(const std::string& path);
  void rename(const std::string& from, const std::string& to);

  std::set<std::string> paths_;
};

}  // namespace timbao::test
