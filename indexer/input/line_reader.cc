// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/line_reader.h"

#include "indexer/input/binary.h"

namespace timbao {
namespace {

constexpr std::size_t kBufferBytes = 256U << 10U;
constexpr std::size_t kKeptBytes = 1U << 20U;  // a line's memory above this is given back before the next
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

LineReader::LineReader(InputFile& file, std::size_t limit_bytes)
    : file_(file), limit_bytes_(limit_bytes), buffer_(kBufferBytes) {}

bool LineReader::fill() {
  if (!rest_.empty()) return true;
  const std::size_t got = file_.read(buffer_.data(), buffer_.size());
  rest_ = std::string_view(buffer_.data(), got);
  return got > 0;
}

std::string_view LineReader::head() { return fill() ? rest_.substr(0, kHeadBytes) : std::string_view(); }

void LineReader::take(std::string_view piece) {
  if (too_long_) return;
  if (text_.size() + piece.size() > limit_bytes_) {
    too_long_ = true;
    text_ = {};
  } else {
    text_ += piece;
  }
}

bool LineReader::end_line() {
  if (!text_.empty() && text_.back() == '\r') text_.pop_back();
  if (number_ == 1 && text_.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0)
    text_.erase(0, kByteOrderMark.size());
  return true;
}

bool LineReader::next() {
  if (text_.capacity() > kKeptBytes) text_ = {};
  text_.clear();
  too_long_ = false;
  if (!fill()) return false;
  ++number_;
  do {
    const std::size_t end = rest_.find('\n');
    take(rest_.substr(0, end));
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (end != std::string_view::npos) return end_line();
  } while (fill());
  return file_.at_end() && end_line();
}

}  // namespace timbao
