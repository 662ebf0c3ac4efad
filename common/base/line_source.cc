// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/line_source.h"

#include <algorithm>
#include <istream>
#include <string_view>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::streamsize kReadBytes = 1 << 16;

void append_within(InputLine& line, std::string_view more, std::size_t limit_bytes) {
  const std::size_t room = limit_bytes - line.text.size();
  line.is_too_long = line.is_too_long || more.size() > room;
  line.text += more.substr(0, room);
}

}  // namespace

LineSource::LineSource(std::istream& in, std::size_t limit_bytes, std::function<void()> before_waiting)
    : in_(in), limit_bytes_(limit_bytes), before_waiting_(std::move(before_waiting)) {}

std::optional<InputLine> LineSource::next() {
  InputLine line;
  bool has_any = false;
  while (at_ < buffer_.size() || fill()) {
    has_any = true;
    const std::string_view waiting = std::string_view(buffer_).substr(at_);
    const std::size_t end = waiting.find('\n');
    append_within(line, waiting.substr(0, end), limit_bytes_);
    at_ += std::min(end == std::string_view::npos ? end : end + 1, waiting.size());
    if (end != std::string_view::npos) break;
  }
  if (!has_any) return std::nullopt;
  if (!line.is_too_long && !line.text.empty() && line.text.back() == '\r') line.text.pop_back();
  std::size_t begin = 0;  // taken away at once: a line may be nothing but thousands of these marks
  while (starts_with(std::string_view(line.text).substr(begin), kByteOrderMark)) begin += kByteOrderMark.size();
  line.text.erase(0, begin);
  return line;
}

bool LineSource::fill() {
  std::streambuf& source = *in_.rdbuf();
  buffer_.clear();
  at_ = 0;
  try {
    std::streamsize ready = source.in_avail();
    if (ready <= 0) {
      before_waiting_();
      const int first = source.sbumpc();
      if (first == std::char_traits<char>::eof()) return false;
      buffer_ += static_cast<char>(first);
      ready = source.in_avail();
    }
    const std::size_t kept = buffer_.size();
    const std::streamsize wanted = std::clamp<std::streamsize>(ready, 0, kReadBytes);
    buffer_.resize(kept + static_cast<std::size_t>(wanted));
    buffer_.resize(kept + static_cast<std::size_t>(source.sgetn(buffer_.data() + kept, wanted)));
    return !buffer_.empty();
  } catch (const std::ios_base::failure& failure) {
    throw Error(ExitCode::io_failed, "standard input: " + failure.code().message());
  }
}

}  // namespace timbao
