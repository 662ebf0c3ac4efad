// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace timbao {

/// Computes the key by which copies of one story are recognized: most copies of an article have the same key, and other
/// articles have other keys.
///
///   CollapseKey key;
///   for (const Token& token : body) key.add(folded_hash(token.word->folded));
///   key.finish().size() == 8
///
/// Takes    the folded tokens of a body, as folded_hash() of each, in their order. The body only: title, lead, captions
///          and author are what newspapers change most when they take a story over.
/// Returns  the least hash of all runs of kRunTokens neighbouring tokens, as 8 bytes; nothing for a body of fewer than
///          kLeastTokens tokens, where one common sentence would make a key.
/// Errors   none.
/// Source   Broder, "On the resemblance and containment of documents" (1997); the figures are in docs/index-format.md,
///          "Collapse key". Covered by collapse_key_test and measured by bench/collapse_bench.cc.
class CollapseKey {
 public:
  static constexpr std::size_t kRunTokens = 8;
  static constexpr std::size_t kLeastTokens = 32;

  void add(std::uint64_t word);

  /// Returns the key of the tokens that were added, and begins anew.
  std::string finish();

 private:
  std::array<std::uint64_t, kRunTokens> run_{};  // the last kRunTokens words, as a ring
  std::uint64_t rolling_ = 0;                    // the polynomial hash of these words
  std::uint64_t least_ = ~std::uint64_t{0};
  std::size_t tokens_ = 0;
};

}  // namespace timbao
