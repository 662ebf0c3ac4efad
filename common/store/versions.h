// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace timbao {

/// The versions that an index carries as metadata of its database. They say by which rules its terms, values and texts
/// were made; a program reads only an index of its own versions (docs/index-format.md, "Versions").
struct IndexVersion {
  static constexpr std::string_view kFormatKey = "timbao.format";
  static constexpr std::string_view kFoldKey = "timbao.fold";
  static constexpr std::string_view kDataKey = "timbao.data";            ///< of the data files: embedded::version()
  static constexpr std::string_view kCollationKey = "timbao.collation";  ///< of ICU's sort keys: collation_version()
  static constexpr std::string_view kFormat = "5";
  static constexpr std::string_view kUnsignedFormat = "4";  ///< read and written too: it lacks signatures, nothing else
  static constexpr std::string_view kFold = "1";
};

/// Compares one version of a database with the one that this program wants.
///
///   check_version(directory, database, IndexVersion::kFoldKey, IndexVersion::kFold);
///
/// Takes    the index's folder, for the message; a key of IndexVersion, and its value in this program.
/// Errors   Error(index_failed) where it is another, with the command that makes the index anew of its own articles, or
///          where it is missing: then this is a database of another program; Xapian::Error.
void check_version(const std::string& directory, const Xapian::Database& database, std::string_view key,
                   std::string_view wanted);

/// Compares all versions, for a program that only reads: of the collation only ICU's version is compared, which decides
/// the rest. Asking for the whole would load ICU's collation, and a query in a fresh process does without it.
///
///   check_versions_to_read("/var/lib/timbao", database);
///
/// Errors   as check_version(). Writers call check_versions() (written_versions.h).
void check_versions_to_read(const std::string& directory, const Xapian::Database& database);

}  // namespace timbao
