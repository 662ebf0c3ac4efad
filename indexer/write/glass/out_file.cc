// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/out_file.h"

#include <fcntl.h>

#include <cerrno>
#include <utility>

#include "common/store/index_errors.h"
#include "common/store/write_all.h"

namespace timbao::glass {

OutFile::OutFile(std::string path)
    : path_(std::move(path)), file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)) {
  if (!file_.is_open()) throw_system_error(path_, errno);
}

void OutFile::write(std::string_view bytes) const { write_all(file_, bytes, path_); }

}  // namespace timbao::glass
