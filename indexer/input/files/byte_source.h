// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "indexer/input/notices/rejected.h"

namespace timbao {

/// Says whether reading is to stop, as after Ctrl-C. An empty function never stops.
using StopAsked = std::function<bool()>;

/// How far a source has been read.
enum class SourceState : std::uint8_t {
  open,     ///< more bytes may follow
  ended,    ///< every byte was read
  stopped,  ///< a stop was asked before the end
  failed,   ///< it cannot be read further; failure() says why
};

/// Bytes that are read once, piece by piece, from the first to the last. A file, a pipe and standard input are such
/// sources (file_source.h). So is any stage that takes the bytes of another source and gives bytes: MeteredSource
/// counts and hashes them. An entry of a container, what a compressed file holds, and text that is decoded from another
/// charset are such stages too.
///
///   while (const std::size_t count = source.read(buffer.data(), buffer.size())) use({buffer.data(), count});
///   if (source.state() != SourceState::ended) …   // it was stopped, or it failed: what was read is not all of it
///
/// A source is read from its beginning to its end; only a regular file can go to another place. To look at the first
/// bytes without losing them, read through a BufferedInput (buffered_input.h) or a HeadSource (head_source.h).
///
/// Errors   none is thrown: a failure ends the source and is told once, by the caller that asks for failure().
/// Threads  one thread at a time.
class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Reads the next bytes.
  ///
  /// Takes    room for at least one byte.
  /// Returns  how many bytes were read, at most `size`. 0 means that state() is no longer `open`.
  virtual std::size_t read(char* to, std::size_t size) = 0;

  /// How far the source has been read. `ended` is known only after a read() that returned 0.
  [[nodiscard]] virtual SourceState state() const = 0;

  /// Why the source cannot be read further, with its name as the path; nothing unless state() is `failed`.
  [[nodiscard]] virtual std::optional<Rejected> failure() const = 0;

  /// The name for messages: of a file the path as the user wrote it, of standard input "-".
  [[nodiscard]] virtual const std::string& name() const = 0;

  /// How many bytes the source has, where that is known before it is read. A file may still grow or shrink.
  [[nodiscard]] virtual std::optional<std::uint64_t> size_bytes() const = 0;

  /// Goes to another place, from which read() goes on: archives whose list of files stands at their end need that.
  ///
  /// Takes    a place in bytes from the beginning, which may lie behind the end.
  /// Returns  false where the source cannot do that; nothing has changed then.
  virtual bool seek(std::uint64_t /*place*/) { return false; }
};

}  // namespace timbao
