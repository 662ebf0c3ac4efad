// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/head_source.h"

#include <algorithm>

namespace timbao {

std::string_view HeadSource::head(const IsEnough& is_enough) {
  constexpr std::size_t kPieceBytes = 16U << 10U;
  while (head_.size() < kMostBytes) {
    const std::size_t before = head_.size();
    head_.resize(std::min(kMostBytes, before + kPieceBytes));
    const std::size_t count = from_.read(head_.data() + before, head_.size() - before);
    head_.resize(before + count);
    if (count == 0 || is_enough({head_.data(), head_.size()})) break;
  }
  return {head_.data(), head_.size()};
}

std::size_t HeadSource::read(char* to, std::size_t size) {
  if (given_ == head_.size()) return from_.read(to, size);
  const std::size_t count = std::min(size, head_.size() - given_);
  std::copy_n(head_.data() + given_, count, to);
  given_ += count;
  return count;
}

SourceState HeadSource::state() const { return given_ < head_.size() ? SourceState::open : from_.state(); }

}  // namespace timbao
