// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_memory.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/number.h"
#include "common/text/syllable.h"

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
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  const std::size_t mask = places_.size() - 1;
  for (std::size_t at = hash & mask; places_[at].entry_and_one != 0; at = (at + 1) & mask) {
    if (places_[at].tag != tag) continue;
    const Entry& known = entry(places_[at].entry_and_one - 1);
    if (known.printed == printed && known.word.kind == kind) return &known.word;
  }
  Word made = kind == TokenKind::number ? make_number(printed) : make_word(printed);
  if (hashes_.size() == Tokenizer::kRememberedWords || printed.size() > kLongestRemembered)
    return &own_words.emplace_back(std::move(made));
  return remember(printed, std::move(made), hash);
}

const Word* WordMemory::remember(std::string_view printed, Word word, std::uint64_t hash) {
  const auto number = static_cast<std::uint32_t>(hashes_.size());
  if (number % kChunkEntries == 0) chunks_.push_back(std::make_unique<Entry[]>(kChunkEntries));
  word.id = number;
  Entry& made = chunks_.back()[number % kChunkEntries];
  made = {std::string(printed), std::move(word)};
  hashes_.push_back(hash);
  free_place(hash) = {static_cast<std::uint32_t>(hash >> 32U), number + 1};
  if (hashes_.size() * 2 > places_.size()) grow();
  return &made.word;
}

WordMemory::Place& WordMemory::free_place(std::uint64_t hash) {
  const std::size_t mask = places_.size() - 1;
  std::size_t at = hash & mask;
  while (places_[at].entry_and_one != 0) at = (at + 1) & mask;
  return places_[at];
}

void WordMemory::grow() {
  places_.assign(places_.size() * 2, {});
  for (std::uint32_t number = 0; number < hashes_.size(); ++number)
    free_place(hashes_[number]) = {static_cast<std::uint32_t>(hashes_[number] >> 32U), number + 1};
}

}  // namespace timbao
