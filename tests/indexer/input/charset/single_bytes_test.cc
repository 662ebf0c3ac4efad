// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: every byte has a character in Windows-1252, and comes back from it and from Latin-1.
#include "indexer/input/charset/single_bytes.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(SingleBytes, ComeBackFromLatin1AndFromWindows1252) {
  for (unsigned value = 0; value < 0x100; ++value) {
    const auto byte = static_cast<unsigned char>(value);
    EXPECT_EQ(single_byte(static_cast<char32_t>(value)), byte);
    EXPECT_EQ(single_byte(windows1252_character(byte)), byte);
  }
  EXPECT_EQ(windows1252_character(0x93), U'“');
  EXPECT_EQ(windows1252_character(0xE0), U'à');
}

TEST(SingleBytes, AreNoneOfOtherCharacters) {
  EXPECT_FALSE(single_byte(U'ệ').has_value());
  EXPECT_FALSE(single_byte(U'đ').has_value());
  EXPECT_FALSE(single_bytes("Việt").has_value());
  EXPECT_EQ(single_bytes("\u00E1\u00BB\u2021"), "\xE1\xBB\x87");
  EXPECT_EQ(single_bytes(""), "");
}

}  // namespace
}  // namespace timbao
