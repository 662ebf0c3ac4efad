// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/out_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "common/store/index_errors.h"

namespace timbao::glass {

OutFile::OutFile(std::string path)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)) {
  if (!file_.is_open()) throw_system_error(path_, errno);
}

void OutFile::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_system_error(path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace timbao::glass
