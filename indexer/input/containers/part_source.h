// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/byte_source.h"

namespace timbao {

/// One part of a message of several parts: the lines up to the next one that is a boundary.
///
///   PartSource part(input, {"----=_Part"});
///   … read it, or not …
///   part.pass_over();                     // the input goes on behind the boundary
///
/// Takes    an input that outlives it and that nobody else uses meanwhile; the boundaries of the message and of messages
///          inside it.
/// Errors   none: a message that ends without a boundary ends its last part too, as all programs read it.
/// Source   RFC 2046, section 5.1.1; covered by warc_test and mhtml_fuzz.
class PartSource : public ByteSource {
 public:
  PartSource(BufferedInput& input, std::vector<std::string> boundaries);

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override;
  [[nodiscard]] std::optional<Rejected> failure() const override { return std::nullopt; }
  [[nodiscard]] const std::string& name() const override { return input_.source().name(); }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return std::nullopt; }

  /// Reads what is left of it. Returns whether a boundary ended it, behind which another part may follow.
  bool pass_over();

 private:
  void read_line();
  [[nodiscard]] bool is_boundary(std::string_view line) const;

  BufferedInput& input_;
  std::vector<std::string> boundaries_;
  std::string line_;           // a line, or a piece of a long one
  std::size_t given_ = 0;      // of the line
  bool is_line_start_ = true;  // a boundary may stand here only
  bool has_boundary_ = false, is_done_ = false;
};

}  // namespace timbao
