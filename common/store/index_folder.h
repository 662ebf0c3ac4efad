// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace timbao {

/// An index's folder is data, whoever made it. DIR itself may be reached by a symbolic link; nothing inside it may be
/// one. The stub XAPIANDB is a regular file of a few bytes, a generation a folder of regular files. This unit looks at
/// them without following links, and without opening what could block (a FIFO) or act (a device).
///
/// Xapian by itself would follow: a stub may name any other database, a program to start, or a host to connect to. So
/// only open_index.h opens databases, after a look by check_generation_folder(), as glass and nothing else.

/// Names in DIR, beside the generations g1, g2, …: what a run that builds calls its folder (this and its process id),
/// and a stub that is not published yet.
inline constexpr std::string_view kBuildingPrefix = "building-";
inline constexpr std::string_view kNewStubName = "XAPIANDB.new";
inline constexpr std::string_view kStubName = "XAPIANDB";
bool is_leftover_name(std::string_view name);
bool is_generation_name(std::string_view name);

/// The name of the generation that DIR's stub names ("g7").
///
/// Returns  "" where DIR does not exist or is empty: there is no index yet.
/// Errors   Error(index_failed): DIR is a file, or holds something that is no timbao index; Error(io_failed): it may
///          not be read.
std::string current_generation(const std::string& directory);

/// The same for whoever needs an index that is there.
///
/// Errors   Error(index_failed) also where there is none yet.
std::string existing_generation(const std::string& directory);

/// The name for the generation after all that DIR holds: "g8".
std::string next_generation(const std::string& directory);

/// What a generation is opened for.
enum class Purpose : std::uint8_t { reading, writing };

/// Looks whether a generation's folder can be opened as a database: a real folder, in which is a file iamglass, and
/// nothing but the regular files that a glass database consists of. Hidden files (.DS_Store) are passed over.
///
/// Takes    the path of a generation, or of a database that is being built; what it is to be opened for.
/// Errors   Error(index_failed) where it is something else, for writing also where a file has a second name (a hard
///          link), since the other one would be changed with it; Error(io_failed), with the name of the file, where a
///          permission is missing.
void check_generation_folder(const std::string& generation, Purpose purpose = Purpose::reading);

/// Throws Error(io_failed) where something that belongs to the index may not be read; else does nothing.
void throw_where_refused(const std::string& directory);

/// What changes with every publication, in place or aside.
struct IndexStamp {
  struct File {
    std::uint64_t inode = 0;
    std::int64_t seconds = 0, nanoseconds = 0;
  };
  std::string generation;
  File stub, versions;
};

/// The stamp of DIR as it is now; of what cannot be looked at it has nothing.
IndexStamp index_stamp_of(const std::string& directory);

/// Whether nobody has published in DIR since a stamp was taken. It takes two system calls.
bool is_still(const IndexStamp& stamp, const std::string& directory);

}  // namespace timbao
