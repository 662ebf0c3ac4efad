// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/reading_way.h"

#include <vector>

#include "common/base/fnv.h"
#include "indexer/input/files/source_name.h"

namespace timbao {
namespace {

constexpr std::string_view kReadersVersion = "6";  // raise it when the readers make other articles of the same bytes

std::uint64_t hash_of_all(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) (all += part) += '\0';
  return fnv_hash(all);
}

}  // namespace

ReadingWay reading_way(const ReadingSettings& settings) {
  ReadingWay way;
  way.root = settings.root.empty() ? 0 : fnv_hash(source_name(settings.root, ""));
  way.way = hash_of_all({std::string(kReadersVersion),
                         std::string(settings.format ? format_name(*settings.format) : std::string_view("auto")),
                         std::string(settings.charset ? charset_name(*settings.charset) : std::string_view("auto")),
                         settings.map});
  way.settings = hash_of_all(
      {std::to_string(way.way), settings.source, std::to_string(way.root), std::to_string(settings.article_bytes)});
  std::vector<std::string> of_container{std::to_string(way.settings), "containers"};
  of_container.insert(of_container.end(), settings.include.begin(), settings.include.end());
  of_container.emplace_back("but");
  of_container.insert(of_container.end(), settings.exclude.begin(), settings.exclude.end());
  way.container_settings = hash_of_all(of_container);
  return way;
}

}  // namespace timbao
