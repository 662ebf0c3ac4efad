// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "common/store/index_place.h"

namespace timbao {

/// The only unit that opens databases (scripts/check-layers.sh looks for others). Each database is checked first
/// (generation_folder.h, damage/version_file.h) and then opened as glass, so Xapian never decides by itself what a path
/// holds, and follows no stub. While it reads, the guard checks every block (damage/glass_guard.h).
///
/// Source   Xapian 1.4.22. Covered by the tests of everything that opens an index; with hostile folders and damaged files
///          by tests/damage and bench/hostile_index.py.

/// Opens a generation, or a database that is being built, for reading. It compares no version (versions.h).
///
///   const Xapian::Database database = open_database(generation_path(directory, "g7"));
///
/// Takes    the path of a database.
/// Errors   Xapian::Error, and those of check_generation_folder(). Where the guard turns out to have no effect, this
///          warns once on standard error (damage/guard_check.h).
/// Threads  any; a Xapian::Database may be used by one thread at a time.
Xapian::Database open_database(const std::string& generation);

/// How long a server may take: to be reached, and for each of its answers.
struct ServerLimits {
  static constexpr unsigned kConnectMs = 5'000, kAnswerMs = 10'000;
};

/// Connects to the server of an index. It compares no version. The server reads the files of the index, so none of the
/// checks above is made.
///
///   const Xapian::Database database = open_served(parse_index_place("remote:archive-2:7700"));
///
/// Takes    a place that is no folder. Over ssh, the program ssh of $PATH is started, which asks for no password.
/// Errors   Xapian::NetworkError where it does not answer; Xapian::Error where it cannot open the index, or answers in
///          another protocol. What a hostile server sends may also be too much memory: std::bad_alloc, std::length_error.
/// Source   docs/remote.md; Xapian 1.4.22, which tells its program's arguments apart by spaces, without quotes.
///          Covered by tests/cli/remote_index_test.cc.
Xapian::Database open_served(const IndexPlace& place);

/// Whether commit() syncs to the disk, or publish_generation() does it later.
enum class Sync : std::uint8_t { at_commit, when_published };

/// Opens an existing database for writing.
///
///   Xapian::WritableDatabase database = open_writable(generation, Sync::at_commit);
///
/// Errors   as open_database(); Error(index_failed) also where a file of it has a second name (a hard link).
Xapian::WritableDatabase open_writable(const std::string& generation, Sync sync);

/// Makes a new database. It is not synced: publish_generation() does that.
///
/// Takes    a path that does not exist, in a folder that nobody else writes into (building_path()).
/// Errors   Xapian::Error.
Xapian::WritableDatabase create_database(const std::string& path);

/// How small compact_database() makes a database: `standard` is what a merge uses; `tight` takes longer, for
/// `timbao-index compact`.
enum class Packing : std::uint8_t { standard, tight };

/// Merges databases into a new one at `target`, which is synced.
///
///   compact_database(all, folder.path() + "/merged", Packing::standard);
///
/// Takes    a database of one part or several; a path as for create_database().
/// Errors   Xapian::Error, also where a sync fails, which Xapian's own compact() ignores (damage/sync_watch.h).
void compact_database(Xapian::Database& from, const std::string& target, Packing packing);

/// Counts what Xapian's own check finds wrong in a generation, or in one of its tables.
///
/// Takes    the path of a generation; the name of a table ("postlist"), or "" for all of them.
/// Returns  how many faults there are.
/// Errors   as open_database(); Error(index_failed) also where a table is no regular file.
std::size_t count_table_faults(const std::string& generation, const std::string& table = {});

}  // namespace timbao
