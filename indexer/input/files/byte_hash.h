// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace timbao {

/// A hash of bytes that arrive in pieces. Where they are cut does not change the value.
///
///   ByteHash hash; hash.add("Tin "); hash.add("vắn");
///   hash.value()   // the same as of one piece "Tin vắn"
///
/// The value is stored in the ledger (docs/index-format.md), so the function may not change without a new format. It
/// tells files apart that changed by accident, not files that somebody forged.
///
/// Takes    any bytes.
/// Errors   none.
/// Threads  one thread at a time.
/// Source   XXH3, 64 bits, seed 0. Covered by byte_source_test.
class ByteHash {
 public:
  ByteHash();
  ~ByteHash();
  ByteHash(ByteHash&&) noexcept;
  ByteHash& operator=(ByteHash&&) noexcept;

  void add(std::string_view bytes);
  [[nodiscard]] std::uint64_t value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace timbao
