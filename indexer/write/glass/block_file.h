// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/write/glass/out_file.h"

namespace timbao::glass {

/// A file of blocks, which are numbered from 0 in the order in which they are written.
///
///   BlockFile file(path);
///   const std::uint64_t number = file.append(block.finish(0));
///   file.flush();
///
/// Errors   those of OutFile.
/// Source   covered by part_database_test.
class BlockFile {
 public:
  explicit BlockFile(const std::string& path) : file_(path) {}

  /// Adds a block; returns its number. It may be written by a later call.
  std::uint64_t append(std::string_view block);

  /// Writes what is not written yet.
  void flush();

  [[nodiscard]] std::uint64_t blocks() const { return blocks_; }

 private:
  OutFile file_;
  std::string pending_;
  std::uint64_t blocks_ = 0;
};

}  // namespace timbao::glass
