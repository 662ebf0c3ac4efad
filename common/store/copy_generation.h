// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// Copies the files of a database into a new folder, so that the copy can be changed and published in its place. Where
/// the file system can share blocks (btrfs, XFS), the copy takes neither time nor space. It is not synced:
/// publish_databases() does that.
///
///   copy_generation("/var/lib/timbao/g7", "/var/lib/timbao/building-1234/copy");
///
/// Takes    the path of a database that was opened before (open_index.h), into which nobody writes meanwhile; a path that
///          does not exist, in a folder that nobody else writes into.
/// Errors   Error(io_failed).
/// Source   which files a database has: generation_folder.h. Covered by copy_generation_test, full disks by tests/fault.
void copy_generation(const std::string& from, const std::string& to);

}  // namespace timbao
