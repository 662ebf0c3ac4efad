// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/items.h"

#include <algorithm>

#include "indexer/write/glass/keys.h"

namespace timbao::glass {
namespace {

constexpr std::size_t kMostItemBytes = 2043;  // so that four items fit into a block, which Xapian counts upon
constexpr std::size_t kLeastPieceBytes = 256;
constexpr unsigned kIsDeflated = 0x8000, kIsLastPiece = 0x4000, kIsFirstPiece = 0x2000;
constexpr std::size_t kSizeBytes = 2, kKeyLengthBytes = 1, kPieceBytes = 2;

}  // namespace

std::string numbered(std::string_view key, unsigned piece) {
  std::string made(1, static_cast<char>(key.size()));
  made += key;
  append_big_endian(made, piece, kPieceBytes);
  return made;
}

std::size_t TagPieces::head_bytes() const {
  return kSizeBytes + kKeyLengthBytes + key_.size() + (number_ == 1 ? 0 : kPieceBytes);
}

bool TagPieces::fit(std::size_t room) const {
  const std::size_t whole = head_bytes() + rest_.size();
  return whole <= kMostItemBytes ? whole <= room : head_bytes() + kLeastPieceBytes <= room;
}

std::string TagPieces::take(std::size_t room) {
  const std::size_t bytes = std::min(rest_.size(), std::min(room, kMostItemBytes) - head_bytes());
  done_ = bytes == rest_.size();
  const unsigned flags =
      (form_ == TagForm::deflated ? kIsDeflated : 0) | (done_ ? kIsLastPiece : 0) | (number_ == 1 ? kIsFirstPiece : 0);
  std::string item;
  append_big_endian(item, (head_bytes() + bytes - kSizeBytes - kKeyLengthBytes) | flags, kSizeBytes);
  item += static_cast<char>(key_.size());
  item += key_;
  if (number_ != 1) append_big_endian(item, number_, kPieceBytes);
  item += rest_.substr(0, bytes);
  rest_.remove_prefix(bytes);
  ++number_;
  return item;
}

}  // namespace timbao::glass
