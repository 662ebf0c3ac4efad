// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/flat_table.h"
#include "common/text/token.h"

namespace timbao {

/// The words that a Tokenizer has met, by their bytes, so that each is folded and spelled once.
///
///   WordCache cache(1 << 16);
///   cache.word("Đảng", own_words)->exact == "đang~3"
///   cache.word("Đảng", own_words) == cache.word("Đảng", own_words)     // the same address
///
/// Takes    how many words it may hold; and for each look the printed bytes of a token, and where the words go that the
///          cache does not hold: those of over 64 bytes, which hardly come again, and all new ones once it is full.
/// Returns  a word that lives as long as the cache, or as `own_words`. Only words of the cache have an id, and ids
///          count from 0 in the order in which the words were met.
/// Errors   none.
/// Threads  one cache a thread.
/// Source   docs/folding.md. Measured by bench/text_bench. Covered by tokenize_test and tokenize_properties_test.
class WordCache {
 public:
  explicit WordCache(std::size_t most_words);

  /// The word that these bytes print: word("Đảng", own_words)->folded == "dang".
  const Word* word(std::string_view printed, std::deque<Word>& own_words) {
    return find(printed, TokenKind::word, own_words);
  }
  /// The number that these bytes print: number("5.700", own_words)->folded == "5700". The same bytes may be a word and
  /// a number; these are two entries.
  const Word* number(std::string_view printed, std::deque<Word>& own_words) {
    return find(printed, TokenKind::number, own_words);
  }

 private:
  struct Entry {
    std::string printed;
    Word word;
  };
  /// What the hash table stores of an entry: 8 bytes, because the table is read for every token, and reading memory is
  /// what takes the time.
  /// It holds the low half of the hash, and the number of the entry and one; 0 is free.
  struct Slot {
    std::uint32_t hash_bits = 0;
    std::uint32_t entry_and_one = 0;

    [[nodiscard]] bool is_free() const { return entry_and_one == 0; }
    [[nodiscard]] std::uint64_t hash() const { return hash_bits; }
    [[nodiscard]] bool is_same(const Slot& other) const { return entry_and_one == other.entry_and_one; }
  };
  /// Entries lie in chunks of this size and never move, because tokens point to their words.
  static constexpr std::size_t kChunkEntries = 1024;

  const Word* find(std::string_view printed, TokenKind kind, std::deque<Word>& own_words);
  const Word* add(std::string_view printed, Word word, std::uint32_t hash_bits);
  [[nodiscard]] const Entry& entry(std::uint32_t number) const {
    return chunks_[number / kChunkEntries][number % kChunkEntries];
  }

  std::size_t most_words_;
  std::vector<std::unique_ptr<Entry[]>> chunks_;
  FlatTable<Slot> slots_{std::size_t{1} << 12U};
};

/// The exact key of canonical letters, of which at most kExactLimitBytes are used, cut where a code point ends:
/// limited_exact("đảng") == "đang~3".
///
/// Takes    canonical letters of any length.
/// Returns  at most kExactLimitBytes bytes. The key of a syllable is never cut, because none is so long.
/// Source   docs/folding.md, "Limits". Covered by tokenize_properties_test.
std::string limited_exact(std::string_view canonical_letters);

}  // namespace timbao
