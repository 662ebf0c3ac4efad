// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/near_tokens.h"

#include <algorithm>

namespace timbao {

void NearTokens::assign(const ArticleTokens& tokens, const std::vector<TokenStretch>& mentions, std::size_t within) {
  const auto size = static_cast<std::uint32_t>(tokens.codes().size());
  sides_.assign(size, NearSide::none);
  distances_.resize(size);
  near_.clear();
  for (const TokenStretch& mention : mentions)
    std::fill(sides_.begin() + mention.first, sides_.begin() + std::min(mention.end, size), NearSide::mention);
  for (const TokenStretch& mention : mentions) {
    const RawVector<ArticleTokens::Paragraph>& paragraphs = tokens.paragraphs();
    const std::uint32_t begin = paragraphs[mention.paragraph].begin;
    const std::size_t behind = std::size_t{mention.paragraph} + 1;
    const std::uint32_t end = behind < paragraphs.size() ? paragraphs[behind].begin : size;
    for (std::uint32_t distance = 1; distance <= within && mention.first >= begin + distance; ++distance)
      add({mention.first - distance, begin, end}, distance, NearSide::left);
    for (std::uint32_t distance = 1; distance <= within && mention.end + distance <= end; ++distance)
      add({mention.end + distance - 1, begin, end}, distance, NearSide::right);
  }
}

/// Mentions come in their order, so what is equally far was on the right of an earlier one.
void NearTokens::add(const NearToken& token, std::size_t distance, NearSide side) {
  NearSide& known = sides_[token.place];
  if (known == NearSide::mention || (known != NearSide::none && distances_[token.place] <= distance)) return;
  if (known == NearSide::none) near_.push_back(token);
  known = side;
  distances_[token.place] = static_cast<std::uint8_t>(distance);
}

}  // namespace timbao
