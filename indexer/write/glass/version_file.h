// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "common/store/damage/glass_names.h"
#include "indexer/write/glass/table_file.h"

namespace timbao::glass {

/// What a version file says of a database: its tables, and numbers of all of its documents.
struct VersionContent {
  std::array<std::optional<TableRoot>, kTables.size()> roots;  ///< in the order of kTables; none: the table is empty
  std::uint32_t documents = 0;
  std::uint32_t least_length = 0, greatest_length = 0, greatest_wdf = 0;
  std::uint64_t length_sum = 0;
};

/// The bytes of a version file of revision 1.
///
///   write(version_file_path(folder), version_bytes(content))
///
/// Takes    what it says; documents are numbered without gaps, from 1.
/// Errors   none.
/// Source   xapian-core/backends/glass/glass_version.cc (1.4.22); version_file.h of common/store/damage reads it.
std::string version_bytes(const VersionContent& content);

}  // namespace timbao::glass
