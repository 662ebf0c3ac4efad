// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/byte_source.h"

namespace timbao {

/// The next so many bytes of an input: the content of a record whose length stands before it.
///
///   CountedSource content(input, 1804);
///   … read some of it …
///   content.pass_over();                // the input goes on behind the content
///
/// Takes    an input that outlives it and that nobody else uses meanwhile.
/// Errors   failure(): the input ends before so many bytes.
/// Source   covered by warc_test and warc_fuzz.
class CountedSource : public ByteSource {
 public:
  CountedSource(BufferedInput& input, std::uint64_t count) : input_(input), count_(count), left_(count) {}

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override { return state_; }
  [[nodiscard]] std::optional<Rejected> failure() const override;
  [[nodiscard]] const std::string& name() const override { return input_.source().name(); }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return count_; }

  /// Uses what is left of it. Returns whether it was all there.
  bool pass_over();

 private:
  /// The bytes of the input that are a part of it; none at the end.
  std::string_view bytes();

  BufferedInput& input_;
  std::uint64_t count_, left_;
  SourceState state_ = SourceState::open;
  bool is_cut_ = false;
};

}  // namespace timbao
