// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/merge.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "common/store/damage/glass_guard.h"
#include "common/store/open_index.h"

namespace timbao {

void merge_databases(const std::vector<std::string>& sources, const std::string& target) {
  Xapian::Database all;
  for (const std::string& source : sources) all.add_database(open_database(source));
  compact_database(all, target, Packing::standard);
}

PartTree::PartTree(const std::string& folder, std::size_t shard)
    : path_begin_(folder + "/shard" + std::to_string(shard) + "-part") {}

std::string PartTree::new_path() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return path_begin_ + std::to_string(made_++);
}

void PartTree::add(const std::string& path) { add_at(0, path); }

void PartTree::add_at(std::size_t level, std::string path) {
  std::vector<std::string> full;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (levels_.size() <= level) levels_.resize(level + 1);
    levels_[level].push_back(std::move(path));
    if (levels_[level].size() == kPartsAMerge) full.swap(levels_[level]);
  }
  if (!full.empty()) add_at(level + 1, merge(full));
}

std::string PartTree::merge(const std::vector<std::string>& parts) {
  std::string merged = new_path();
  const std::lock_guard<std::mutex> lock(merging_);  // one at a time: each has three descriptors a part
  const UnguardedReads of_own_parts;
  merge_databases(parts, merged);
  for (const std::string& part : parts) std::filesystem::remove_all(part);
  return merged;
}

std::vector<std::string> PartTree::finish(std::size_t most) {
  std::vector<std::string> parts;
  for (std::vector<std::string>& level : levels_) std::move(level.begin(), level.end(), std::back_inserter(parts));
  levels_.clear();
  while (parts.size() > most) {  // the smallest stand first
    const std::size_t surplus = std::min(parts.size() - most + 1, kPartsAMerge);
    const auto end = parts.begin() + static_cast<std::ptrdiff_t>(surplus);
    std::string merged = merge({parts.begin(), end});
    parts.erase(parts.begin(), end);
    parts.push_back(std::move(merged));
  }
  return parts;
}

}  // namespace timbao
