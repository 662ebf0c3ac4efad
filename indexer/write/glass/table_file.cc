// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/table_file.h"

#include "indexer/write/glass/keys.h"

namespace timbao::glass {

TableFile::TableFile(const std::string& path) : file_(path) {
  own_.add({}, {}, file_);  // every table of Xapian's begins with an empty key, which it does not count
}

void TableFile::add_to(LeafRun& run, std::string_view key, const LeafRun::Tag& tag) {
  run.add(key, tag, file_);
  ++entries_;
}

void TableFile::take(LeafRun& run) {
  for (LeafRun* const one : {&own_, &run})
    for (const Leaf& leaf : one->finish(file_)) add_branch(0, leaf.first, leaf.block);
}

/// Names a block in the level above it. The first item of a block needs no key.
void TableFile::add_branch(std::size_t level, const std::string& key, std::uint64_t child) {
  if (level == branches_.size()) branches_.emplace_back();
  Branches& branches = branches_[level];
  if (branches.block.room() < sizeof(std::uint32_t) + key.size()) {
    const std::uint64_t block = file_.append(branches.block.finish(static_cast<unsigned>(level) + 1));
    add_branch(level + 1, branches.first, block);
  }
  if (branches.block.is_empty()) branches.first = key;
  std::string item;
  append_big_endian(item, child, sizeof(std::uint32_t));
  item += branches.block.is_empty() ? numbered({}, 0) : key;
  branches.block.add(item);
}

TableRoot TableFile::finish() {
  TableRoot root;
  take(own_);
  for (std::size_t level = 0; level < branches_.size(); ++level) {  // the last has one block only: the root
    root.block = file_.append(branches_[level].block.finish(static_cast<unsigned>(level) + 1));
    if (level + 1 < branches_.size()) add_branch(level + 1, branches_[level].first, root.block);
  }
  root.levels = branches_.size();
  root.entries = entries_;
  root.blocks = file_.blocks();
  file_.flush();
  return root;
}

}  // namespace timbao::glass
