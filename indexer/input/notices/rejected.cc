// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/notices/rejected.h"

#include <cerrno>
#include <system_error>
#include <utility>

namespace timbao {

Rejected rejected_as(RejectReason reason, std::string detail) {
  Rejected rejected;
  rejected.reason = reason;
  rejected.detail = std::move(detail);
  return rejected;
}

Rejected rejected_by_system(const std::string& path, int error) {
  const bool is_missing = error == ENOENT || error == ENOTDIR;
  Rejected rejected = is_missing ? rejected_as(RejectReason::missing, "there is no such file or folder")
                                 : rejected_as(RejectReason::unreadable, std::generic_category().message(error));
  rejected.path = path;
  return rejected;
}

}  // namespace timbao
