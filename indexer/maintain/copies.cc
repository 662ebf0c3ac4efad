// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/copies.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/index/schema.h"

namespace timbao {

CopyCounts count_shared_keys(const Xapian::Database& database) {
  std::vector<std::string> keys;
  const auto end = database.valuestream_end(slot::kCollapse);
  for (auto at = database.valuestream_begin(slot::kCollapse); at != end; ++at) keys.push_back(*at);
  std::sort(keys.begin(), keys.end());
  CopyCounts counts;
  for (auto first = keys.begin(); first != keys.end();) {
    const auto behind = std::upper_bound(first, keys.end(), *first);
    if (behind - first > 1) {
      ++counts.stories;
      counts.articles += static_cast<std::uint64_t>(behind - first);
    }
    first = behind;
  }
  return counts;
}

}  // namespace timbao
