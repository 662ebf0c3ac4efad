// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/copy_generation.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <vector>

#include "common/store/damage/glass_names.h"
#include "common/store/descriptor.h"
#include "common/store/index_errors.h"
#include "common/store/write_all.h"

namespace timbao {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 20U, kMostAtOnce = std::size_t{1} << 30U;
constexpr mode_t kFolderMode = 0700, kFileMode = 0600;

/// One file that is copied.
class FileCopy {
 public:
  FileCopy(const std::string& from, const std::string& to)
      : from_(from),
        to_(to),
        source_(::open(from.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)),
        target_(source_.is_open() ? ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFileMode) : -1) {
    if (!source_.is_open()) throw_system_error(from_, errno);
    if (!target_.is_open()) throw_system_error(to_, errno);
  }

  void copy() {
    // Where the file system cannot do it, or stops, the rest is copied by hand, which also tells what is wrong.
    while (::copy_file_range(source_.number(), nullptr, target_.number(), nullptr, kMostAtOnce, 0) > 0) {
    }
    std::vector<char> piece(kPieceBytes);
    while (const std::size_t length = read_some(piece)) write_all(target_, {piece.data(), length}, to_);
  }

 private:
  /// Returns how many bytes were read; 0 at the end.
  std::size_t read_some(std::vector<char>& piece) const {
    for (;;) {
      const ssize_t length = ::read(source_.number(), piece.data(), piece.size());
      if (length >= 0) return static_cast<std::size_t>(length);
      if (errno != EINTR) throw_system_error(from_, errno);
    }
  }

  const std::string& from_;
  const std::string& to_;
  Descriptor source_, target_;
};

}  // namespace

void copy_generation(const std::string& from, const std::string& to) {
  if (::mkdir(to.c_str(), kFolderMode) != 0) throw_system_error(to, errno);
  for (const auto& entry : std::filesystem::directory_iterator(from)) {
    const std::string name = entry.path().filename();
    if (name != kVersionFileName && entry.path().extension() != kTableSuffix) continue;
    const std::string target = to + '/' + name;
    FileCopy(entry.path().string(), target).copy();
  }
}

}  // namespace timbao
