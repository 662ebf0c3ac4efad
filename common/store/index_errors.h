// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "common/base/error.h"

namespace timbao {

/// Says that the system refused something: "/var/lib/news/g7: Permission denied".
///
/// Errors   Error(io_failed), always.
[[noreturn]] void throw_system_error(const std::string& path, int error);

/// Says that a folder is no index, and why: "/home/lan: not a timbao index (it is a file)".
///
/// Errors   Error(index_failed), always.
[[noreturn]] void throw_not_an_index(const std::string& directory, const std::string& why);

/// Says that an index is damaged, and how it is made anew.
///
/// Errors   Error(index_failed), always.
[[noreturn]] void throw_damaged_index(const std::string& directory, const std::string& message);

/// Says that readers could not keep up with a writer.
///
/// Errors   Error(locked), always.
[[noreturn]] void throw_written_too_fast(const std::string& directory);

/// Turns what Xapian throws into an Error. Xapian gives the system's error as text only, so the files of the index are
/// looked at first: a permission that is missing is told with the file's name.
///
/// Takes    the index's folder and what Xapian threw.
/// Errors   Error(locked) where another program holds the database's own lock;
///          Error(io_failed) where the system refused something (a full disk, a permission, a failed read);
///          Error(index_failed) for all the rest.
[[noreturn]] void throw_as_index_error(const std::string& directory, const Xapian::Error& error);

/// Calls `call`; Xapian::Error is not a std::exception, so nothing else may call Xapian without this.
///
///   with_index_errors(directory, [&] { return database.get_doccount(); });
template <typename Call>
auto with_index_errors(const std::string& directory, Call&& call) -> decltype(call()) {
  try {
    return call();
  } catch (const Xapian::Error& error) {
    throw_as_index_error(directory, error);
  }
}

}  // namespace timbao
