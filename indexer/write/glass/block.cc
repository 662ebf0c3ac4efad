// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/block.h"

#include <algorithm>

#include "indexer/write/glass/keys.h"

namespace timbao::glass {
namespace {

// The head: revision, level, bytes that are free in the middle, bytes that are free at all, end of the directory.
constexpr std::size_t kHeadBytes = 11, kPlaceBytes = 2;
constexpr unsigned kRevision = 1;

}  // namespace

void Block::clear() {
  bytes_.assign(kBlockBytes, '\0');
  directory_end_ = kHeadBytes;
  items_begin_ = kBlockBytes;
}

std::size_t Block::room() const {
  const std::size_t gap = items_begin_ - directory_end_;
  return gap < kPlaceBytes ? 0 : gap - kPlaceBytes;
}

bool Block::is_empty() const { return directory_end_ == kHeadBytes; }

void Block::add(std::string_view item) {
  items_begin_ -= item.size();
  item.copy(&bytes_[items_begin_], item.size());
  bytes_[directory_end_++] = static_cast<char>(items_begin_ >> 8U);
  bytes_[directory_end_++] = static_cast<char>(items_begin_);
}

std::string_view Block::finish(unsigned level) {
  const std::size_t gap = items_begin_ - directory_end_;
  std::string head;
  append_big_endian(head, kRevision, 4);
  append_big_endian(head, level, 1);
  append_big_endian(head, gap, 2);
  append_big_endian(head, gap, 2);
  append_big_endian(head, directory_end_, 2);
  head.copy(bytes_.data(), head.size());
  finished_.swap(bytes_);
  clear();
  return finished_;
}

}  // namespace timbao::glass
