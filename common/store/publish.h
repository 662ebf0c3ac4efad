// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace timbao {

/// The writer's steps that change which generation readers open. A caller holds the WriterLock while it uses them. A
/// power failure or a kill at any moment leaves either the old generation current or the new one, complete and synced.
///
/// Source   docs/index-format.md, "Publishing". Covered by publish_test; the order of syncs and renames by
///          tests/fault/sync_order_test, kills by kill_test, full disks by full_disk_test.

/// Makes a generation, which is a complete database in DIR, the one that readers open: syncs its files and DIR, renames
/// a new stub over the old one, and syncs DIR again. The new stub gets the access rights of the old one (kept_access.h).
///
///   publish_generation("/var/lib/timbao", "g8");
///
/// Takes    DIR, and the name of a generation in it.
/// Errors   Error(io_failed). Until the rename, readers open the generation before.
void publish_generation(const std::string& directory, const std::string& generation);

/// Moves a complete database to the next generation's path, gives it the access rights of the generation before, and
/// publishes it.
///
///   publish_database("/var/lib/timbao", "/var/lib/timbao/building-1234/merged");
///
/// Takes    DIR, and the path of a database elsewhere in DIR, which is gone afterwards.
/// Errors   Error(io_failed). A database that could not be published is removed: on a full disk it would take the space
///          that the next attempt needs.
void publish_database(const std::string& directory, const std::string& database);

/// Syncs a folder, so that a rename in it survives a power failure.
///
/// Takes    a path that may lead through symbolic links, as DIR may.
/// Errors   Error(io_failed).
void sync_directory(const std::string& path);

/// Makes a folder, and those above it that are missing. Each is synced into the folder above it, because otherwise a
/// power failure could take the whole of a first index.
///
/// Takes    an absolute path.
/// Errors   Error(io_failed).
void make_folders(const std::filesystem::path& path);

/// Removes the generations that the stub does not name, and what runs that died have left.
///
/// Errors   as current_generation(). What cannot be removed stays for the next writer.
void remove_old_generations(const std::string& directory);

}  // namespace timbao
