// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace timbao {

/// Turns an exception of Xapian into an Error. Xapian gives the system's error as text only, so this looks at the files
/// of the index first: where a permission is missing, the message names the file.
///
/// Takes    the index's folder, and what Xapian threw.
/// Errors   always one of: Error(locked) where another program holds Xapian's own lock on the database;
///          Error(io_failed) where the system refused an operation (a full disk, a permission, a failed read);
///          Error(index_failed) for everything else, which is taken for damage.
/// Source   the classes and messages of Xapian 1.4.22; which error becomes what: xapian_errors_test, one line each.
[[noreturn]] void throw_as_index_error(const std::string& directory, const Xapian::Error& error);

/// Calls `call` and translates what Xapian throws. Xapian::Error is not a std::exception: one that nobody catches ends
/// the program by a signal. So every call of Xapian stands inside this function, or inside IndexReader::read().
///
///   const auto articles = with_index_errors(directory, [&] { return database.get_doccount(); });
///
/// Takes    the index's folder, for the messages; a function without parameters.
/// Returns  what `call` returns.
/// Errors   those of throw_as_index_error(), and whatever else `call` throws.
template <typename Call>
auto with_index_errors(const std::string& directory, Call&& call) -> decltype(call()) {
  try {
    return call();
  } catch (const Xapian::Error& error) {
    throw_as_index_error(directory, error);
  }
}

}  // namespace timbao
