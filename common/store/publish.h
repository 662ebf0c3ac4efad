// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace timbao {

/// The writer's steps that change what DIR holds. All of them only under the WriterLock.

/// Makes `generation` (a complete database in DIR) the one that readers open: syncs its files and DIR, then renames a
/// new stub over the old one, then syncs DIR again. The stub keeps the access that the old one had (kept_access.h).
///
/// Errors   Error(io_failed). Until the rename readers see the generation before.
void publish_generation(const std::string& directory, const std::string& generation);

/// Moves a complete database, from elsewhere in DIR, to where the next generation stands, and publishes it, with the
/// access of the generation before.
///
/// Errors   Error(io_failed). Of what was not published nothing stays: on a full disk it would be in the way.
void publish_database(const std::string& directory, const std::string& database);

/// Syncs a folder, so that what was renamed in it stays so.
///
/// Errors   Error(io_failed).
void sync_directory(const std::string& path);

/// Makes a folder and those above it that are missing. Each is synced into the one above, or a power failure could take
/// the whole of a first index.
///
/// Errors   Error(io_failed).
void make_folders(const std::filesystem::path& path);

/// Removes generations that the stub does not name, and leftovers of runs that died.
void remove_old_generations(const std::string& directory);

}  // namespace timbao
