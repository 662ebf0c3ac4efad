// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/copies.h"

#include <unordered_map>

#include "common/index/schema.h"

namespace timbao {
namespace {

std::string key_of(const Xapian::Database& database, Xapian::docid document) {
  return database.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(slot::kCollapse);
}

}  // namespace

bool ShownStories::add(const Xapian::Database& database, Xapian::docid document) {
  const std::string key = key_of(database, document);
  return key.empty() || keys_.insert(key).second;
}

void count_copies(const SearchContext& context, std::vector<RankedArticle>& hits) {
  const Xapian::Database& database = context.archive().database;
  std::unordered_map<std::string, RankedArticle*> by_key;
  for (RankedArticle& hit : hits)
    if (const std::string key = key_of(database, hit.document); !key.empty()) by_key.emplace(key, &hit);
  const auto end = database.valuestream_end(slot::kCollapse);
  for (auto at = database.valuestream_begin(slot::kCollapse); at != end; ++at) {
    const auto shown = by_key.find(*at);
    if (shown == by_key.end() || shown->second->document == at.get_docid()) continue;
    if (context.is_hit(database.get_document(at.get_docid(), Xapian::DOC_ASSUME_VALID))) ++shown->second->copies;
  }
}

}  // namespace timbao
