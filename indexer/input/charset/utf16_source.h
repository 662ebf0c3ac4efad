// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/files/byte_source.h"

namespace timbao {

/// A stage that turns UTF-16 into UTF-8. A source is UTF-16 where it begins with a byte order mark of UTF-16, which
/// programs of Windows write; every other source passes through as it is.
///
///   Utf16Source text(file);
///   … read everything …            text.charset() == "utf-16le"
///
/// It stands below the formats, because they look for the ends of lines and for braces, which are two bytes in UTF-16.
///
/// Takes    a source that outlives this one and that nobody else reads.
/// Errors   none of its own; half surrogate pairs become U+FFFD.
/// Source   the Unicode Standard, section 3.10 (byte order mark); ICU converts. Covered by utf16_source_test and
///          reader_fuzz.
class Utf16Source : public ByteSource {
 public:
  explicit Utf16Source(ByteSource& from) : from_(from) {}

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override;
  [[nodiscard]] std::optional<Rejected> failure() const override { return from_.failure(); }
  [[nodiscard]] const std::string& name() const override { return from_.name(); }

  /// Nothing for UTF-16, whose text has another length in UTF-8.
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override;

  /// "utf-16le" or "utf-16be"; empty for a source that passes through, and before its first bytes were read.
  [[nodiscard]] std::string_view charset() const;

 private:
  enum class Order : std::uint8_t { unknown, none, little, big };

  void look_at_mark();
  bool decode_more();
  std::size_t give(char* to, std::size_t size);

  ByteSource& from_;
  Order order_ = Order::unknown;
  std::string piece_;  // where the other source writes
  std::string raw_;    // bytes that are not decoded yet: half of a code unit or of a surrogate pair
  std::string text_;   // what may be given
  std::size_t given_ = 0;
};

}  // namespace timbao
