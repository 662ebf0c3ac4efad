// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/byte_source.h"

namespace timbao {

/// What is left of an input, as a source: the content behind a header that was read from the input.
///
///   read_line_head(input, head);
///   RestSource content(input);
///
/// Takes    an input that outlives it and that nobody else uses from here on.
/// Errors   none of its own: the failure of the input's source is that one's to tell.
/// Source   covered by warc_fuzz and mhtml_fuzz.
class RestSource : public ByteSource {
 public:
  explicit RestSource(BufferedInput& input) : input_(input) {}

  std::size_t read(char* to, std::size_t size) override {
    if (state_ != SourceState::open) return 0;
    const std::string_view bytes = input_.bytes().substr(0, size);
    std::copy(bytes.begin(), bytes.end(), to);
    input_.use(bytes.size());
    if (bytes.empty()) state_ = input_.source().state();
    return bytes.size();
  }
  [[nodiscard]] SourceState state() const override { return state_; }
  [[nodiscard]] std::optional<Rejected> failure() const override { return std::nullopt; }
  [[nodiscard]] const std::string& name() const override { return input_.source().name(); }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return std::nullopt; }

 private:
  BufferedInput& input_;
  SourceState state_ = SourceState::open;
};

}  // namespace timbao
