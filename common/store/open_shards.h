// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace timbao {

/// What is compared of each database that is opened: check_versions_to_read() (versions.h), or nothing.
using DatabaseCheck = void (*)(const std::string& directory, const Xapian::Database& database);

/// Opens the current generations of an index for reading, as one database. Each is checked, and is the shard that its
/// place in the stub says.
///
///   const Xapian::Database database = open_shards("/var/lib/timbao", check_versions_to_read);
///
/// Takes    DIR, and what compares versions; null compares nothing.
/// Returns  a database of as many parts as there are shards (Database::size()). Xapian numbers their documents in turn,
///          and takes metadata from the first, which holds the ledger.
/// Errors   as existing_generations() and open_database(); Error(index_failed) also where a shard stands in the place of
///          another; what `check` throws.
/// Source   docs/index-format.md, "Shards". Covered by shards_test and tests/damage/hostile_folder_test.
Xapian::Database open_shards(const std::string& directory, DatabaseCheck check = nullptr);

/// The same, each shard as a database of its own; and the database of all of them.
///
///   const std::vector<Xapian::Database> shards = open_each_shard("/var/lib/timbao", check_versions_to_read);
///   const Xapian::Database all = joined(shards);
std::vector<Xapian::Database> open_each_shard(const std::string& directory, DatabaseCheck check = nullptr);
Xapian::Database joined(const std::vector<Xapian::Database>& shards);

/// Lets this process open as many files as the system allows: each shard takes up to four, and the usual limit of 1,024
/// would not do for several threads with 64 shards each.
///
/// Errors   none: where the limit cannot be raised, opening a file may fail later.
void allow_many_files();

}  // namespace timbao
