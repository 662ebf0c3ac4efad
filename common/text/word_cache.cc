// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_cache.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/number.h"
#include "common/text/syllable.h"

namespace timbao {
namespace {

constexpr std::size_t kLongestCached = 64;      // bytes; longer words hardly come again
constexpr std::size_t kLongestLookedAt = 1024;  // bytes of a word; what follows them cannot reach a term

Word make_number(std::string_view printed) {
  Word word;
  word.kind = TokenKind::number;
  // A value that is too long for a term is cut, as the letters of a word are.
  word.folded = cut_at_code_point(match_number(printed, 0).folded, kFoldedLimitBytes);
  word.exact = cut_at_code_point(printed, kExactLimitBytes);
  return word;
}

/// Combining marks before the first letter do not count: otherwise a thousand of them would push the letter behind
/// kLongestLookedAt.
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

WordCache::WordCache(std::size_t most_words) : most_words_(most_words) {}

const Word* WordCache::find(std::string_view printed, TokenKind kind, std::deque<Word>& own_words) {
  const auto hash_bits = static_cast<std::uint32_t>(
      XXH3_64bits_withSeed(printed.data(), printed.size(), static_cast<std::uint64_t>(kind)));
  const Slot* known = slots_.find(hash_bits, [&](const Slot& slot) {
    if (slot.hash_bits != hash_bits) return false;
    const Entry& other = entry(slot.entry_and_one - 1);
    return other.printed == printed && other.word.kind == kind;
  });
  if (known != nullptr) return &entry(known->entry_and_one - 1).word;
  Word made = kind == TokenKind::number ? make_number(printed) : make_word(printed);
  if (slots_.size() == most_words_ || printed.size() > kLongestCached) return &own_words.emplace_back(std::move(made));
  return add(printed, std::move(made), hash_bits);
}

const Word* WordCache::add(std::string_view printed, Word word, std::uint32_t hash_bits) {
  const auto number = static_cast<std::uint32_t>(slots_.size());
  if (number % kChunkEntries == 0) chunks_.push_back(std::make_unique<Entry[]>(kChunkEntries));
  word.id = number;
  Entry& made = chunks_.back()[number % kChunkEntries];
  made = {std::string(printed), std::move(word)};
  slots_.find_or_add({hash_bits, number + 1});
  return &made.word;
}

}  // namespace timbao
