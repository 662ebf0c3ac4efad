// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/input/charset/charset.h"

namespace timbao {

/// The letters of one of the charsets that Vietnamese was written in before Unicode.
///
///   const LegacyLetters& vni = *legacy_letters(Charset::vni);
///   vni.pair(0x61, 0xF9) == U'á'     vni.single(0xF1) == U'đ'     vni.single(0x41) == U'A'
///
/// Source   TCVN 5712:1993; RFC 1456 (VISCII); the tables of VNI and VPS as the encoders of Mozilla and of xvnkb have
///          them; those of BKHCM 1 and 2 as UniKey's converter (vnconv) has them. Covered by legacy_letters_test.
/// Threads  any number of readers.
class LegacyLetters {
 public:
  explicit LegacyLetters(Charset charset);

  /// What a byte stands for; 0 where it stands for nothing. In BKHCM 1 signs of ASCII stand for capitals too: decode()
  /// tells them apart by the letters beside them.
  [[nodiscard]] char32_t single(unsigned char byte) const { return single_[byte]; }

  /// What two bytes stand for together; 0 where they are two characters.
  [[nodiscard]] char32_t pair(unsigned char first, unsigned char second) const;

 private:
  void add_row(std::string_view hex_words, std::string_view letters);
  void add(std::string_view hex, char32_t letter);

  std::array<char32_t, 256> single_{};
  std::array<std::uint8_t, 256> row_of_first_{};      // 0: no pair begins with this byte
  std::vector<std::array<char32_t, 256>> pairs_{{}};  // by the row of the first byte, then by the second byte
};

/// The letters of a charset: nothing for Unicode and Windows-1258, which the ICU library knows.
const LegacyLetters* legacy_letters(Charset charset);

}  // namespace timbao
