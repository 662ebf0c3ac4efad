// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/chunked_source.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

namespace timbao {
namespace {

constexpr std::size_t kMostLineBytes = 1'024;
constexpr int kHexadecimal = 16;

/// The length that a line states.
std::optional<std::uint64_t> length_of(std::string_view line) {
  std::uint64_t length = 0;
  const auto read = std::from_chars(line.data(), line.data() + line.size(), length, kHexadecimal);
  const auto used = static_cast<std::size_t>(read.ptr - line.data());
  const bool is_number = read.ec == std::errc() && line.find_first_not_of(" \t\r", used) == line.find(';', used);
  return is_number ? std::optional(length) : std::nullopt;
}

}  // namespace

std::size_t ChunkedSource::read(char* to, std::size_t size) {
  while (state_ == SourceState::open) {
    if (step_ != Step::content && step_ != Step::joined) {
      read_length();
      continue;
    }
    const std::string_view bytes = input_.bytes();
    const std::size_t most =
        step_ == Step::joined ? size : static_cast<std::size_t>(std::min<std::uint64_t>(size, left_));
    const std::size_t count = std::min(bytes.size(), most);
    if (count == 0) {
      end_early();
      return 0;
    }
    std::copy_n(bytes.data(), count, to);
    input_.use(count);
    if (step_ == Step::content && (left_ -= count) == 0) step_ = Step::end_of_content;
    return count;
  }
  return 0;
}

void ChunkedSource::read_length() {
  std::string line;
  if (step_ == Step::first_length) {
    const std::string_view head =
        input_.head([](std::string_view bytes) { return bytes.find('\n') != bytes.npos; }).bytes;
    if (!length_of(head.substr(0, std::min(head.find('\n'), kMostLineBytes)))) {
      step_ = Step::joined;
      return;
    }
  }
  if (step_ == Step::end_of_content && !read_line(line)) return end_early();
  if (!read_line(line)) return end_early();
  const std::optional<std::uint64_t> length = length_of(line);
  if (!length) {
    is_broken_ = true;
    state_ = SourceState::failed;
  } else if (*length == 0) {
    state_ = SourceState::ended;
  } else {
    left_ = *length;
    step_ = Step::content;
  }
}

/// Reads a line without its end; false where the input ends first, or the line is too long.
bool ChunkedSource::read_line(std::string& line) {
  line.clear();
  for (std::string_view bytes; line.size() < kMostLineBytes && !(bytes = input_.bytes()).empty();) {
    const std::size_t end = bytes.find('\n');
    line += bytes.substr(0, end);
    input_.use(end == std::string_view::npos ? bytes.size() : end + 1);
    if (end != std::string_view::npos) return true;
  }
  return false;
}

void ChunkedSource::end_early() {
  state_ = from_.state();
  if (state_ == SourceState::failed || state_ == SourceState::stopped) return;
  is_broken_ = step_ != Step::joined;
  state_ = is_broken_ ? SourceState::failed : SourceState::ended;
}

std::optional<Rejected> ChunkedSource::failure() const {
  if (!is_broken_) return std::nullopt;
  return rejected_as(RejectReason::unreadable, "the chunks in which a server sent it are cut off or damaged");
}

}  // namespace timbao
