// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/token_cache.h"

#include <utility>

#include "common/index/sequence.h"
#include "common/index/stored.h"

namespace timbao {

void TokenCache::clear_if_reopened(std::uint64_t times_opened) {
  if (times_opened == times_opened_) return;
  young_ = std::make_unique<Half>();
  old_ = std::make_unique<Half>();
  times_opened_ = times_opened;
}

const ArticleTokens* TokenCache::find(Xapian::docid id) {
  if (const auto known = young_->articles.find(id); known != young_->articles.end()) return &known->second;
  const auto known = old_->articles.find(id);
  if (known == old_->articles.end()) return nullptr;
  return &add_tokens(id, known->second);
}

const ArticleTokens& TokenCache::add(Xapian::docid id, std::string_view sequence) {
  decoded_.assign(sequence);
  return add_tokens(id, decoded_);
}

const ArticleTokens& TokenCache::tokens_of(Xapian::docid id, const Xapian::Document& document) {
  if (const ArticleTokens* const known = find(id); known != nullptr) return *known;
  const std::string bytes = stored_tokens(document);
  return add(id, checked_sequence(bytes));
}

const ArticleTokens& TokenCache::add_tokens(Xapian::docid id, const ArticleTokens& tokens) {
  constexpr std::size_t kPlaceBytes = 48;  // of an entry of the hash table
  std::unique_ptr<Half> dropped;           // lives until the article is copied, which may be one of its own
  if (young_->bytes > most_bytes_ / 2) dropped = std::exchange(old_, std::exchange(young_, std::make_unique<Half>()));
  const ArticleTokens& added = young_->articles.emplace(id, tokens).first->second;
  young_->bytes += added.bytes() + kPlaceBytes;
  return added;
}

}  // namespace timbao
