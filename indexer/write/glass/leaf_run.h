// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/write/glass/block.h"
#include "indexer/write/glass/block_file.h"
#include "indexer/write/glass/items.h"

namespace timbao::glass {

/// A leaf of a table's tree that is written.
struct Leaf {
  std::string first;    ///< the key of its first item, as numbered() has it
  std::uint64_t block;  ///< the number of the block
};

/// A stretch of neighbouring keys of a table. The leaves of several runs can be written side by side: the levels above
/// put them in order.
///
///   LeafRun run;
///   run.add(key, {tag, TagForm::plain}, file);
///   const std::vector<Leaf> leaves = run.finish(file);
///
/// Takes    keys in ascending order, none twice.
/// Errors   those of BlockFile; Xapian::InvalidArgumentError for a key of over 255 bytes, as Xapian.
/// Source   covered by part_database_test.
class LeafRun {
 public:
  struct Tag {
    std::string_view bytes;
    TagForm form = TagForm::plain;
  };
  void add(std::string_view key, const Tag& tag, BlockFile& file);

  /// Writes the leaf that is not full yet; returns all in the order of their keys, and begins anew.
  std::vector<Leaf> finish(BlockFile& file);

 private:
  void end_leaf(BlockFile& file);

  Block block_;
  std::string first_;
  std::vector<Leaf> written_;
};

}  // namespace timbao::glass
