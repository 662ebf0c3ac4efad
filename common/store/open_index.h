// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

namespace timbao {

/// The only unit that opens databases (scripts/check-layers.sh looks for others). Each is looked at first
/// (index_folder.h, glass_guard.h) and then opened as glass: Xapian never finds out by itself what a path holds, so no
/// stub is followed. The files of tables are opened by an open() that follows no link either (glass_open.h); so what
/// somebody puts into a generation between the look and the opening is refused too.

/// Opens a generation, or a database that is being built, for reading. No version is compared.
///
///   const Xapian::Database database = open_database("/var/lib/timbao/g7");
///
/// Errors   Xapian::Error, and those of check_generation_folder().
Xapian::Database open_database(const std::string& generation);

/// Whether what is committed is on the disk when commit() returns. What is published later is synced then.
enum class Sync : std::uint8_t { at_commit, when_published };

/// Opens a database that is there for writing.
///
/// Errors   as open_database(); also where a file of it has a second name.
Xapian::WritableDatabase open_writable(const std::string& generation, Sync sync);

/// Makes a new database, which is not synced.
///
/// Takes    a path that does not exist, in a folder that nobody else writes into.
/// Errors   Xapian::Error.
Xapian::WritableDatabase create_database(const std::string& path);

/// Writes databases into a new one at `target`, synced.
///
/// Takes    a database of one part or several, and a path as for create_database().
/// Errors   Xapian::Error, also where a sync fails, which Xapian's own compact() passes over (sync_watch.h).
enum class Packing : std::uint8_t { standard, tight };
void compact_database(Xapian::Database& from, const std::string& target, Packing packing);

/// What Xapian's own check says is wrong below a path: a generation, or one of its tables.
///
/// Returns  how many faults it counts.
/// Errors   as open_database(); Error(index_failed) also where a table is no regular file.
std::size_t count_table_faults(const std::string& generation, const std::string& table = {});

}  // namespace timbao
