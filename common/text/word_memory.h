// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <deque>
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
  struct Place {
    std::uint64_t hash = 0;
    const Entry* entry = nullptr;
  };

  const Word* find(std::string_view printed, TokenKind kind, std::deque<Word>& own_words);
  void grow();

  std::deque<Entry> entries_;
  std::vector<Place> places_;  // open addressing; its size is a power of two
};

/// The exact key of canonical letters, cut at kExactLimitBytes on a letter's end.
std::string limited_exact(std::string_view canonical_letters);

}  // namespace timbao
