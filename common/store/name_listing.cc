// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/name_listing.h"

#include <dirent.h>
#include <fcntl.h>

#include <cerrno>
#include <memory>

#include "common/store/index_errors.h"

namespace timbao {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using Listing = std::unique_ptr<DIR, CloseFolder>;

}  // namespace

void for_each_name(const Descriptor& folder, const std::string& path,
                   const std::function<bool(std::string_view)>& use) {
  // closedir() closes its descriptor, so it gets one of its own.
  const int copy = ::openat(folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const Listing listing(copy < 0 ? nullptr : ::fdopendir(copy));
  if (!listing) throw_system_error(path, errno);
  for (errno = 0; const dirent* const entry = ::readdir(listing.get()); errno = 0) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != ".." && !use(name)) return;
  }
  if (errno != 0) throw_system_error(path, errno);
}

}  // namespace timbao
