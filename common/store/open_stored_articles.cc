// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/open_stored_articles.h"

#include <string_view>
#include <utility>

#include "common/store/index_errors.h"
#include "common/store/open_shards.h"
#include "common/store/versions.h"
#include "common/store/xapian_errors.h"

namespace timbao {

namespace {

/// Refuses what is no index, and what is of a newer format.
void check_format(const std::string& directory, const Xapian::Database& database) {
  const std::string format = database.get_metadata(std::string(IndexVersion::kFormatKey));
  if (format.empty()) throw_not_an_index(directory, "a Xapian database of another program");
  // Formats are whole numbers without leading zeros: the longer one, or of two as long the one that sorts later, is
  // the newer.
  const bool is_newer = std::make_pair(format.size(), std::string_view(format)) >
                        std::make_pair(IndexVersion::kFormat.size(), IndexVersion::kFormat);
  if (is_newer) check_version(directory, database, IndexVersion::kFormatKey, IndexVersion::kFormat);
}

}  // namespace

Xapian::Database open_for_stored_articles(const std::string& directory) {
  return with_index_errors(directory, [&] { return open_shards(directory, check_format); });
}

}  // namespace timbao
