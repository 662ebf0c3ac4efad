// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

namespace timbao {

/// Merges databases into a new one at `target`; documents keep the order of their databases.
///
/// Errors   Xapian::Error.
void merge_databases(const std::vector<std::string>& sources, const std::string& target);

/// The small databases of a build, merged by 64 as they come, so that never more than that are open at once.
///
/// Takes    the folder in which they are; what is merged is removed.
/// Errors   Xapian::Error, std::filesystem::filesystem_error.
/// Threads  any may add.
class PartTree {
 public:
  explicit PartTree(std::string folder);

  /// A path for a part that does not exist yet.
  std::string new_path();

  /// Takes a complete part; may merge, in the calling thread.
  void add(const std::string& path);

  /// At most `most` parts that hold everything, in no order.
  std::vector<std::string> finish(std::size_t most);

 private:
  void add_at(std::size_t level, std::string path);
  std::string merge(const std::vector<std::string>& parts);

  std::string folder_;
  std::mutex mutex_, merging_;
  std::vector<std::vector<std::string>> levels_;  // levels_[1]: each merged from 64 of levels_[0]
  std::size_t made_ = 0;
};

inline constexpr std::size_t kPartsAMerge = 64;

}  // namespace timbao
