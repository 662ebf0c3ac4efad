// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_memory.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/number.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"

namespace timbao {
namespace {

constexpr std::size_t kFirstPlaces = 1U << 12U;
constexpr std::size_t kLongestRemembered = 64;  // bytes; longer ones hardly come again
constexpr std::size_t kLongestLookedAt = 1024;  // bytes of a word; what is behind cannot reach a term

Word make_number(std::string_view printed) {
  Word word;
  word.kind = TokenKind::number;
  // The value of a number that is too long for a term is cut as any word is.
  word.folded = cut_at_code_point(match_number(printed, 0).folded, kFoldedLimitBytes);
  word.exact = cut_at_code_point(printed, kExactLimitBytes);
  return word;
}

/// Marks on no letter do not count: a thousand of them before a letter must not hide it.
std::string_view without_leading_marks(std::string_view printed) {
  std::size_t at = 0;
  while (at < printed.size()) {
    const std::size_t length = read_code_point(printed, at).length;
    if (!fold_text(printed.substr(at, length)).empty()) break;
    at += length;
  }
  return printed.substr(at);
}

Word make_word(std::string_view printed) {
  Word word;
  const std::string letters = canonical(cut_at_code_point(without_leading_marks(printed), kLongestLookedAt));
  word.folded = cut_at_code_point(fold_text(letters), kFoldedLimitBytes);
  word.exact = limited_exact(letters);
  return word;
}

}  // namespace

std::string limited_exact(std::string_view canonical_letters) {
  return exact_key(cut_at_code_point(canonical_letters, kExactLimitBytes));
}

WordMemory::WordMemory() : places_(kFirstPlaces) {}

const Word* WordMemory::find(std::string_view printed, TokenKind kind, std::deque<Word>& own_words) {
  const std::uint64_t hash = XXH3_64bits_withSeed(printed.data(), printed.size(), static_cast<std::uint64_t>(kind));
  const std::size_t mask = places_.size() - 1;
  std::size_t place = hash & mask;
  for (; places_[place].entry != nullptr; place = (place + 1) & mask)
    if (places_[place].hash == hash && places_[place].entry->printed == printed &&
        places_[place].entry->word.kind == kind)
      return &places_[place].entry->word;
  Word made = kind == TokenKind::number ? make_number(printed) : make_word(printed);
  if (entries_.size() == Tokenizer::kRememberedWords || printed.size() > kLongestRemembered)
    return &own_words.emplace_back(std::move(made));
  made.id = static_cast<std::uint32_t>(entries_.size());
  places_[place] = {hash, &entries_.emplace_back(Entry{std::string(printed), std::move(made)})};
  if (entries_.size() * 2 > places_.size()) grow();
  return &entries_.back().word;
}

void WordMemory::grow() {
  std::vector<Place> old(places_.size() * 2);
  old.swap(places_);
  const std::size_t mask = places_.size() - 1;
  for (const Place& taken : old) {
    if (taken.entry == nullptr) continue;
    std::size_t place = taken.hash & mask;
    while (places_[place].entry != nullptr) place = (place + 1) & mask;
    places_[place] = taken;
  }
}

}  // namespace timbao
