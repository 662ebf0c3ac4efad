// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/shards.h"

#include <xxhash.h>

#include "common/store/index_errors.h"

namespace timbao {
namespace {

constexpr std::string_view kShardKey = "timbao.shard";
constexpr std::size_t kShownBytes = 20;

/// "3/4"; "" where the index is not divided.
std::string described(const Shard& shard) {
  return shard.all == 1 ? std::string() : std::to_string(shard.number + 1) + "/" + std::to_string(shard.all);
}

}  // namespace

std::size_t shard_of_id(std::string_view id_term, std::size_t shards) {
  return shards == 1 ? 0 : static_cast<std::size_t>(XXH3_64bits(id_term.data(), id_term.size()) % shards);
}

void write_shard(const Shard& shard, Xapian::WritableDatabase& database) {
  database.set_metadata(std::string(kShardKey), described(shard));
}

bool is_shard(const Shard& shard, const Xapian::Database& database) {
  return database.get_metadata(std::string(kShardKey)) == described(shard);
}

void check_shard(const std::string& directory, const Shard& shard, const Xapian::Database& database) {
  if (is_shard(shard, database)) return;
  const std::string found = database.get_metadata(std::string(kShardKey)), wanted = described(shard);
  const auto named = [](const std::string& which) { return which.empty() ? "a whole index" : "shard " + which; };
  throw_damaged_index(directory, directory + ": its file XAPIANDB names " + named(found.substr(0, kShownBytes)) +
                                     " in place of " + named(wanted));
}

}  // namespace timbao
