// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: numbers and texts come back as they were appended, in the bytes that docs/index-format.md describes, and of
// bytes that are cut short or damaged nothing is read.
#include "common/base/varint.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace timbao {
namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t kGreatest = std::numeric_limits<std::uint64_t>::max();

struct VarintCase {
  std::uint64_t number;
  std::string_view bytes;
  std::string_view why;
};
constexpr VarintCase kCases[] = {
    {0, "\0"sv, "the least number has a byte too"},
    {127, "\x7F"sv, "the greatest of one byte"},
    {128, "\x80\x01"sv, "the least of two bytes"},
    {300, "\xAC\x02"sv, "the lowest group comes first"},
    {std::uint64_t{1} << 63U, "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"sv, "the highest bit alone"},
    {kGreatest, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"sv, "all bits"},
};

TEST(Varint, HasTheBytesOfTheFormat) {
  for (const VarintCase& c : kCases) {
    std::string bytes = "x";
    append_varint(bytes, c.number);
    EXPECT_EQ(bytes, "x" + std::string(c.bytes)) << c.why;
    std::string_view rest = c.bytes;
    EXPECT_EQ(take_varint(rest), c.number) << c.why;
    EXPECT_TRUE(rest.empty()) << c.why;
  }
}

TEST(Varint, ReadsNothingOfBytesThatEndTooEarlyAndLeavesThem) {
  for (const VarintCase& c : kCases)
    for (std::size_t length = 0; length < c.bytes.size(); ++length) {
      std::string_view rest = c.bytes.substr(0, length);
      EXPECT_EQ(take_varint(rest), std::nullopt) << c.why;
      EXPECT_EQ(rest.size(), length) << c.why;
    }
}

TEST(Varint, ReadsNothingOfMoreThan64Bits) {
  for (const std::string_view bytes :
       {"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02"sv, "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"sv}) {
    std::string_view rest = bytes;
    EXPECT_EQ(take_varint(rest), std::nullopt);
    EXPECT_EQ(rest, bytes);
  }
}

TEST(Varint, ReadsANumberInMoreBytesThanItNeeds) {
  std::string_view rest = "\x85\x80\x00x"sv;
  EXPECT_EQ(take_varint(rest), 5U);
  EXPECT_EQ(rest, "x");
}

TEST(Varint, GivesBackAnyRowOfNumbersAndTexts) {
  std::mt19937_64 random(7);
  std::vector<std::uint64_t> numbers;
  std::string bytes;
  for (int i = 0; i < 10'000; ++i) {
    numbers.push_back(random() >> (random() % 64));
    append_varint(bytes, numbers.back());
    append_sized(bytes, std::string(numbers.back() % 200, 'a'));
  }
  std::string_view rest = bytes;
  for (const std::uint64_t number : numbers) {
    ASSERT_EQ(take_varint(rest), number);
    ASSERT_EQ(take_sized(rest), std::string(number % 200, 'a'));
  }
  EXPECT_TRUE(rest.empty());
}

TEST(Varint, ReadsNoTextThatIsLongerThanWhatIsLeft) {
  for (const std::string_view bytes : {""sv, "\x03"sv,
                                       "\x03"
                                       "ab"sv,
                                       "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"
                                       "ab"sv}) {
    std::string_view rest = bytes;
    EXPECT_EQ(take_sized(rest), std::nullopt);
  }
}

}  // namespace
}  // namespace timbao
