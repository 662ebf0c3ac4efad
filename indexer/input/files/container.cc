// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/container.h"

#include <algorithm>
#include <string>

#include "common/base/ascii.h"

namespace timbao {
namespace {

constexpr std::array<std::string_view, 5> kCompressionSuffixes{".gz", ".bz2", ".xz", ".zst", ".zstd"};

std::string last_part_in_lower_case(std::string_view path) {
  std::string name(path.substr(path.rfind('/') + 1));
  std::transform(name.begin(), name.end(), name.begin(), to_ascii_lower);
  return name;
}

}  // namespace

bool is_container_name(std::string_view path) {
  const std::string name = last_part_in_lower_case(path);
  return std::any_of(kContainerSuffixes.begin(), kContainerSuffixes.end(),
                     [&name](std::string_view suffix) { return ends_with(name, suffix); });
}

std::string_view without_compression(std::string_view path) {
  const std::string name = last_part_in_lower_case(path);
  for (const std::string_view suffix : kCompressionSuffixes)
    if (name.size() > suffix.size() && ends_with(name, suffix)) return path.substr(0, path.size() - suffix.size());
  return path;
}

}  // namespace timbao
