// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "indexer/input/files/byte_source.h"

namespace timbao {

/// How many bytes of a source are looked at to tell its format.
///
/// Source   several records of news fit, so that lines of JSON can be counted. formats_test reads heads of this size.
inline constexpr std::size_t kHeadBytes = 64U << 10U;

/// The beginning of a source.
struct FileHead {
  std::string_view bytes;
  bool is_whole = false;  ///< nothing follows: the source ended, failed or was stopped behind these bytes
};

/// A source with a buffer, so that its beginning can be looked at before it is used.
///
///   BufferedInput input(source);
///   const FileHead head = input.head(shows_format);
///   for (std::string_view bytes; !(bytes = input.bytes()).empty(); input.use(bytes.size())) …
///
/// Takes    a source that outlives it and that nobody else reads. The buffer has 256 KB.
/// Errors   none of its own: source().state() says how the reading ended.
/// Threads  one thread at a time.
/// Source   covered by byte_source_test, line_reader_fuzz and json_records_fuzz.
class BufferedInput {
 public:
  explicit BufferedInput(ByteSource& source);

  /// Says of the bytes read so far whether they are enough of a head, so that a slow pipe need not be waited for.
  using IsEnough = std::function<bool(std::string_view bytes)>;

  /// The first bytes, which bytes() gives again. To be called before the first use().
  ///
  /// Returns  the first kHeadBytes or a little more; fewer where the source is shorter, or where `is_enough` says so.
  FileHead head(const IsEnough& is_enough);

  /// The bytes that follow.
  ///
  /// Returns  at least one byte, valid until the next call; none at the end, after a failure and after a stop.
  std::string_view bytes();

  /// Marks the first `count` of these bytes as used, so that bytes() goes on behind them.
  void use(std::size_t count) { begin_ += count; }

  /// Whether the source has been read to its end. Bytes may still be left in the buffer.
  [[nodiscard]] bool at_end() const { return source_.state() == SourceState::ended; }

  /// How many bytes of the source have been read into the buffer so far.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

  [[nodiscard]] const ByteSource& source() const { return source_; }

 private:
  void fill();

  ByteSource& source_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  // what is not used yet
  std::uint64_t bytes_read_ = 0;
};

}  // namespace timbao
