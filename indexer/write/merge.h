// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

namespace timbao {

/// Merges databases into a new one. Documents keep their order, those of the first database first.
///
///   merge_databases({"/x/g7", "/x/building-12/part3"}, "/x/building-12/merged");
///
/// Takes    paths of databases, and a path that does not exist yet.
/// Errors   Xapian::Error.
/// Source   merge_test.
void merge_databases(const std::vector<std::string>& sources, const std::string& target);

/// How many databases one merge takes.
inline constexpr std::size_t kPartsAMerge = 64;

/// The small databases of a build. As soon as there are 64 of one level they are merged into one of the next level, so
/// that never more than 64 databases are open at once: each takes three file descriptors.
///
///   PartTree parts(folder);
///   const std::string path = parts.new_path();  // a worker fills the database there
///   parts.add(path);
///   const std::vector<std::string> all = parts.finish(kPartsAMerge);
///
/// Takes    the folder in which the databases are made, and the shard of whose documents they are, so that the parts of
///          several shards can be in one folder; a database that was merged into another is removed.
/// Errors   Xapian::Error, std::filesystem::filesystem_error.
/// Threads  any thread may call new_path() and add(); finish() is for one thread after the last add().
/// Source   merge_test.
class PartTree {
 public:
  explicit PartTree(const std::string& folder, std::size_t shard = 0);

  /// A path in the folder that was not given out before.
  std::string new_path();

  /// Takes a complete database; may merge, in the calling thread.
  void add(const std::string& path);

  /// The paths of at most `most` databases that hold everything, in no order.
  std::vector<std::string> finish(std::size_t most);

 private:
  void add_at(std::size_t level, std::string path);
  std::string merge(const std::vector<std::string>& parts);

  std::string path_begin_;
  std::mutex mutex_, merging_;
  std::vector<std::vector<std::string>> levels_;  // levels_[1]: each merged from 64 of levels_[0]
  std::size_t made_ = 0;
};

}  // namespace timbao
