// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "indexer/input/article/article.h"
#include "indexer/input/files/byte_hash.h"

namespace timbao {

/// Says whether reading is to stop, as after Ctrl-C.
using StopAsked = std::function<bool()>;

/// What kind of file is read: a regular one has an end, a pipe or standard input may have to be waited for.
enum class InputKind : std::uint8_t { regular, stream };

/// A file, a pipe or standard input, read piece by piece.
class InputFile {
 public:
  InputFile(int file, InputKind kind, std::uint64_t size_bytes, StopAsked stop_asked);
  ~InputFile();
  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&&) = delete;

  /// Reads at most `size` bytes.
  ///
  /// Returns  how many; 0 at the end, when a stop is asked, and where reading fails (see failure()).
  std::size_t read(char* to, std::size_t size);

  [[nodiscard]] bool at_end() const { return at_end_; }                   ///< all of it was read
  [[nodiscard]] int failure() const { return failure_; }                  ///< an errno, or 0
  [[nodiscard]] std::uint64_t size_bytes() const { return size_bytes_; }  ///< of a file; 0 where nobody knows
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }
  [[nodiscard]] std::uint64_t content_hash() const;  ///< of the bytes read so far

 private:
  bool wait_for_input() const;

  int file_;
  InputKind kind_;
  std::uint64_t size_bytes_;
  StopAsked stop_asked_;
  int failure_ = 0;
  bool at_end_ = false;
  std::uint64_t bytes_read_ = 0;
  ByteHash hash_;
};

/// Opens a path, or standard input ("-"), for reading.
///
///   open_input("/dev/zero", {})   // Rejected: unreadable, "a device, not a file"
///
/// Takes    a path; files and pipes are opened, nothing else.
/// Returns  the open file, or why there is none: missing or unreadable. Never waits.
std::variant<InputFile, Rejected> open_input(const std::string& path, StopAsked stop_asked);

/// The hash of all bytes of a regular file: what InputFile::content_hash() gives where it was read to its end.
///
/// Returns  nothing where the file cannot be read, and where a stop is asked.
std::optional<std::uint64_t> hash_of_file(const std::string& path, StopAsked stop_asked);

/// What the system says about an errno, as a rejection of `path`.
Rejected rejected_by_system(const std::string& path, int error);

}  // namespace timbao
