// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// What can be wrong with an index, each with its exit status, message and hint. This unit knows nothing of Xapian and
/// looks at no file; xapian_errors.h translates what Xapian throws into these errors.
///
///   if (!file.is_open()) throw_system_error(path, errno);
///
/// Source   design of the exit statuses: README, "Exit status". Covered by xapian_errors_test and the tests of damage.

/// Says that the system refused an operation on a file: "/var/lib/news/g7: Permission denied".
///
/// Takes    the path of the file or folder, and errno.
/// Errors   Error(io_failed), always, with the hint to look at the disk's space and at the permissions.
[[noreturn]] void throw_system_error(const std::string& path, int error);

/// Says that a folder is no index, and why: "/home/lan: not a timbao index (it is a file)".
///
/// Takes    the folder, and the reason, which is printed in parentheses.
/// Errors   Error(index_failed), always, with the hint to name another folder with --index.
[[noreturn]] void throw_not_an_index(const std::string& directory, const std::string& why);

/// Says that an index is damaged. The hint is the command that builds it again from its sources.
///
/// Takes    the index's folder, for the hint; the whole message.
/// Errors   Error(index_failed), always.
[[noreturn]] void throw_damaged_index(const std::string& directory, const std::string& message);

/// Says that a writer published so often that a reader never finished (retries.h).
///
/// Errors   Error(locked), always.
[[noreturn]] void throw_written_too_fast(const std::string& directory);

}  // namespace timbao
