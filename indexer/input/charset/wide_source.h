// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/files/byte_source.h"

namespace timbao {

/// The charsets whose units are wider than a byte, and their byte orders.
enum class WideCharset : std::uint8_t { none, utf16le, utf16be, utf32le, utf32be };

/// The wide charset of a source.
///
///   wide_charset_of("\xFF\xFEH\0ộ…") == WideCharset::utf16le        wide_charset_of("H\0o\0a\0 \0b\0i\0n\0h\0") is too
///
/// Takes    its first bytes, at most a few thousand.
/// Returns  what the byte order mark says; without one, a charset in which at least eight units are all characters, most
///          of them of the blocks that Vietnamese uses, and none is a control character; else none.
/// Errors   none.
/// Source   the Unicode Standard, section 3.10. Covered by wide_source_test.
WideCharset wide_charset_of(std::string_view head);

/// A stage that turns UTF-16 and UTF-32 into UTF-8. A source is in one of them where it begins with their byte order mark,
/// which programs of Windows write, or where its first bytes are such units; every other source passes through as it is.
///
///   WideSource text(file);
///   … read everything …            text.charset() == "utf-16le"
///
/// It stands below the formats, because they look for the ends of lines and for braces, which are several bytes there.
///
/// Takes    a source that outlives this one and that nobody else reads.
/// Errors   none of its own; half surrogate pairs and numbers that are no characters become U+FFFD.
/// Source   the Unicode Standard, section 3.10 (byte order mark). Covered by wide_source_test and reader_fuzz.
class WideSource : public ByteSource {
 public:
  explicit WideSource(ByteSource& from) : from_(from) {}

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override;
  [[nodiscard]] std::optional<Rejected> failure() const override { return from_.failure(); }
  [[nodiscard]] const std::string& name() const override { return from_.name(); }

  /// Nothing for a wide charset, whose text has another length in UTF-8.
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override;

  /// "utf-16le", "utf-16be", "utf-32le" or "utf-32be"; empty for a source that passes through, and before its first bytes
  /// were read.
  [[nodiscard]] std::string_view charset() const;

 private:
  void look_at_head();
  bool decode_more();
  void decode_raw();
  void end_raw();
  std::size_t give(char* to, std::size_t size);

  ByteSource& from_;
  bool is_known_ = false;
  WideCharset charset_ = WideCharset::none;
  std::string piece_;  // where the other source writes
  std::string raw_;    // bytes that are not decoded yet: half of a code unit or of a surrogate pair
  std::string text_;   // what may be given
  std::size_t given_ = 0;
};

}  // namespace timbao
