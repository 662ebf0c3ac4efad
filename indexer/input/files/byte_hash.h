// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace timbao {

/// A hash over bytes that come piece by piece; how they are cut into pieces does not count.
///
///   ByteHash hash; hash.add("Tin "); hash.add("vắn"); hash.value()
///
/// Source   XXH3, 64 bits, seed 0.
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
