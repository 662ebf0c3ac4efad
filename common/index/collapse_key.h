// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// Makes the key by which copies of one wire story are told: most copies of an article have its key, other articles
/// have others.
///
///   CollapseKey key; for (const Token& token : body) key.add(CollapseKey::hash_of(token.word->folded));
///   key.finish() == std::string(8 bytes)
///
/// Takes    the folded tokens of a body, in order. Title, lead, captions and author are what papers change most.
/// Returns  the least hash over all runs of kRunTokens neighbours, 8 bytes; nothing for fewer than kLeastTokens.
/// Errors   none.
/// Source   Broder, "On the resemblance and containment of documents" (1997); figures: docs/index-format.md,
///          "Collapse key".
class CollapseKey {
 public:
  static constexpr std::size_t kRunTokens = 8;
  static constexpr std::size_t kLeastTokens = 32;

  /// What stands for a folded form.
  static std::uint64_t hash_of(std::string_view folded);

  void add(std::uint64_t word);

  /// The key of what was added, and begins anew.
  std::string finish();

 private:
  std::array<std::uint64_t, kRunTokens> run_{};  // the last words, round and round
  std::uint64_t rolling_ = 0;                    // their polynomial hash
  std::uint64_t least_ = ~std::uint64_t{0};
  std::size_t tokens_ = 0;
};

}  // namespace timbao
