// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/near_sieve.h"

#include <algorithm>

namespace timbao {
namespace {

/// A NEAR that is true for every article for which the clause is true; null where the clause has no such NEAR.
const Clause* needed_near(const Clause& clause) {
  if (clause.kind == ClauseKind::near) return &clause;
  if (clause.kind != ClauseKind::all_of) return nullptr;
  for (const Clause& child : clause.children)
    if (const Clause* const near = needed_near(child); near != nullptr) return near;
  return nullptr;
}

/// Whether a child of a NEAR is a word or one of several words: of a phrase it would have to be known how long it is.
bool is_of_words(const Clause& child) {
  const auto is_word = [](const Clause& clause) { return clause.kind == ClauseKind::word; };
  return is_word(child) ||
         (child.kind == ClauseKind::any_of && std::all_of(child.children.begin(), child.children.end(), is_word));
}

/// Turns eight bytes of eight bits about: bit i of byte k becomes bit k of byte i.
///
/// Source   Warren, "Hacker's Delight", "Transposing a Bit Matrix".
std::uint64_t transposed(std::uint64_t bytes) {
  std::uint64_t moved = (bytes ^ (bytes >> 7U)) & 0x00AA00AA00AA00AAU;
  bytes ^= moved ^ (moved << 7U);
  moved = (bytes ^ (bytes >> 14U)) & 0x0000CCCC0000CCCCU;
  bytes ^= moved ^ (moved << 14U);
  moved = (bytes ^ (bytes >> 28U)) & 0x00000000F0F0F0F0U;
  return bytes ^ moved ^ (moved << 28U);
}

/// Adds to each bit those that stand `by` places before it and behind it, for 0 < by < 64.
void widen(std::vector<std::uint64_t>& bits, std::vector<std::uint64_t>& before, std::uint32_t by) {
  before = bits;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    bits[i] |= before[i] << by | before[i] >> by;
    if (i > 0) bits[i] |= before[i - 1] >> (64 - by);
    if (i + 1 < bits.size()) bits[i] |= before[i + 1] << (64 - by);
  }
}

}  // namespace

/// The first words that follow each other in the NEAR are looked for: where they are not near each other, it is not true.
NearSieve::NearSieve(const Clause& clause, const SequenceScanner& scanner) : scanner_(scanner) {
  const Clause* const near = needed_near(clause);
  if (near == nullptr) return;
  const std::vector<Clause>& all = near->children;
  std::size_t first = 0;
  while (first + 1 < all.size() && !(is_of_words(all[first]) && is_of_words(all[first + 1]))) ++first;
  if (first + 1 >= all.size()) return;
  children_of_.resize(ArticleTokens::kNoCode + std::size_t{1});
  children_in_.resize(scanner.groups());
  for (std::size_t i = first; i < all.size() && children_ < kMostChildren && is_of_words(all[i]); ++i) {
    if (i > first) distances_.push_back(near->distances[i - 1]);
    add_child(all[i]);
  }
  found_.resize(children_);
}

void NearSieve::add_child(const Clause& child) {
  const auto bit = static_cast<std::uint8_t>(1U << children_++);
  const auto add_word = [&](WordId word) {
    for (const std::uint32_t code : scanner_.codes_of(word)) children_of_[code] |= bit;
    children_in_[scanner_.group_of(word)] |= bit;
  };
  if (child.kind == ClauseKind::word) add_word(child.word);
  for (const Clause& word : child.children) add_word(word.word);
}

bool NearSieve::may_hold(const ArticleTokens& tokens) {
  if (children_ < 2) return true;
  find_children(tokens);
  reached_ = found_.front();
  for (std::size_t child = 1; child < children_; ++child) {
    spread(distances_[child - 1]);
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < reached_.size(); ++i) any |= reached_[i] &= found_[child][i];
    if (any == 0) return false;
  }
  return true;
}

/// Eight tokens at a time, whose bytes are turned about into a byte for each child.
void NearSieve::find_children(const ArticleTokens& tokens) {
  constexpr std::size_t kEight = 8, kByteBits = 8;
  const std::size_t size = tokens.codes().size();
  for (Bits& bits : found_) bits.assign(size / kBits + 1, 0);
  const std::uint16_t* const codes = tokens.codes().data();
  const std::uint8_t* const children_of = children_of_.data();
  std::size_t place = 0;
  for (; place + kEight <= size; place += kEight) {
    std::uint64_t of_tokens = 0;
    for (std::size_t i = 0; i < kEight; ++i)
      of_tokens |= std::uint64_t{children_of[codes[place + i]]} << (kByteBits * i);
    add_eight(place, of_tokens);
  }
  std::uint64_t of_last = 0;
  for (std::size_t i = 0; place + i < size; ++i)
    of_last |= std::uint64_t{children_of[codes[place + i]]} << (kByteBits * i);
  add_eight(place, of_last);
  find_names(tokens);
}

void NearSieve::add_eight(std::size_t place, std::uint64_t children_of_tokens) {
  if (children_of_tokens == 0) return;
  std::uint64_t of_children = transposed(children_of_tokens);
  for (Bits& bits : found_) {
    bits.data()[place / kBits] |= (of_children & 0xFFU) << (place % kBits);
    of_children >>= 8U;
  }
}

/// A whole stands at each of its tokens. What is near its last token need not be near its first one, which another word
/// reached: so all distances grow by the longest whole.
void NearSieve::find_names(const ArticleTokens& tokens) {
  names_.found.clear();
  names_.tokens = static_cast<std::uint32_t>(tokens.codes().size());
  longest_ = 1;
  scanner_.find_names(tokens, names_);
  for (const FoundToken& name : names_.found) {
    longest_ = std::max<std::uint32_t>(longest_, name.span);
    const std::size_t end = std::min(tokens.codes().size(), std::size_t{name.place} + name.span);
    for (std::size_t place = name.place; place < end; ++place)
      for (std::size_t child = 0; child < children_; ++child)
        if ((children_in_[name.group] >> child & 1U) != 0)
          found_[child][place / kBits] |= std::uint64_t{1} << (place % kBits);
  }
}

/// Adds to the places that were reached all that are no farther from them than a distance allows. The steps grow, as the
/// places beside a place grow to a stretch.
void NearSieve::spread(std::uint32_t distance) {
  const std::uint32_t farthest = std::min<std::uint32_t>(distance, kBits) + longest_;
  if (farthest >= kBits) {
    const bool any = std::any_of(reached_.begin(), reached_.end(), [](std::uint64_t bits) { return bits != 0; });
    std::fill(reached_.begin(), reached_.end(), any ? ~std::uint64_t{0} : 0);
    return;
  }
  for (std::uint32_t done = 0; done < farthest;) {
    const std::uint32_t step = std::min(done + 1, farthest - done);
    widen(reached_, spread_, step);
    done += step;
  }
}

}  // namespace timbao
