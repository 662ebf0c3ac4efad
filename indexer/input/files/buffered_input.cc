// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/buffered_input.h"

namespace timbao {
namespace {

constexpr std::size_t kBufferBytes = 256U << 10U;

}  // namespace

BufferedInput::BufferedInput(ByteSource& source) : source_(source), buffer_(kBufferBytes) {}

void BufferedInput::fill() {
  const std::size_t count = source_.read(buffer_.data() + end_, buffer_.size() - end_);
  end_ += count;
  bytes_read_ += count;
}

FileHead BufferedInput::head(const IsEnough& is_enough) {
  const auto bytes = [this] { return std::string_view(buffer_.data(), end_); };
  while (end_ < kHeadBytes) {
    const std::size_t before = end_;
    fill();
    if (end_ == before) return {bytes(), true};
    if (is_enough(bytes())) break;
  }
  return {bytes(), false};
}

std::string_view BufferedInput::bytes() {
  if (begin_ == end_) {
    begin_ = end_ = 0;
    fill();
  }
  return {buffer_.data() + begin_, end_ - begin_};
}

}  // namespace timbao
