// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/files/byte_source.h"

namespace timbao {

/// How the bytes of a part of a message are written in ASCII.
enum class TransferEncoding : std::uint8_t {
  none,
  quoted_printable,  ///< "Ph=C3=BAc", and lines that go on end with "="
  base64,            ///< "UGjDumM="
};

/// The encoding that a message names: transfer_encoding("Quoted-Printable") == TransferEncoding::quoted_printable. An
/// unknown name is taken as none.
TransferEncoding transfer_encoding(std::string_view name);

/// A stage that gives the bytes of a part of a message.
///
///   TransferSource content(part, TransferEncoding::base64);
///
/// Takes    a source that outlives this one and that nobody else reads.
/// Errors   none of its own: what is no escape stays as it is, and in base64 every byte that is no digit is passed over,
///          as the standards ask.
/// Source   RFC 2045, sections 6.7 and 6.8; covered by warc_test and mhtml_fuzz.
class TransferSource : public ByteSource {
 public:
  TransferSource(ByteSource& from, TransferEncoding encoding) : from_(from), encoding_(encoding) {}

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override;
  [[nodiscard]] std::optional<Rejected> failure() const override { return from_.failure(); }
  [[nodiscard]] const std::string& name() const override { return from_.name(); }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return std::nullopt; }

 private:
  bool decode_more();

  ByteSource& from_;
  TransferEncoding encoding_;
  std::string raw_;   // bytes that are not decoded yet: the beginning of an escape, or less than four digits
  std::string text_;  // what may be given
  std::size_t given_ = 0;
};

}  // namespace timbao
