// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "query/sequence/scan.h"

namespace timbao {

/// The tokens that a scanner found in one article, arranged by group and by place, so that a clause of a thousand words
/// or phrases takes time that grows with the tokens it meets and not with the length of the article times a thousand.
///
///   found.assign(scanned, scanner.groups());
///   for (const FoundToken* token = found.first_of(group); token != nullptr; token = found.next_of(*token)) …
///
/// Source   covered by clause_matcher_test (FindsLongRunsInTimeThatGrowsWithThem) and search_oracle_test.
/// Threads  one a thread while it is assigned; then read only.
class FoundTokens {
 public:
  /// Arranges the tokens of another article. Memory stays allocated for the next one.
  ///
  /// Takes    what the scanner found, which must outlive the use of this; the scanner's number of groups.
  void assign(const ScannedArticle& scanned, std::size_t groups);

  /// The first token of a group, and the next one of the same group, by place; null where there is none.
  [[nodiscard]] const FoundToken* first_of(GroupId group) const { return token_at(first_[group]); }
  [[nodiscard]] const FoundToken* next_of(const FoundToken& token) const {
    return token_at(next_[static_cast<std::size_t>(&token - found_->data())]);
  }

  /// Whether one of the tokens is a word, in its field and in one of the readings that it stands for.
  ///
  /// Takes    a word of the question, and the scanner that found the tokens.
  [[nodiscard]] bool has_word(WordId word, const SequenceScanner& scanner) const;

  /// Tokens that begin at one place of the article: [begin, end).
  struct Range {
    const FoundToken *first, *last;
    [[nodiscard]] const FoundToken* begin() const { return first; }
    [[nodiscard]] const FoundToken* end() const { return last; }
  };

  /// The tokens at a place.
  ///
  /// Takes    a place, and a token before it, from which the search goes forward.
  [[nodiscard]] Range at(std::uint32_t place, const FoundToken& before) const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  [[nodiscard]] const FoundToken* token_at(std::uint32_t number) const {
    return number == kNone ? nullptr : found_->data() + number;
  }

  const std::vector<FoundToken>* found_ = nullptr;
  IndexedVector<GroupId, std::uint32_t> first_;
  std::vector<std::uint32_t> next_;  // of each token, the number of the next one of its group
};

}  // namespace timbao
