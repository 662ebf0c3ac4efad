// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "indexer/input/files/input_file.h"
#include "indexer/input/format.h"

namespace timbao {

/// What is read of a file and not yet used, so that its beginning can be looked at first.
///
///   BufferedInput input(file);
///   Format format = format_of_content(input.head(), by_name);
///   for (std::string_view bytes; !(bytes = input.bytes()).empty(); input.use(bytes.size())) …
class BufferedInput {
 public:
  explicit BufferedInput(InputFile& file);

  /// Whether the bytes read so far are enough of a head, so that a slow pipe need not be waited for.
  using IsEnough = std::function<bool(std::string_view bytes)>;

  /// The first kHeadBytes, or all where the file is shorter, or fewer where they are enough; to be asked before use().
  FileHead head(const IsEnough& is_enough);

  /// What follows, at least one byte; empty at the file's end, after a failure and where a stop is asked.
  std::string_view bytes();

  /// Says that so many of these bytes are done with.
  void use(std::size_t count) { begin_ += count; }

  [[nodiscard]] const InputFile& file() const { return file_; }

 private:
  void fill();

  InputFile& file_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace timbao
