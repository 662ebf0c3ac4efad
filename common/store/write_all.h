// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/store/descriptor.h"

namespace timbao {

/// Writes all bytes to a file, also where the system takes them in several pieces or a signal comes between.
///
///   write_all(file, "auto g7\n", path);
///
/// Takes    a file that is open for writing, the bytes, and the path for the message.
/// Errors   Error(io_failed) where the system refuses, as on a full disk.
/// Source   write(2). Covered by the tests of publish and copy_generation, and by tests/fault/full_disk_test.cc.
void write_all(const Descriptor& file, std::string_view bytes, const std::string& path);

}  // namespace timbao
