// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/sync_watch.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace timbao {
namespace {

int& first_error() {
  thread_local int error = 0;
  return error;
}

int sync_file(int file) {
  const int status = static_cast<int>(::syscall(SYS_fdatasync, file));
  if (status != 0 && first_error() == 0) first_error() = errno;
  return status;
}

}  // namespace

SyncWatch::SyncWatch() : before_(first_error()) { first_error() = 0; }

SyncWatch::~SyncWatch() {
  if (before_ != 0) first_error() = before_;
}

int SyncWatch::error() const { return first_error(); }

}  // namespace timbao

extern "C" int fdatasync(int file) { return timbao::sync_file(file); }
