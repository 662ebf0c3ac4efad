// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unistd.h>

#include <utility>

namespace timbao {

/// Owns a file descriptor, and closes it when it ends. It can be moved, not copied.
///
///   const Descriptor folder(::open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
///   if (!folder.is_open()) throw_system_error(path, errno);
///
/// Takes    what open() returned; -1 stands for no file.
/// Errors   none: what close() reports is ignored. A writer that must know calls fsync() before.
/// Source   covered by every test that opens an index.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] bool is_open() const { return number_ >= 0; }

  /// The number, for a system call. It stays owned by this object; -1 where no file is open.
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

}  // namespace timbao
