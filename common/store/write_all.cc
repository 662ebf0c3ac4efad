// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/write_all.h"

#include <unistd.h>

#include <cerrno>

#include "common/store/index_errors.h"

namespace timbao {

void write_all(const Descriptor& file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_system_error(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace timbao
