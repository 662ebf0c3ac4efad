// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/pair_signature.h"

#include "common/base/error.h"
#include "common/index/folded_hash.h"
#include "common/index/listed_pairs.h"
#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"

namespace timbao {

std::array<std::uint16_t, kBitsAPair> bits_of_pair(std::uint64_t left, std::uint64_t right) {
  constexpr unsigned kShare = 64 / kBitsAPair;  // bits of the hash for each bit of the signature
  std::uint64_t hash = mixed(pair_hash(left, right));
  std::array<std::uint16_t, kBitsAPair> bits{};
  for (std::uint16_t& bit : bits) {
    bit = static_cast<std::uint16_t>(((hash & ((1U << kShare) - 1)) * kSignatureBits) >> kShare);
    hash >>= kShare;
  }
  return bits;
}

std::array<std::uint16_t, kBitsAPair> bits_of_pair(std::string_view folded_left, std::string_view folded_right) {
  return bits_of_pair(folded_hash(folded_left), folded_hash(folded_right));
}

/// Adds the pairs of one article, whose tokens have their hashes already.
class PairSigner::Neighbours {
 public:
  Neighbours(const ArticleTokens& tokens, const std::vector<std::uint64_t>& hashes, PairSignature& signature)
      : tokens_(tokens), hashes_(hashes), signature_(signature), listed_(listed_pairs()) {}

  void add_tokens() {
    for (std::size_t number = 0; number < tokens_.paragraphs().size(); ++number) {
      const Stretch paragraph = paragraph_at(number);
      for (std::size_t place = paragraph.begin + 1; place < paragraph.end; ++place)
        add(hashes_[place - 1], hashes_[place]);
    }
  }

  /// A whole is a neighbour of the token before it, and of all that begins where it ends.
  void add_wholes() {
    for (std::size_t i = 0; i < tokens_.names(); ++i) {
      const ArticleTokens::Name whole = tokens_.name(i);
      if (whole.span == 1) continue;
      const std::uint64_t hash = hash_of(whole);
      const Stretch paragraph = paragraph_at(whole.paragraph);
      const std::size_t end = std::size_t{whole.place} + whole.span;
      if (whole.place > paragraph.begin) add(hashes_[whole.place - 1], hash);
      if (end < paragraph.end) add(hash, hashes_[end]);
      for (std::size_t next = i + 1; next < tokens_.names() && tokens_.name(next).place <= end; ++next)
        if (tokens_.name(next).place == end && tokens_.name(next).paragraph == whole.paragraph)
          add(hash, hash_of(tokens_.name(next)));
    }
  }

  static std::uint64_t hash_of(const ArticleTokens::Name& name) { return folded_hash(split_term(name.term).folded); }

 private:
  struct Stretch {
    std::size_t begin, end;
  };

  [[nodiscard]] Stretch paragraph_at(std::size_t number) const {
    const RawVector<ArticleTokens::Paragraph>& all = tokens_.paragraphs();
    return {all[number].begin, number + 1 < all.size() ? all[number + 1].begin : tokens_.codes().size()};
  }

  void add(std::uint64_t left, std::uint64_t right) {
    if (listed_.has(left, right)) return;
    for (const std::uint16_t bit : bits_of_pair(left, right)) signature_.set(bit);
  }

  const ArticleTokens& tokens_;
  const std::vector<std::uint64_t>& hashes_;
  PairSignature& signature_;
  const ListedPairs& listed_;
};

PairSigner::PairSigner() {
  const TokenCodes& codes = token_codes();
  hash_of_code_.reserve(sequence::kCodes);
  for (std::uint32_t code = 0; code < codes.size(); ++code)
    hash_of_code_.push_back(folded_hash(split_term(codes.term_of(code)).folded));
  hash_of_code_.resize(sequence::kCodes + 1);  // codes that no word has, and kNoCode
}

PairSignature PairSigner::signature_of(std::string_view stored_tokens) {
  try {
    tokens_.assign(checked_sequence(stored_tokens));
  } catch (const Error&) {
    return PairSignature::full();
  }
  hashes_.clear();
  hashes_.reserve(tokens_.codes().size());
  for (const std::uint16_t code : tokens_.codes()) hashes_.push_back(hash_of_code_[code]);
  for (std::size_t i = 0; i < tokens_.names(); ++i)
    if (const ArticleTokens::Name name = tokens_.name(i); name.span == 1)
      hashes_[name.place] = Neighbours::hash_of(name);
  PairSignature signature;
  Neighbours neighbours(tokens_, hashes_, signature);
  neighbours.add_tokens();
  neighbours.add_wholes();
  return signature;
}

}  // namespace timbao
