// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/byte_source.h"

namespace timbao {

/// What a server has sent in chunks, each with its length in hexadecimal digits before it.
///
///   "5\r\nTin v\r\n4;x=y\r\nắn\r\n0\r\n\r\n"   gives "Tin vắn"
///
/// Some programs write what they have already joined and leave the header that says it was in chunks: where the first
/// line is no length, everything passes as it is.
///
/// Takes    an input that outlives it and that nobody else uses.
/// Errors   failure(): a length that is none, or the end of the input before the last chunk.
/// Source   RFC 9112, section 7.1; covered by warc_test and warc_fuzz.
class ChunkedSource : public ByteSource {
 public:
  explicit ChunkedSource(ByteSource& from) : from_(from), input_(from) {}

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override { return state_; }
  [[nodiscard]] std::optional<Rejected> failure() const override;
  [[nodiscard]] const std::string& name() const override { return from_.name(); }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return std::nullopt; }

 private:
  /// Where in the chunks the reading stands.
  enum class Step : std::uint8_t { first_length, length, content, end_of_content, joined };

  void read_length();
  bool read_line(std::string& line);
  void end_early();

  ByteSource& from_;
  BufferedInput input_;
  std::uint64_t left_ = 0;  // of the chunk
  Step step_ = Step::first_length;
  SourceState state_ = SourceState::open;
  bool is_broken_ = false;
};

}  // namespace timbao
