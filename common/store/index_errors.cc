// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_errors.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <string_view>

#include "common/store/index_folder.h"

namespace timbao {
namespace {

constexpr const char* kLookAtTheDisk = "check the disk's space and the permissions";

template <std::size_t count>
bool is_one_of(std::string_view reason, const int (&codes)[count]) {
  return std::any_of(std::begin(codes), std::end(codes), [&](int code) { return reason == std::strerror(code); });
}

/// Whether a system's error says that the index is not what it has to be: a file that is missing or of another kind, or
/// a block that is damaged (EUCLEAN, glass_guard.h).
bool is_about_the_index(std::string_view reason) {
  constexpr int kCodes[] = {ENOENT, ENOTDIR, EISDIR, ELOOP, ENXIO, EUCLEAN, EINVAL, ESPIPE, ENODATA};
  return is_one_of(reason, kCodes);
}

/// Where Xapian tells of two failures, it gives the first one's reason within its message: "Modifications failed
/// (DatabaseError: Commit failed (No space left on device)), and …".
bool tells_of_the_machine(std::string_view message) {
  constexpr int kCodes[] = {ENOSPC, EFBIG, EDQUOT, EACCES, EPERM, EROFS, ENOMEM, EMFILE, ENFILE, EIO};
  return std::any_of(std::begin(kCodes), std::end(kCodes), [&](int code) {
    return message.find(std::string("(") + std::strerror(code) + ')') != std::string_view::npos;
  });
}

bool is_held_by_another(const Xapian::Error& error) {
  return std::string_view(error.get_type()) == "DatabaseLockError" &&
         error.get_msg().find(": already locked") != std::string::npos;
}

/// Whether the system refused something. What could not be made (a lock that nobody else holds, a new database) Xapian
/// may tell without a reason.
bool is_trouble_of_the_machine(const Xapian::Error& error) {
  const char* const reason = error.get_error_string();
  if (reason != nullptr && !is_about_the_index(reason)) return true;
  const std::string_view type = error.get_type();
  return type == "DatabaseLockError" || type == "DatabaseCreateError" || tells_of_the_machine(error.get_msg());
}

}  // namespace

void throw_system_error(const std::string& path, int error) {
  throw Error(ExitCode::io_failed, path + ": " + std::strerror(error), kLookAtTheDisk);
}

void throw_not_an_index(const std::string& directory, const std::string& why) {
  throw Error(ExitCode::index_failed, directory + ": not a timbao index (" + why + ")",
              "name another directory with --index");
}

void throw_damaged_index(const std::string& directory, const std::string& message) {
  throw Error(ExitCode::index_failed, message,
              "if it is damaged, make it anew of its sources with: timbao-index --index " + directory +
                  " add --rebuild PATH...");
}

void throw_written_too_fast(const std::string& directory) {
  throw Error(ExitCode::locked, directory + ": another process writes this index too fast for it to be read",
              "try again when it has ended");
}

void throw_as_index_error(const std::string& directory, const Xapian::Error& error) {
  if (is_held_by_another(error))
    throw Error(ExitCode::locked, directory + ": another process is writing this index",
                "try again when it has ended, or with --wait SECONDS");
  throw_where_refused(directory);
  const char* const reason = error.get_error_string();
  std::string message =
      directory + ": " + error.get_msg() + (reason == nullptr ? "" : std::string(" (") + reason + ")");
  if (is_trouble_of_the_machine(error)) throw Error(ExitCode::io_failed, std::move(message), kLookAtTheDisk);
  throw_damaged_index(directory, message);
}

}  // namespace timbao
