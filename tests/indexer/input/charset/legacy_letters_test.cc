// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: each charset has every Vietnamese letter once, at the bytes that its standard names.
#include "indexer/input/charset/legacy_letters.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "common/base/utf8.h"
#include "tests/common/text/vietnamese.h"

namespace timbao {
namespace {

constexpr std::array kLegacy{Charset::tcvn3,  Charset::tcvn5712, Charset::vni,   Charset::vps,
                             Charset::viscii, Charset::bkhcm1,   Charset::bkhcm2};

std::multiset<char32_t> letters_of(const LegacyLetters& letters) {
  std::multiset<char32_t> all;
  for (unsigned first = 0; first < 256; ++first) {
    const auto byte = static_cast<unsigned char>(first);
    if (letters.single(byte) >= 0x80) all.insert(letters.single(byte));
    for (unsigned second = 0; second < 256; ++second)
      if (const char32_t letter = letters.pair(byte, static_cast<unsigned char>(second)); letter != 0)
        all.insert(letter);
  }
  return all;
}

char32_t only_code_point(std::string_view text) { return read_code_point(text, 0).value; }

TEST(LegacyLetters, HaveEverySmallLetterOnceAndEveryCapitalButInTcvn3) {
  for (const Charset charset : kLegacy) {
    const std::multiset<char32_t> letters = letters_of(*legacy_letters(charset));
    for (const test::Vowel& vowel : test::kVowels)
      for (const std::string_view letter : vowel.toned) {
        if (letter.size() == 1) continue;
        EXPECT_EQ(letters.count(only_code_point(letter)), 1U) << charset_name(charset) << ' ' << letter;
        if (charset == Charset::tcvn3) continue;
        if (charset == Charset::bkhcm1 && letter == "ỵ") continue;  // the one capital that it has not
        EXPECT_EQ(letters.count(only_code_point(test::capitals(letter))), 1U)
            << charset_name(charset) << ' ' << test::capitals(letter);
      }
    EXPECT_EQ(letters.count(U'đ'), 1U) << charset_name(charset);
    EXPECT_EQ(letters.count(U'Đ'), 1U) << charset_name(charset);
  }
}

TEST(LegacyLetters, StandWhereTheirStandardsHaveThem) {
  EXPECT_EQ(legacy_letters(Charset::tcvn3)->single(0xB6), U'ả');
  EXPECT_EQ(legacy_letters(Charset::tcvn3)->single(0xAE), U'đ');
  EXPECT_EQ(legacy_letters(Charset::tcvn3)->single(0xA7), U'Đ');
  EXPECT_EQ(legacy_letters(Charset::tcvn3)->single(0x93), U'“') << "a sign of Windows";
  EXPECT_EQ(legacy_letters(Charset::tcvn5712)->single(0x01), U'Ú');
  EXPECT_EQ(legacy_letters(Charset::vni)->pair('a', 0xF9), U'á');
  EXPECT_EQ(legacy_letters(Charset::vni)->pair(0xF6, 0xEF), U'ự');
  EXPECT_EQ(legacy_letters(Charset::vni)->single(0xF1), U'đ');
  EXPECT_EQ(legacy_letters(Charset::vps)->single(0xC7), U'đ');
  EXPECT_EQ(legacy_letters(Charset::viscii)->single(0xF0), U'đ');
  EXPECT_EQ(legacy_letters(Charset::viscii)->single(0xD5), U'ạ');
  EXPECT_EQ(legacy_letters(Charset::bkhcm1)->single(0xBD), U'đ');
  EXPECT_EQ(legacy_letters(Charset::bkhcm1)->single(0x7E), U'Ấ') << "the place of a sign of ASCII";
  EXPECT_EQ(legacy_letters(Charset::bkhcm2)->single(0xE0), U'đ');
  EXPECT_EQ(legacy_letters(Charset::bkhcm2)->pair(0xFA, 0xE5), U'ợ');
}

TEST(LegacyLetters, AreNoneOfUnicode) {
  EXPECT_EQ(legacy_letters(Charset::utf8), nullptr);
  EXPECT_EQ(legacy_letters(Charset::windows1258), nullptr);
}

}  // namespace
}  // namespace timbao
