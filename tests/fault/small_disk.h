// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/mount.h>

#include <cerrno>
#include <cstdint>
#include <string>
#include <utility>

namespace timbao::test {

/// A file system of so many bytes, in memory, while this lives.
class SmallDisk {
 public:
  SmallDisk(std::string path, std::uint64_t bytes) : path_(std::move(path)) {
    const std::string size = "size=" + std::to_string(bytes);
    error_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, size.c_str()) == 0 ? 0 : errno;
  }
  ~SmallDisk() {
    if (error_ == 0) ::umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  [[nodiscard]] int error() const { return error_; }

 private:
  std::string path_;
  int error_;
};

}  // namespace timbao::test
