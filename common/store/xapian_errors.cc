// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/xapian_errors.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <string_view>

#include "common/base/error.h"
#include "common/store/generation_folder.h"
#include "common/store/index_errors.h"

namespace timbao {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view reason, const int (&codes)[count]) {
  return std::any_of(std::begin(codes), std::end(codes), [&](int code) { return reason == std::strerror(code); });
}

/// Whether a system error means that the index itself is wrong: a file is missing or of another kind, or the guard
/// refused a damaged block (EUCLEAN, glass_guard.h).
bool is_about_the_index(std::string_view reason) {
  constexpr int kCodes[] = {ENOENT, ENOTDIR, EISDIR, ELOOP, ENXIO, EUCLEAN, EINVAL, ESPIPE, ENODATA};
  return is_one_of(reason, kCodes);
}

/// Whether a message holds the reason of an earlier failure of the machine. Where two operations failed, Xapian puts
/// the first one's reason inside the message: "Modifications failed (DatabaseError: Commit failed (No space left on
/// device)), and …".
bool names_a_machine_failure(std::string_view message) {
  constexpr int kCodes[] = {ENOSPC, EFBIG, EDQUOT, EACCES, EPERM, EROFS, ENOMEM, EMFILE, ENFILE, EIO};
  return std::any_of(std::begin(kCodes), std::end(kCodes), [&](int code) {
    return message.find(std::string("(") + std::strerror(code) + ')') != std::string_view::npos;
  });
}

bool is_held_by_another(const Xapian::Error& error) {
  return std::string_view(error.get_type()) == "DatabaseLockError" &&
         error.get_msg().find(": already locked") != std::string::npos;
}

/// Whether the system refused something. Where Xapian could not make a file (its lock, a new database), it may give no
/// reason, so these two kinds of error count without one.
bool is_machine_failure(const Xapian::Error& error) {
  const char* const reason = error.get_error_string();
  if (reason != nullptr && !is_about_the_index(reason)) return true;
  const std::string_view type = error.get_type();
  return type == "DatabaseLockError" || type == "DatabaseCreateError" || names_a_machine_failure(error.get_msg());
}

}  // namespace

void throw_as_index_error(const std::string& directory, const Xapian::Error& error) {
  if (is_held_by_another(error))
    throw Error(ExitCode::locked, directory + ": another process is writing this index",
                "try again when it has ended, or with --wait SECONDS");
  throw_where_refused(directory);
  const char* const reason = error.get_error_string();
  std::string message =
      directory + ": " + error.get_msg() + (reason == nullptr ? "" : std::string(" (") + reason + ")");
  if (is_machine_failure(error))
    throw Error(ExitCode::io_failed, std::move(message), "check the disk's space and the permissions");
  throw_damaged_index(directory, message);
}

}  // namespace timbao
