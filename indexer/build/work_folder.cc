// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/work_folder.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "common/base/error.h"

namespace timbao {

WorkFolder::WorkFolder(std::string path) : path_(std::move(path)) {
  std::error_code error;
  std::filesystem::create_directory(path_, error);
  if (error)
    throw Error(ExitCode::io_failed, path_ + ": " + error.message(), "check the disk's space and the permissions");
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;  // what is left over the next writer removes
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace timbao
