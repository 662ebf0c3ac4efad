// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/part_source.h"

#include <algorithm>
#include <utility>

#include "common/base/ascii.h"

namespace timbao {
namespace {

constexpr std::size_t kMostLineBytes = 8U << 10U;  // a longer line is given in pieces; boundaries have at most 70 bytes

}  // namespace

PartSource::PartSource(BufferedInput& input, std::vector<std::string> boundaries)
    : input_(input), boundaries_(std::move(boundaries)) {}

std::size_t PartSource::read(char* to, std::size_t size) {
  if (given_ == line_.size() && !is_done_) read_line();
  const std::size_t count = std::min(size, line_.size() - given_);
  std::copy_n(line_.data() + given_, count, to);
  given_ += count;
  return count;
}

SourceState PartSource::state() const {
  if (given_ < line_.size() || !is_done_) return SourceState::open;
  return has_boundary_ ? SourceState::ended : input_.source().state();
}

/// Reads the next line; at a boundary and at the end it is empty.
void PartSource::read_line() {
  line_.clear();
  given_ = 0;
  bool has_end = false;
  for (std::string_view bytes; !has_end && line_.size() < kMostLineBytes && !(bytes = input_.bytes()).empty();) {
    const std::size_t end = bytes.substr(0, kMostLineBytes).find('\n');
    has_end = end != std::string_view::npos;
    const std::size_t count = has_end ? end + 1 : std::min(bytes.size(), kMostLineBytes);
    line_ += bytes.substr(0, count);
    input_.use(count);
  }
  has_boundary_ = is_line_start_ && is_boundary(line_);
  is_line_start_ = has_end;
  if (has_boundary_) line_.clear();
  is_done_ = line_.empty();
}

bool PartSource::is_boundary(std::string_view line) const {
  if (!starts_with(line, "--")) return false;
  line = line.substr(2, line.find_last_not_of(" \t\r\n") - 1);
  const std::string_view last = ends_with(line, "--") ? line.substr(0, line.size() - 2) : line;
  return std::any_of(boundaries_.begin(), boundaries_.end(),
                     [&](const std::string& boundary) { return boundary == line || boundary == last; });
}

bool PartSource::pass_over() {
  while (!is_done_) read_line();
  return has_boundary_;
}

}  // namespace timbao
