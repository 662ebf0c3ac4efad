// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/open_shards.h"

#include <sys/resource.h>

#include <cstddef>

#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/shards.h"

namespace timbao {

std::vector<Xapian::Database> open_each_shard(const std::string& directory, DatabaseCheck check) {
  const Generations generations = existing_generations(directory);
  if (generations.size() > 1) allow_many_files();
  std::vector<Xapian::Database> shards;
  shards.reserve(generations.size());
  for (std::size_t number = 0; number < generations.size(); ++number) {
    const Xapian::Database& one = shards.emplace_back(open_database(generation_path(directory, generations[number])));
    if (check != nullptr) check(directory, one);
    check_shard(directory, {number, generations.size()}, one);
  }
  return shards;
}

Xapian::Database joined(const std::vector<Xapian::Database>& shards) {
  Xapian::Database all;
  for (const Xapian::Database& shard : shards) all.add_database(shard);
  return all;
}

Xapian::Database open_shards(const std::string& directory, DatabaseCheck check) {
  return joined(open_each_shard(directory, check));
}

void allow_many_files() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == files.rlim_max) return;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace timbao
