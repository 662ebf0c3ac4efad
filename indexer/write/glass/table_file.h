// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "indexer/write/glass/block.h"
#include "indexer/write/glass/block_file.h"
#include "indexer/write/glass/leaf_run.h"

namespace timbao::glass {

/// What the version file says of a table: where its tree begins, and of which shape it is.
struct TableRoot {
  std::uint64_t block = 0, levels = 0, entries = 0;
  std::uint64_t blocks = 0;  ///< of the file
};

/// Writes a table of Xapian's backend glass from its first key to its last, each block once. Xapian itself writes a
/// table in any order, for which it reads and writes each block many times.
///
///   TableFile table(table_path(folder, "termlist"));
///   for (…) table.add(key, {tag, TagForm::plain});
///   const TableRoot root = table.finish();
///
/// Takes    the path of a file that does not exist; keys in ascending order, none twice; tags of any size. Keys that come
///          too early are added to a run of their own, which take() puts behind all that was added before it.
/// Errors   those of LeafRun.
/// Source   xapian-core/backends/glass/glass_table.cc (1.4.22). Covered by part_database_test.
class TableFile {
 public:
  explicit TableFile(const std::string& path);

  void add(std::string_view key, const LeafRun::Tag& tag) { add_to(own_, key, tag); }
  void add_to(LeafRun& run, std::string_view key, const LeafRun::Tag& tag);
  void take(LeafRun& run);

  /// Writes what is left. Nothing may be added after it. The file is not synced.
  TableRoot finish();

 private:
  /// A level of the tree above the leaves, of which the last block is being filled.
  struct Branches {
    Block block;
    std::string first;  ///< the key of the first item of that block
  };

  void add_branch(std::size_t level, const std::string& key, std::uint64_t child);

  BlockFile file_;
  LeafRun own_;
  std::deque<Branches> branches_;
  std::uint64_t entries_ = 0;
};

}  // namespace timbao::glass
