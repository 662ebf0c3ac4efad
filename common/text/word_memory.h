// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenize.h"

namespace timbao {

/// The words that a Tokenizer has met, by their bytes: folding and spelling a word is done once.
///
/// Returns  pointers that hold for the memory's life, or, once it is full, into `own_words`.
class WordMemory {
 public:
  WordMemory();

  const Word* word(std::string_view printed, std::deque<Word>& own_words) {
    return find(printed, TokenKind::word, own_words);
  }
  const Word* number(std::string_view printed, std::deque<Word>& own_words) {
    return find(printed, TokenKind::number, own_words);
  }

 private:
  struct Entry {
    std::string printed;
    Word word;
  };
  /// A word's place in the hash table: small, because the table is read at every token and memory is what takes the
  /// time.
  struct Place {
    std::uint32_t tag = 0;            // the upper half of the hash
    std::uint32_t entry_and_one = 0;  // 0: free
  };
  static constexpr std::size_t kChunkEntries = 1024;  // entries never move: tokens point to their words

  const Word* find(std::string_view printed, TokenKind kind, std::deque<Word>& own_words);
  const Word* remember(std::string_view printed, Word word, std::uint64_t hash);
  [[nodiscard]] Place& free_place(std::uint64_t hash);
  [[nodiscard]] const Entry& entry(std::uint32_t number) const {
    return chunks_[number / kChunkEntries][number % kChunkEntries];
  }
  void grow();

  std::vector<std::unique_ptr<Entry[]>> chunks_;
  std::vector<std::uint64_t> hashes_;  // by entry
  std::vector<Place> places_;          // open addressing; its size is a power of two
};

/// The exact key of canonical letters, cut at kExactLimitBytes on a letter's end.
std::string limited_exact(std::string_view canonical_letters);

}  // namespace timbao
