// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/found_tokens.h"

namespace timbao {

void FoundTokens::assign(const ScannedArticle& scanned, std::size_t groups) {
  found_ = &scanned.found;
  first_.assign(groups, kNone);
  next_.resize(found_->size());
  for (auto number = static_cast<std::uint32_t>(found_->size()); number-- > 0;) {
    std::uint32_t& first = first_[(*found_)[number].group];
    next_[number] = first;
    first = number;
  }
}

bool FoundTokens::has_word(WordId word, const SequenceScanner& scanner) const {
  const FoundToken* token = first_of(scanner.group_of(word));
  while (token != nullptr && !scanner.is(*token, word)) token = next_of(*token);
  return token != nullptr;
}

FoundTokens::Range FoundTokens::at(std::uint32_t place, const FoundToken& before) const {
  const FoundToken* const end = found_->data() + found_->size();
  const FoundToken* first = &before + 1;
  while (first != end && first->place < place) ++first;
  const FoundToken* last = first;
  while (last != end && last->place == place) ++last;
  return {first, last};
}

}  // namespace timbao
