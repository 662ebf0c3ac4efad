// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// A folder to build in. It is removed, with everything in it, when this ends; what is to stay is renamed out of it
/// before.
///
///   const WorkFolder folder("/var/lib/timbao/building-1234");
///   create_database(folder.path() + "/part0");
///
/// Takes    a path that does not exist yet, in a folder that does. Only the user may enter the folder.
/// Errors   Error(io_failed) where it cannot be made, also where the path exists: a link there might lead elsewhere. An
///          error while removing is passed over: the next writer removes what is left.
/// Source   tests/damage/hostile_folder_test.cc, tests/cli/index_writers_test.cc.
class WorkFolder {
 public:
  explicit WorkFolder(std::string path);
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace timbao
