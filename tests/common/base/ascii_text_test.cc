// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/ascii_text.h"

#include <gtest/gtest.h>

namespace timbao::test {
namespace {

TEST(AsciiText, IsSmallLettersAndLeavesOtherBytes) {
  EXPECT_EQ(ascii_lower(""), "");
  EXPECT_EQ(ascii_lower("Content-Type: [1] ĐÊ"), "content-type: [1] ĐÊ");
}

TEST(AsciiText, HexadecimalDigitsOfEitherCaseAreNumbers) {
  unsigned expected = 0;
  for (const char digit : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'})
    EXPECT_EQ(hex_digit_value(digit), expected++) << digit;
  expected = 10;
  for (const char digit : {'A', 'B', 'C', 'D', 'E', 'F'}) EXPECT_EQ(hex_digit_value(digit), expected++) << digit;
}

TEST(AsciiText, AnyByteIsEscapedAsInAddresses) {
  std::string text = "a";
  for (const char byte : {'\xE9', ' ', '\0', '\x7F'}) append_percent_escape(byte, text);
  EXPECT_EQ(text, "a%E9%20%00%7F");
}

}  // namespace
}  // namespace timbao::test
