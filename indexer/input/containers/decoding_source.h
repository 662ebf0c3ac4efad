// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/containers/decoder.h"
#include "indexer/input/files/byte_source.h"

namespace timbao {

/// A stage that gives what a compressed file holds. Several compressed files one behind the other are one, as all four
/// compressions prescribe; zero bytes behind the end, with which tapes are filled, do not count.
///
///   DecodingSource unpacked(file, {Container::xz, 64 << 20});
///   … read it …            unpacked.state() == SourceState::ended: it was complete and its checksums were right
///
/// Takes    a source that outlives this one and that nobody else reads; which compression it is, and how much memory may
///          be used.
/// Errors   failure() of its own: the file is damaged or cut off, asks for more memory, or unpacks to more than
///          limits.h allows. The failure of the other source is that one's to tell.
/// Source   covered by decoding_source_test and container_fuzz.
class DecodingSource : public ByteSource {
 public:
  struct Way {
    Container compression;
    std::size_t memory_bytes;
  };

  DecodingSource(ByteSource& from, Way way) : from_(from), way_(way) {}

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override { return state_; }
  [[nodiscard]] std::optional<Rejected> failure() const override { return failure_; }
  [[nodiscard]] const std::string& name() const override { return from_.name(); }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return std::nullopt; }

  /// How much memory the decoder takes now.
  [[nodiscard]] std::size_t memory_bytes() const {
    return decoder_ ? static_cast<std::size_t>(decoder_->memory_bytes()) : 0;
  }

  /// Keeps to the memory that it takes now, so that the rest can be given to a decoder of what it holds.
  void freeze_memory();

 private:
  bool fill();
  bool begin_member();
  void end_without_input();
  void end_step(const DecodeStep& step);
  void fail(RejectReason reason, std::string detail);

  ByteSource& from_;
  Way way_;
  std::unique_ptr<Decoder> decoder_;  // of the file that is being unpacked; none between two
  std::string piece_;
  std::string_view input_;  // what of the piece is not used yet
  SourceState state_ = SourceState::open;
  std::optional<Rejected> failure_;
  std::uint64_t in_ = 0, out_ = 0;
};

}  // namespace timbao
