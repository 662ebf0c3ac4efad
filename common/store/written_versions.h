// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace timbao {

/// The versions as a writer needs them. This is a unit of its own because it asks ICU for its collation's version,
/// which loads all of the collation: timbao-query does not link it, and starts the sooner.

/// Writes the versions of this program into a database; the caller commits.
///
///   Xapian::WritableDatabase database = create_database(path);
///   write_versions(database);
///   database.commit();
///
/// Errors   Xapian::Error.
void write_versions(Xapian::WritableDatabase& database);

/// Compares all versions of a database with those of this program, that of the collation in full: what a writer adds
/// must sort among what is there.
///
/// Errors   as check_version() (versions.h).
/// Source   docs/index-format.md, "Versions". Covered by versions_test and tests/compat.
void check_versions(const std::string& directory, const Xapian::Database& database);

}  // namespace timbao
