// SPDX-License-Identifier: GPL-2.0-or-later
// The open() that Xapian calls. <fcntl.h> may declare it as an inline function, so what is needed of
// it stands here in its other words.
#include "common/store/damage/glass_open.h"

#include <asm/fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <string_view>

#include "common/base/ascii.h"
#include "common/store/damage/glass_names.h"

namespace timbao {
namespace {

constexpr int kAtCurrentFolder = -100;  // AT_FDCWD of <fcntl.h>
constexpr std::array<std::string_view, 3> kOtherNames{kVersionFileName, kXapianLockName, kNewVersionFileName};

/// Whether a path is that of a file of a database, by its name.
bool is_of_a_database(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  return ends_with(name, kTableSuffix) || std::find(kOtherNames.begin(), kOtherNames.end(), name) != kOtherNames.end();
}

int& only_readers() {
  thread_local int count = 0;
  return count;
}

int open_guarded(const char* path, int flags, unsigned mode) {
  if (is_of_a_database(path)) {
    flags |= O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
    if (only_readers() > 0) flags = (flags & ~(O_ACCMODE | O_CREAT | O_TRUNC)) | O_RDONLY;
  }
  return static_cast<int>(::syscall(SYS_openat, kAtCurrentFolder, path, flags | O_LARGEFILE, mode));
}

/// The third argument of an open(), which is there only where a file may be made.
unsigned mode_of(int flags, va_list arguments) {
  const bool has_mode = (flags & O_CREAT) != 0 || (flags & __O_TMPFILE) == __O_TMPFILE;
  return has_mode ? va_arg(arguments, unsigned) : 0;
}

}  // namespace

OnlyReading::OnlyReading() { ++only_readers(); }
OnlyReading::~OnlyReading() { --only_readers(); }

}  // namespace timbao

extern "C" {
int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const unsigned mode = timbao::mode_of(flags, arguments);
  va_end(arguments);
  return timbao::open_guarded(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const unsigned mode = timbao::mode_of(flags, arguments);
  va_end(arguments);
  return timbao::open_guarded(path, flags, mode);
}
}
