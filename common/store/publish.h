// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/store/index_folder.h"

namespace timbao {

/// The writer's steps that change which generations readers open. A caller holds the WriterLock while it uses them. A
/// power failure or a kill at any moment leaves either the old generations current or the new ones, complete and synced.
///
/// Source   docs/index-format.md, "Publishing". Covered by publish_test; the order of syncs and renames by
///          tests/fault/sync_order_test, kills by kill_test, full disks by full_disk_test.

/// Makes generations, which are complete databases in DIR, those that readers open: syncs the files of the new ones and
/// DIR, renames a new stub over the old one, and syncs DIR again. The new stub gets the access rights of the old one
/// (kept_access.h).
///
///   publish_generations("/var/lib/timbao", {"g8", "g5"});
///
/// Takes    DIR, and the names of generations in it, in the order of the shards.
/// Errors   Error(io_failed). Until the rename, readers open the generations before.
void publish_generations(const std::string& directory, const Generations& generations);

/// Moves complete databases to the paths of the next generations, gives them the access rights of the generations before,
/// and publishes all of them in one step.
///
///   publish_databases("/var/lib/timbao", {"/var/lib/timbao/building-1234/merged"});
///   publish_databases("/var/lib/timbao", {"", "/var/lib/timbao/building-1234/second"});   // the first shard stays
///
/// Takes    DIR; for each shard, in their order, the path of a database elsewhere in DIR, which is gone afterwards, or ""
///          where its current generation stays.
/// Errors   Error(io_failed). Databases that could not be published are removed: on a full disk they would take the
///          space that the next attempt needs.
void publish_databases(const std::string& directory, const std::vector<std::string>& databases);

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

/// Removes the generations that the stub does not name, and what runs that died have left. Where the stub names shards
/// that do not belong together, nothing is removed: those that do may be among the others.
///
/// Errors   as current_generations(). What cannot be removed stays for the next writer.
void remove_old_generations(const std::string& directory);

}  // namespace timbao
