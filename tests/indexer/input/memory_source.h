// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/input/files/byte_source.h"

namespace timbao::test {

/// A source that has its bytes in memory.
///
///   MemorySource source("một\nhai");         // gives all bytes at once
///   MemorySource slow("một\nhai", 1);        // gives one byte at a time, as a slow pipe may
///   slow.end_as(SourceState::failed);        // then it cannot be read further
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes, std::size_t piece_bytes = std::numeric_limits<std::size_t>::max())
      : bytes_(bytes), piece_bytes_(piece_bytes) {}

  void end_as(SourceState end) { end_ = end; }

  std::size_t read(char* to, std::size_t size) override {
    const std::string_view piece = std::string_view(bytes_).substr(at_, std::min(size, piece_bytes_));
    if (piece.empty()) state_ = end_;
    std::copy(piece.begin(), piece.end(), to);
    at_ += piece.size();
    return piece.size();
  }
  [[nodiscard]] SourceState state() const override { return state_; }
  [[nodiscard]] std::optional<Rejected> failure() const override {
    if (state_ != SourceState::failed) return std::nullopt;
    return rejected_as(RejectReason::unreadable, "it fails here");
  }
  [[nodiscard]] const std::string& name() const override { return name_; }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return std::nullopt; }

 private:
  std::string bytes_, name_ = "memory";
  std::size_t piece_bytes_, at_ = 0;
  SourceState state_ = SourceState::open, end_ = SourceState::ended;
};

/// The bytes of a source, read in pieces of so many.
inline std::string read_all(ByteSource& source, std::size_t piece_bytes = 1'001) {
  std::string piece(piece_bytes, ' '), bytes;
  while (const std::size_t count = source.read(piece.data(), piece.size())) bytes.append(piece.data(), count);
  return bytes;
}

}  // namespace timbao::test
