// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_stamp.h"

#include <sys/stat.h>

#include <tuple>

#include "common/base/error.h"
#include "common/store/damage/glass_names.h"
#include "common/store/index_folder.h"

namespace timbao {
namespace {

IndexStamp::File stamp_of_file(const std::string& path) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) != 0) return {};
  return {found.st_ino, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

bool is_same(const IndexStamp::File& a, const IndexStamp::File& b) {
  return std::tie(a.inode, a.seconds, a.nanoseconds) == std::tie(b.inode, b.seconds, b.nanoseconds);
}

IndexStamp::File stamp_of_versions(const std::string& directory, const std::string& generation) {
  return stamp_of_file(version_file_path(generation_path(directory, generation)));
}

}  // namespace

IndexStamp index_stamp_of(const std::string& directory) {
  IndexStamp stamp;
  stamp.stub = stamp_of_file(stub_path(directory));
  try {
    stamp.generation = current_generation(directory);
  } catch (const Error&) {
    // A folder that is no index has no generation; its stub is compared all the same.
  }
  stamp.version_file = stamp_of_versions(directory, stamp.generation);
  return stamp;
}

bool is_still(const IndexStamp& stamp, const std::string& directory) {
  return is_same(stamp.stub, stamp_of_file(stub_path(directory))) &&
         is_same(stamp.version_file, stamp_of_versions(directory, stamp.generation));
}

}  // namespace timbao
