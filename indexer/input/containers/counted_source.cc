// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/counted_source.h"

#include <algorithm>

namespace timbao {

std::string_view CountedSource::bytes() {
  if (left_ == 0) {
    state_ = SourceState::ended;
    return {};
  }
  const std::string_view bytes = input_.bytes();
  if (!bytes.empty()) return bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), left_)));
  is_cut_ = input_.at_end();
  state_ = is_cut_ ? SourceState::failed : input_.source().state();
  return {};
}

std::size_t CountedSource::read(char* to, std::size_t size) {
  if (state_ != SourceState::open) return 0;
  const std::string_view piece = bytes().substr(0, size);
  std::copy(piece.begin(), piece.end(), to);
  input_.use(piece.size());
  left_ -= piece.size();
  return piece.size();
}

std::optional<Rejected> CountedSource::failure() const {
  if (!is_cut_) return std::nullopt;
  return rejected_as(RejectReason::unreadable, "it is cut off: " + std::to_string(left_) + " bytes are missing");
}

bool CountedSource::pass_over() {
  if (state_ == SourceState::failed || state_ == SourceState::stopped) return false;
  for (std::string_view piece; !(piece = bytes()).empty(); left_ -= piece.size()) input_.use(piece.size());
  return left_ == 0;
}

}  // namespace timbao
