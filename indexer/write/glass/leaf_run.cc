// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/leaf_run.h"

#include <xapian.h>

#include <utility>

namespace timbao::glass {
namespace {

constexpr std::size_t kMostKeyBytes = 255;

}  // namespace

void LeafRun::add(std::string_view key, const Tag& tag, BlockFile& file) {
  if (key.size() > kMostKeyBytes)
    throw Xapian::InvalidArgumentError("Key too long: length was " + std::to_string(key.size()) + " bytes");
  TagPieces pieces(key, tag.bytes, tag.form);
  while (!pieces.are_done()) {
    if (!pieces.fit(block_.room())) end_leaf(file);
    if (block_.is_empty()) first_ = numbered(key, pieces.number());
    block_.add(pieces.take(block_.room()));
  }
}

void LeafRun::end_leaf(BlockFile& file) { written_.push_back({first_, file.append(block_.finish(0))}); }

std::vector<Leaf> LeafRun::finish(BlockFile& file) {
  if (!block_.is_empty()) end_leaf(file);
  return std::exchange(written_, {});
}

}  // namespace timbao::glass
