// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/office_members.h"

#include <algorithm>

namespace timbao {

OfficeMembers::OfficeMembers(ArchiveReader& archive, OfficePackage package, const Member& first)
    : archive_(archive), package_(package), name_(first.bytes.name()), member_(&first.bytes) {
  find_text(first.name);
}

void OfficeMembers::find_text(const std::string& first_name) {
  std::optional<std::string> name = first_name;
  while (name && !is_text_member(package_, *name)) {
    if (is_member_beside_text(package_, *name)) keep();
    std::optional<ArchiveEntry> entry = archive_.next();
    if (entry) member_ = &archive_.data();
    name = entry ? std::optional(std::move(entry->name)) : std::nullopt;
  }
  has_text_ = name.has_value();
}

void OfficeMembers::keep() {
  const std::size_t before = kept_.size();
  kept_.resize(kMostKeptBytes);
  std::size_t end = before;
  while (end < kept_.size()) {
    const std::size_t count = member_->read(kept_.data() + end, kept_.size() - end);
    if (count == 0) break;
    end += count;
  }
  kept_.resize(end);
}

/// Goes to the next member that is read beside the text.
bool OfficeMembers::find_more() {
  while (const std::optional<ArchiveEntry> entry = archive_.next()) {
    member_ = &archive_.data();
    if (is_member_beside_text(package_, entry->name)) return true;
  }
  return false;
}

std::size_t OfficeMembers::read_kept(char* to, std::size_t size) {
  const std::size_t count = std::min(size, kept_.size());
  std::copy_n(kept_.data(), count, to);
  kept_.erase(0, count);
  return count;
}

std::size_t OfficeMembers::read(char* to, std::size_t size) {
  while (state_ == SourceState::open && member_ != nullptr) {
    if (const std::size_t count = member_->read(to, size); count > 0) return count;
    if (member_->state() != SourceState::ended)
      state_ = member_->state();
    else if (!find_more())
      member_ = nullptr;
  }
  if (state_ != SourceState::open) return 0;
  const std::size_t count = read_kept(to, size);
  if (count == 0) state_ = SourceState::ended;
  return count;
}

std::optional<Rejected> OfficeMembers::failure() const {
  return state_ == SourceState::failed ? member_->failure() : std::nullopt;
}

}  // namespace timbao
