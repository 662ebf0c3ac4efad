// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_errors.h"

#include "common/base/error.h"

namespace timbao {

void throw_system_error(const std::string& path, int error) {
  throw_io_error(path, error, "check the disk's space and the permissions");
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

}  // namespace timbao
