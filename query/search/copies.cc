// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/copies.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "query/search/article_data.h"
#include "query/search/remote_values.h"

namespace timbao {
namespace {

using HitsByKey = std::unordered_map<std::string, RankedArticle*>;

std::string key_of(const OpenArchive& archive, Xapian::docid document) {
  return value_of(archive, document, slot::kCollapse);
}

/// The documents whose key one of the hits has, of an archive of this machine.
std::vector<SlotValue> with_keys(const Xapian::Database& database, const HitsByKey& by_key) {
  std::vector<SlotValue> found;
  const auto end = database.valuestream_end(slot::kCollapse);
  for (auto at = database.valuestream_begin(slot::kCollapse); at != end; ++at)
    if (by_key.count(*at) > 0) found.push_back({at.get_docid(), *at});
  return found;
}

/// The same of one behind servers. These look through their values by themselves.
std::vector<SlotValue> with_keys_of_servers(const OpenArchive& archive, const HitsByKey& by_key) {
  constexpr std::size_t kMostRanges = 64;  // each of them is a look through all values
  std::vector<Xapian::Query> ranges;
  for (auto at = by_key.begin(); at != by_key.end() && ranges.size() <= kMostRanges; ++at)
    ranges.emplace_back(Xapian::Query::OP_VALUE_RANGE, slot::kCollapse, at->first, at->first);
  const Xapian::Query any = ranges.size() > kMostRanges
                                ? Xapian::Query::MatchAll
                                : Xapian::Query(Xapian::Query::OP_OR, ranges.begin(), ranges.end());
  for (SlotValue& each : slot_values(archive.database, any, slot::kNewest))
    archive.remote->add(slot::kNewest, each.document, std::move(each.value));
  std::vector<SlotValue> found = slot_values(archive.database, any, slot::kCollapse);
  const auto is_other = [&](const SlotValue& each) { return by_key.count(each.value) == 0; };
  found.erase(std::remove_if(found.begin(), found.end(), is_other), found.end());
  return found;
}

}  // namespace

bool ShownStories::add(const OpenArchive& archive, Xapian::docid document) {
  const std::string key = key_of(archive, document);
  return key.empty() || keys_.insert(key).second;
}

void count_copies(const SearchContext& context, std::vector<RankedArticle>& hits) {
  const OpenArchive& archive = context.archive();
  HitsByKey by_key;
  for (RankedArticle& hit : hits)
    if (const std::string key = key_of(archive, hit.document); !key.empty()) by_key.emplace(key, &hit);
  if (by_key.empty()) return;
  for (const SlotValue& copy :
       archive.is_remote() ? with_keys_of_servers(archive, by_key) : with_keys(archive.database, by_key)) {
    RankedArticle& shown = *by_key.find(copy.value)->second;
    if (shown.document != copy.document && context.is_hit(copy.document)) ++shown.copies;
  }
}

}  // namespace timbao
