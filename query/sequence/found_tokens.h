// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "query/sequence/scan.h"

namespace timbao {

/// The tokens that a question found in one article, by what they are and by where they stand, so that a clause of a
/// thousand words or phrases is evaluated in time that grows with what it asks for and not with the article's length
/// times that.
///
///   found.assign(scanned, scanner.groups());
///   for (const FoundToken* token = found.first_of(group); token != nullptr; token = found.next_of(*token)) …
class FoundTokens {
 public:
  /// Becomes what was found in an article, which must outlive its use here; memory stays for the next.
  void assign(const ScannedArticle& scanned, std::size_t groups);

  /// The first token of a group, and the next one of the same, by place; null: there is none.
  [[nodiscard]] const FoundToken* first_of(GroupId group) const { return token_at(first_[group]); }
  [[nodiscard]] const FoundToken* next_of(const FoundToken& token) const {
    return token_at(next_[static_cast<std::size_t>(&token - found_->data())]);
  }

  /// The tokens of one place behind a token: [begin, end).
  struct Range {
    const FoundToken *first, *last;
    [[nodiscard]] const FoundToken* begin() const { return first; }
    [[nodiscard]] const FoundToken* end() const { return last; }
  };
  [[nodiscard]] Range at(std::uint32_t place, const FoundToken& before) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  [[nodiscard]] const FoundToken* token_at(std::uint32_t number) const {
    return number == kNone ? nullptr : found_->data() + number;
  }

  const std::vector<FoundToken>* found_ = nullptr;
  IndexedVector<GroupId, std::uint32_t> first_;  // by group
  std::vector<std::uint32_t> next_;              // by token
};

}  // namespace timbao
