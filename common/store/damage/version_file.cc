// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/version_file.h"

#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <string_view>

#include "common/base/ascii.h"
#include "common/base/varint.h"
#include "common/store/damage/glass_names.h"
#include "common/store/damage/glass_table.h"

namespace timbao {
namespace {

[[noreturn]] void throw_damaged(const std::string& generation) {
  throw Xapian::DatabaseCorruptError(version_file_path(std::filesystem::path(generation).filename().string()) +
                                     " is damaged");
}

constexpr std::string_view kPostings = kTables[0];
constexpr std::size_t kMostVersionBytes = 4096;  // Xapian itself reads 256 at most

/// What the version file says of one table: where its tree begins, and of which shape it is.
struct Root {
  std::uint64_t block = 0, levels = 0, entries = 0, block_bytes = 0;
  bool is_fake = false;  ///< the table is empty, and has no root block
};

/// Takes what the file says of one table off the front of `bytes`. Xapian packs its numbers as varints.
std::optional<Root> take_root(std::string_view& bytes) {
  const auto block = take_varint(bytes), shape = take_varint(bytes), entries = take_varint(bytes),
             size = take_varint(bytes), least_compressed = take_varint(bytes);
  if (!block || !shape || !entries || !size || !least_compressed || !take_sized(bytes)) return std::nullopt;
  if (*size > kGreatestBlockBytes / kLeastBlockBytes) return std::nullopt;
  return Root{*block, *shape >> 2U, *entries, *size * kLeastBlockBytes, (*shape & 1U) != 0};
}

bool can_be(const Root& root, std::uint64_t file_bytes) {
  if (!is_block_size(root.block_bytes) || root.levels > kMostTreeLevels) return false;
  if (root.is_fake) return root.block == 0 && root.levels == 0 && root.entries == 0;
  return root.block < file_bytes / root.block_bytes;
}

}  // namespace

std::optional<VersionFile> check_version_file(const std::string& generation) {
  std::ifstream file(version_file_path(generation), std::ios::binary);
  std::string bytes(kMostVersionBytes, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.size() < kVersionFileMagic.size() + kUuidBytes || !starts_with(bytes, kVersionFileMagic))
    return std::nullopt;
  std::string_view rest = std::string_view(bytes).substr(kVersionFileMagic.size() + kUuidBytes);
  const auto revision = take_varint(rest);
  if (!revision) throw_damaged(generation);
  VersionFile found{*revision, false};
  for (const std::string_view table : kTables) {
    const auto root = take_root(rest);
    if (!root) throw_damaged(generation);
    if (table == kPostings) found.has_postings = !root->is_fake;
    std::error_code none;  // a table that is empty need not have a file
    const std::uint64_t size = std::filesystem::file_size(table_path(generation, table), none);
    if (!can_be(*root, none ? 0 : size)) throw_damaged(generation);
  }
  return found;
}

}  // namespace timbao
