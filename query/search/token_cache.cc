// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/token_cache.h"

#include <utility>

#include "common/index/sequence.h"
#include "common/index/stored.h"

namespace timbao {

void TokenMemory::keep_for(std::uint64_t times_opened) {
  if (times_opened == times_opened_) return;
  young_ = old_ = {};
  times_opened_ = times_opened;
}

const ArticleTokens* TokenMemory::find(Xapian::docid id) {
  if (const auto known = young_.articles.find(id); known != young_.articles.end()) return &known->second;
  const auto known = old_.articles.find(id);
  if (known == old_.articles.end()) return nullptr;
  ArticleTokens tokens = std::move(known->second);
  old_.articles.erase(known);
  return &keep_tokens(id, std::move(tokens));
}

const ArticleTokens& TokenMemory::keep(Xapian::docid id, std::string_view sequence) {
  laid_out_.assign(sequence);
  return keep_tokens(id, laid_out_);
}

const ArticleTokens& TokenMemory::tokens_of(Xapian::docid id, const Xapian::Document& document) {
  if (const ArticleTokens* const known = find(id); known != nullptr) return *known;
  const std::string bytes = stored_tokens(document);
  return keep(id, checked_sequence(bytes));
}

const ArticleTokens& TokenMemory::keep_tokens(Xapian::docid id, ArticleTokens tokens) {
  constexpr std::size_t kPlaceBytes = 48;  // of the table's
  const std::size_t bytes = tokens.bytes() + kPlaceBytes;
  if (young_.bytes + bytes > most_bytes_ / 2) old_ = std::exchange(young_, {});
  young_.bytes += bytes;
  return young_.articles.emplace(id, std::move(tokens)).first->second;
}

}  // namespace timbao
