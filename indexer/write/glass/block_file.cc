// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/block_file.h"

#include "indexer/write/glass/block.h"

namespace timbao::glass {
namespace {

constexpr std::size_t kPendingBytes = 8 * kBlockBytes;

}  // namespace

std::uint64_t BlockFile::append(std::string_view block) {
  pending_ += block;
  if (pending_.size() >= kPendingBytes) flush();
  return blocks_++;
}

void BlockFile::flush() {
  file_.write(pending_);
  pending_.clear();
}

}  // namespace timbao::glass
