// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace timbao {

/// Whether every such pair of neighbours is a term wherever it stands, titles or not: it is a two-syllable word of
/// the shipped list, or both are among the commonest syllables. For a few questions: nothing is built.
bool is_listed_pair(std::string_view folded_left, std::string_view folded_right);

/// The same for a question a token: a table of hashes, made in a few milliseconds.
///
///   listed_pairs().has(folded_hash("xay"), folded_hash("dung")) == true
///
/// Source   docs/index-format.md, "Terms".
class ListedPairs {
 public:
  ListedPairs();

  /// Takes hashes of folded forms: folded_hash.
  [[nodiscard]] bool has(std::uint64_t left, std::uint64_t right) const {
    return keys_[place_of(key_of(left, right))] != 0;
  }

 private:
  static constexpr std::size_t kPlaces = std::size_t{1} << 17U;  // three times the pairs that there are
  static std::uint64_t key_of(std::uint64_t left, std::uint64_t right) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;  // so that a pair and its exchange differ
    const std::uint64_t key = (left * kOdd) ^ right;
    return key == 0 ? 1 : key;
  }
  /// Where the key stands, or the free place where it would.
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    std::size_t place = key % kPlaces;
    while (keys_[place] != 0 && keys_[place] != key) place = (place + 1) % kPlaces;
    return place;
  }
  void add(std::string_view left, std::string_view right);

  std::vector<std::uint64_t> keys_;
};

const ListedPairs& listed_pairs();

}  // namespace timbao
