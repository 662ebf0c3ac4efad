// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace timbao {

/// The names of the files that a Xapian database of the backend "glass" consists of. Whoever needs one of them takes it
/// from here, so that each name is written once.
///
/// Source   xapian-core/backends/glass: glass_database.cc and glass_version.cc (1.4.22).

/// The version file: the database's revision, and the root block of each table.
inline constexpr std::string_view kVersionFileName = "iamglass";

/// What it begins with: the kind of database and the version of 2016-03-14, Xapian 1.4's; then a number by which Xapian tells
/// databases apart.
inline constexpr std::string_view kVersionFileMagic = "\x0f\x0dXapian Glass\x04\x6e";
inline constexpr std::size_t kUuidBytes = 16;

/// The next version file, under the name that it has until it replaces the one before.
inline constexpr std::string_view kNewVersionFileName = "v.tmp";

/// The file on which a writer holds Xapian's own lock.
inline constexpr std::string_view kXapianLockName = "flintlock";

/// What the name of a table's file ends with: "postlist.glass".
inline constexpr std::string_view kTableSuffix = ".glass";

/// The tables, in the order in which the version file lists them.
inline constexpr std::array<std::string_view, 6> kTables{"postlist", "docdata",  "termlist",
                                                         "position", "spelling", "synonym"};

/// The path of a table's file.
///
///   table_path("/var/lib/timbao/g7", "postlist") == "/var/lib/timbao/g7/postlist.glass"
///
/// Takes    the path of a generation, and one of kTables. Nothing is looked up: the file need not exist.
inline std::string table_path(const std::string& generation, std::string_view table) {
  return std::string(generation).append("/").append(table).append(kTableSuffix);
}

/// The path of a generation's version file.
///
///   version_file_path("/var/lib/timbao/g7") == "/var/lib/timbao/g7/iamglass"
inline std::string version_file_path(const std::string& generation) {
  return std::string(generation).append("/").append(kVersionFileName);
}

}  // namespace timbao
