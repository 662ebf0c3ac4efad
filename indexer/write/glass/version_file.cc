// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/version_file.h"

#include <string_view>

#include "common/base/varint.h"
#include "indexer/write/glass/block.h"

namespace timbao::glass {
namespace {

// A table is never said to be sequential: of one that is, Xapian reads the leaves in the order in which they lie.
constexpr unsigned kRevision = 1, kIsEmpty = 1;
constexpr std::size_t kBlockUnit = 2048;

/// From which size on Xapian deflates the tags of each of kTables; 0: never. It is what Xapian writes here too.
constexpr std::array<unsigned, kTables.size()> kLeastDeflated{0, 18, 18, 0, 18, 18};

/// The list of free blocks of a table that has none: its revision, the number of the first block that is not used, and
/// where the list begins and ends.
std::string free_list(const TableRoot& root) {
  std::string bytes;
  append_varint(bytes, kRevision);
  append_varint(bytes, root.blocks);
  bytes.append(4, '\0');
  return bytes;
}

void append_root(std::string& bytes, const std::optional<TableRoot>& root, unsigned least_deflated) {
  const TableRoot shown = root.value_or(TableRoot{});
  append_varint(bytes, shown.block);
  append_varint(bytes, shown.levels << 2U | (root ? 0 : kIsEmpty));
  append_varint(bytes, shown.entries);
  append_varint(bytes, kBlockBytes / kBlockUnit);
  append_varint(bytes, least_deflated);
  append_sized(bytes, root ? free_list(shown) : std::string());
}

}  // namespace

std::string version_bytes(const VersionContent& content) {
  std::string bytes(kVersionFileMagic);
  bytes.append(kUuidBytes, '\0');  // a part is never published
  append_varint(bytes, kRevision);
  for (std::size_t table = 0; table < kTables.size(); ++table)
    append_root(bytes, content.roots[table], kLeastDeflated[table]);
  append_varint(bytes, content.documents);
  append_varint(bytes, 0);  // how much greater the last number is
  append_varint(bytes, content.least_length);
  append_varint(bytes, content.greatest_wdf);
  append_varint(bytes, content.greatest_length - content.greatest_wdf);
  append_varint(bytes, 0);  // changesets
  append_varint(bytes, content.length_sum);
  append_varint(bytes, 0);  // spelling
  return bytes;
}

}  // namespace timbao::glass
