// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/store/descriptor.h"

namespace timbao::glass {

/// A new file that is written from its beginning to its end. It is not synced.
///
///   OutFile(version_file_path(folder)).write(bytes);
///
/// Takes    a path that does not exist.
/// Errors   Error(io_failed), also where something has this name already.
/// Source   covered by the tests of part_database and by tests/fault/full_disk_test.cc.
class OutFile {
 public:
  explicit OutFile(std::string path);

  void write(std::string_view bytes) const;

 private:
  std::string path_;
  Descriptor file_;
};

}  // namespace timbao::glass
