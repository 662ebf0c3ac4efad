// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/work_folder.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "common/store/index_errors.h"

namespace timbao {

WorkFolder::WorkFolder(std::string path) : path_(std::move(path)) {
  // Only this user may enter it until it is published. mkdir() fails where something exists, above all a link, so
  // nothing is built in a place that somebody else chose.
  constexpr mode_t kOwnOnly = 0700;
  if (::mkdir(path_.c_str(), kOwnOnly) != 0) throw_system_error(path_, errno);
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;  // the next writer removes what is left
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace timbao
