// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "tests/fuzz/require.h"

namespace timbao::fuzz {

/// A file that is nowhere but in memory; its path can be opened as often as is wanted.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(::memfd_create("input", MFD_CLOEXEC)) {
    require(file_ >= 0);
    for (std::size_t at = 0; at < bytes.size();) {
      const auto written = ::write(file_, bytes.data() + at, bytes.size() - at);
      require(written > 0);
      at += static_cast<std::size_t>(written);
    }
  }
  ~MemoryFile() { ::close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

}  // namespace timbao::fuzz
