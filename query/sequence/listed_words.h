// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/base/flat_table.h"

namespace timbao {

/// The two-syllable words of the shipped list in the readings that news has of them, numbered, as pairs of codes of token
/// sequences. With the codes themselves they number all words that ArticleWordWalk meets, but rare ones.
///
///   listed_words().number_of(code of "kỷ", code of "luật")      the number of "kỷ luật"
///   listed_words().text_of(listed_words().number_of(…))         "kỷ luật"
///
/// A reading of a pair is listed where it is no slip: news has it at least a twentieth as often as the commonest one.
///
/// Takes    codes below token_codes().size(), or ArticleTokens::kNoCode.
/// Errors   none.
/// Source   common/index/data/pair-readings.tsv; docs/neighbours.md. Covered by listed_words_test.
/// Threads  any number of readers: listed_words() is built once, in about 20 milliseconds, and does not change.
class ListedWords {
 public:
  /// What a pair that is no word has for a number.
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

  ListedWords();

  /// The number of the word that two neighbouring tokens are; kNoWord where they are none.
  [[nodiscard]] std::uint32_t number_of(std::uint16_t left, std::uint16_t right) const {
    const Slot wanted{pair_of(left, right)};
    const Slot* const found = table_.find(wanted.hash(), [&](const Slot& slot) { return slot.is_same(wanted); });
    return found == nullptr ? kNoWord : found->number;
  }

  /// How many numbers there are: those of words with a code of their own come first, and are the codes.
  [[nodiscard]] std::size_t size() const { return codes_ + pairs_.size(); }

  /// The syllables of a word: one or two, as written() writes them.
  [[nodiscard]] std::vector<std::string> syllables_of(std::uint32_t number) const;

  /// The word as written() writes it, its syllables joined by a space.
  [[nodiscard]] std::string text_of(std::uint32_t number) const;

 private:
  using Pair = std::pair<std::uint16_t, std::uint16_t>;

  struct Slot {
    std::uint32_t pair = 0;
    std::uint32_t number = kNoWord;

    [[nodiscard]] bool is_free() const { return pair == 0; }
    [[nodiscard]] bool is_same(const Slot& other) const { return pair == other.pair; }
    [[nodiscard]] std::uint64_t hash() const { return (pair * std::uint64_t{0x9E3779B97F4A7C15U}) >> 32U; }
  };

  /// Never 0: the left code is counted from 1.
  static std::uint32_t pair_of(std::uint16_t left, std::uint16_t right) {
    return ((left + std::uint32_t{1}) << 16U) | right;
  }
  void add(Pair pair);

  std::size_t codes_;
  std::vector<Pair> pairs_;  // by number, from codes_
  FlatTable<Slot> table_{std::size_t{1} << 17U};
};

/// The words of this program, built at the first call.
const ListedWords& listed_words();

}  // namespace timbao
