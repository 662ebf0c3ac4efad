// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace timbao {

/// What a generation is opened for.
enum class Purpose : std::uint8_t { reading, writing };

/// Checks that a generation's folder can be opened as a database: it is a real folder, with a version file (iamglass),
/// and holds nothing but the regular files that a glass database consists of. Hidden files (.DS_Store) are ignored.
/// Xapian by itself would follow a symbolic link, wait at a FIFO, and read a stub that names any other database, a
/// program to start or a host to connect to. So only open_index.h opens databases, and it calls this function first.
///
///   check_generation_folder("/var/lib/timbao/g7");
///
/// Takes    the path of a generation, or of a database that is being built; what it is to be opened for.
/// Errors   Error(index_failed) where it is something else; for writing also where a file has a second name (a hard
///          link), because a writer would change that file, too; Error(io_failed), with the name of the file, where a
///          permission is missing.
/// Source   which files a database has: xapian-core/backends/glass (1.4.22). Covered by tests/damage/hostile_folder_test
///          and tests/cli/permissions_test.
void check_generation_folder(const std::string& generation, Purpose purpose = Purpose::reading);

/// Finds the missing permission behind an error that Xapian told without a file's name.
///
/// Takes    DIR.
/// Errors   Error(io_failed) where something that belongs to a current generation may not be read. Otherwise it
///          returns: other faults are not its subject.
void throw_where_refused(const std::string& directory);

}  // namespace timbao
