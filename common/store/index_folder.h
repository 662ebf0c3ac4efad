// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// The names and paths inside an index's folder, DIR. Each is made here and nowhere else:
///
///   DIR/XAPIANDB       the stub, which names the current generation of each shard, a line each: "auto g7"
///   DIR/g7             a generation: one complete Xapian database
///   DIR/lock           the writer's lock (writer_lock.h)
///   DIR/building-1234  what the process 1234 builds; it is no part of the index until it is published (publish.h)
///   DIR/XAPIANDB.new   a stub that is not published yet
///
/// An index's folder may come from anybody, so it is read as data. DIR itself may be reached by a symbolic link; nothing
/// inside it may be one. These functions read the stub without following links, and without opening what could block
/// (a FIFO) or act (a device).
///
/// Source   docs/index-format.md, "Directory". Covered by index_folder_test and by tests/damage/hostile_folder_test.

/// The path of a generation.
///
///   generation_path("/var/lib/timbao", "g7") == "/var/lib/timbao/g7"
///
/// Takes    DIR, and the name of a generation, which need not exist.
std::string generation_path(const std::string& directory, std::string_view generation);

/// The path of the folder in which this process builds: "/var/lib/timbao/building-1234". A process builds one thing at
/// a time, and its folder lies in DIR, so that what is in it can be published by a rename.
std::string building_path(const std::string& directory);

/// The paths of the stub, of a stub that is not published yet, and of the lock.
std::string stub_path(const std::string& directory);
std::string new_stub_path(const std::string& directory);
std::string lock_path(const std::string& directory);

/// Whether a name in DIR is a generation's: g and a number ("g7").
bool is_generation_name(std::string_view name);

/// Whether a name in DIR belongs to a run that is going on or that died: "building-1234", "XAPIANDB.new". A writer, who
/// holds the lock, may remove it.
bool is_leftover_name(std::string_view name);

/// The names of generations, in the order of the shards (shards.h). An index that is not divided has one.
using Generations = std::vector<std::string>;

/// What a stub holds: a line for each generation. Xapian itself can follow it, too.
///
///   stub_content({"g7", "g9"}) == "auto g7\nauto g9\n"
std::string stub_content(const Generations& generations);

/// The names of the generations that DIR's stub names.
///
///   current_generations("/var/lib/timbao") == Generations{"g7", "g9"}
///
/// Takes    DIR, which need not exist.
/// Returns  none where DIR does not exist, is empty, or holds only what a first build that died has left: there is no
///          index yet.
/// Errors   Error(index_failed): DIR is a file, or holds something that is no timbao index; its stub names a generation
///          twice, or more than kMostShards; Error(io_failed): the system does not let it be read.
Generations current_generations(const std::string& directory);

/// The first of them, which is the only one of an index that is not divided; "" where there is no index yet.
std::string current_generation(const std::string& directory);

/// The current generations, for commands that need an index that exists.
///
/// Errors   as current_generations(); Error(index_failed) also where there is no index yet.
Generations existing_generations(const std::string& directory);

/// The path of the first of them.
///
/// Errors   as existing_generations().
std::string existing_generation_path(const std::string& directory);

/// The paths of generations: generation_path() of each.
std::vector<std::string> generation_paths(const std::string& directory, const Generations& generations);

/// The name for a generation that is to come after all that DIR holds, published or not: "g8".
///
/// Errors   as current_generations().
std::string next_generation(const std::string& directory);

}  // namespace timbao
