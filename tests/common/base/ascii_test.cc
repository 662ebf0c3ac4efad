// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: each question about a byte is answered as the C locale answers it, for every value that a byte can have; and
// no question reads behind the end of a text.
#include "common/base/ascii.h"

#include <gtest/gtest.h>

#include <cctype>
#include <locale>

namespace timbao {
namespace {

TEST(Ascii, SaysOfEveryByteWhatTheCLocaleSays) {
  const std::locale& c = std::locale::classic();
  for (int value = 0; value < 256; ++value) {
    const auto byte = static_cast<char>(value);
    EXPECT_EQ(is_ascii(byte), value < 128) << value;
    EXPECT_EQ(is_ascii_digit(byte), std::isdigit(byte, c)) << value;
    EXPECT_EQ(is_ascii_letter(byte), std::isalpha(byte, c)) << value;
    EXPECT_EQ(is_ascii_small_letter(byte), std::islower(byte, c)) << value;
    EXPECT_EQ(is_ascii_letter_or_digit(byte), std::isalnum(byte, c)) << value;
    EXPECT_EQ(is_ascii_hex_digit(byte), std::isxdigit(byte, c)) << value;
    EXPECT_EQ(to_ascii_lower(byte), std::tolower(byte, c)) << value;
  }
}

TEST(Ascii, FindsNothingBehindTheEnd) {
  for (const std::size_t at : {std::size_t{2}, std::size_t{3}, std::string_view::npos}) {
    EXPECT_EQ(byte_at("12", at), '\0');
    EXPECT_FALSE(is_digit_at("12", at));
    EXPECT_EQ(end_of_digits("12", at), at);
  }
}

TEST(Ascii, FindsWhereDigitsEnd) {
  EXPECT_EQ(end_of_digits("31/1", 0), 2U);
  EXPECT_EQ(end_of_digits("31/1", 2), 2U);
  EXPECT_EQ(end_of_digits("31/1", 3), 4U);
  EXPECT_TRUE(is_digits("2018"));
  EXPECT_TRUE(is_digits(""));
  EXPECT_FALSE(is_digits("20,18"));
  EXPECT_FALSE(is_digits("２０"));
}

TEST(Ascii, ComparesTheBeginningAndTheEndOfATextThatMayBeShorter) {
  EXPECT_TRUE(starts_with("https://a.vn", "https://"));
  EXPECT_TRUE(starts_with("a", ""));
  EXPECT_FALSE(starts_with("http", "https"));
  EXPECT_TRUE(ends_with("postlist.glass", ".glass"));
  EXPECT_TRUE(ends_with("", ""));
  EXPECT_FALSE(ends_with("glass", ".glass"));
}

}  // namespace
}  // namespace timbao
