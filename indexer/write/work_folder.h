// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace timbao {

/// A folder that is gone, with all that is in it, when this ends.
///
/// Takes    a path that does not exist yet, in a folder that does.
/// Errors   Error(io_failed) where it cannot be made.
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
