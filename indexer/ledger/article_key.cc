// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/article_key.h"

#include <functional>

#include "common/index/terms.h"

namespace timbao {

ArticleKey article_key(const std::string& id) {
  ArticleKey key{id_term(id), 0};
  key.hash = hash_of_id_term(key.id_term);
  return key;
}

std::uint64_t hash_of_id_term(const std::string& id_term) { return std::hash<std::string>()(id_term); }

}  // namespace timbao
