// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/index/article_tokens.h"

namespace timbao {

/// How many bits a signature has, and how many of them a pair sets.
inline constexpr std::size_t kSignatureBits = 1536;
inline constexpr std::size_t kBitsAPair = 3;

/// The bits that a pair of neighbours sets in a signature; two of them may be the same.
///
///   bits_of_pair("cau", "moi") == bits_of_pair("cau", "moi")     bits_of_pair("cau", "moi") != bits_of_pair("moi", "cau")
///
/// Takes    the folded forms of two neighbours, in their order; or their hashes (folded_hash.h).
/// Source   docs/index-format.md, "Signatures". Covered by pair_signature_test.
std::array<std::uint16_t, kBitsAPair> bits_of_pair(std::uint64_t left, std::uint64_t right);
std::array<std::uint16_t, kBitsAPair> bits_of_pair(std::string_view folded_left, std::string_view folded_right);

/// The pairs of neighbours of an article, as bits: a Bloom filter. An article that lacks one of the bits of a pair does not
/// have the pair; one that has them all most likely does.
///
///   PairSignature signature;
///   for (const std::uint16_t bit : bits_of_pair("cau", "moi")) signature.set(bit);
///   signature.for_each_bit([](std::size_t bit) { … });      three times
class PairSignature {
 public:
  void set(std::size_t bit) { words_[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  [[nodiscard]] bool has(std::size_t bit) const { return (words_[bit / 64] >> (bit % 64) & 1U) != 0; }

  /// Calls `call(bit)` for each bit that is set, in ascending order.
  template <typename Call>
  void for_each_bit(Call&& call) const {
    for (std::size_t word = 0; word < words_.size(); ++word)
      for (std::uint64_t rest = words_[word]; rest != 0; rest &= rest - 1)
        call(word * 64 + static_cast<std::size_t>(__builtin_ctzll(rest)));
  }

  /// The signature that has every bit: of an article whose pairs are not known.
  static PairSignature full() {
    PairSignature signature;
    signature.words_.fill(~std::uint64_t{0});
    return signature;
  }

 private:
  std::array<std::uint64_t, kSignatureBits / 64> words_{};
};

/// Makes the signatures of articles. Pairs that are listed (listed_pairs.h) set no bits, since posting lists tell where they
/// stand. Neighbours are what a phrase takes for neighbours: tokens, and joined forms as wholes, in one paragraph.
///
///   PairSigner signer;
///   const PairSignature signature = signer.signature_of(stored_tokens(document));
///
/// Errors   none: of a token sequence that is damaged every bit is set, so that a query reads the article and reports it.
/// Source   docs/index-format.md, "Signatures". Covered by pair_signature_test, which compares it with all phrases of made
///          articles.
/// Threads  one a thread: its memory serves every article.
class PairSigner {
 public:
  PairSigner();

  /// Takes    the bytes of a token sequence, as stored_tokens() gives them.
  [[nodiscard]] PairSignature signature_of(std::string_view stored_tokens);

 private:
  class Neighbours;

  std::vector<std::uint64_t> hash_of_code_;
  std::vector<std::uint64_t> hashes_;  // of the tokens of one article, by place
  ArticleTokens tokens_;
};

}  // namespace timbao
