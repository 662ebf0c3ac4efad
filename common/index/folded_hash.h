// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace timbao {

/// The hash that stands for a folded form, in collapse keys (collapse_key.h) and in the table of listed pairs
/// (listed_pairs.h). TermMaker computes it once for each word that it remembers.
///
///   listed_pairs().has(folded_hash("xay"), folded_hash("dung")) == true
///
/// Takes    a folded form.
/// Returns  64 bits of XXH3. Collapse keys are stored, so another hash needs another format.
/// Errors   none.
/// Source   docs/index-format.md, "Collapse key". Covered by collapse_key_test.
std::uint64_t folded_hash(std::string_view folded);

/// The hash of two neighbours, in their order: "a b" and "b a" have two. Its lowest bits depend on the lowest bits of both alone.
///
/// Takes    the hashes of their folded forms.
/// Source   docs/index-format.md, "Signatures". Covered by listed_pairs_test and pair_signature_test.
inline std::uint64_t pair_hash(std::uint64_t left, std::uint64_t right) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  return (left * kOdd) ^ right;
}

/// A number all bits of which depend on all bits of `x`: the last step of SplitMix64.
///
/// Source   docs/index-format.md, "Collapse key". Covered by collapse_key_test and pair_signature_test.
inline std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

}  // namespace timbao
