// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: numbers, sizes and names of choices are read whole, or refused with a line that says what is right.
#include "common/base/cli_values.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "common/base/error.h"

namespace timbao {
namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();

std::string refusal(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_EQ(error.hint(), "see --help");
    return error.message();
  }
  return "accepted";
}

TEST(ParseNumber, TakesWholeNumbersInItsRange) {
  EXPECT_EQ(parse_number({"jobs", "1"}, 1, 64), 1U);
  EXPECT_EQ(parse_number({"jobs", "64"}, 1, 64), 64U);
  EXPECT_EQ(parse_number({"jobs", "007"}, 1, 64), 7U);
  EXPECT_EQ(parse_number({"limit", "18446744073709551615"}, 0, kMost), kMost);
}

TEST(ParseNumber, RefusesEverythingElse) {
  for (const std::string text :
       {"", " 1", "1 ", "-3", "+3", "0", "65", "1.5", "1e1", "0x1", "ba", "18446744073709551616", "٣"}) {
    EXPECT_EQ(refusal([&] {
                parse_number({"jobs", text}, 1, 64);
              }),
              "--jobs takes a whole number from 1 to 64, not '" + text + "'");
  }
}

TEST(ParseNumber, NamesOnlyTheEndsThatMatter) {
  EXPECT_EQ(refusal([] { parse_number({"offset", "x"}, 0, kMost); }), "--offset takes a whole number, not 'x'");
  EXPECT_EQ(refusal([] {
              parse_number({"jobs", "0"}, 1, kMost);
            }),
            "--jobs takes a whole number of at least 1, not '0'");
}

TEST(ParseSize, ReadsPowersOf1024) {
  EXPECT_EQ(parse_size({"memory", "0"}), 0U);
  EXPECT_EQ(parse_size({"memory", "65536"}), 65'536U);
  EXPECT_EQ(parse_size({"memory", "64K"}), 65'536U);
  EXPECT_EQ(parse_size({"memory", "256M"}), 268'435'456U);
  EXPECT_EQ(parse_size({"memory", "1G"}), 1'073'741'824U);
}

TEST(ParseSize, RefusesEverythingElse) {
  for (const std::string text : {"", "M", "-1M", "1.5G", "64 K", "64KB", "64Ki", "1T", "18446744073709551615K",
                                 "17179869184G", "99999999999999999999"}) {
    EXPECT_EQ(refusal([&] {
                parse_size({"memory", text});
              }),
              "--memory takes a size such as 65536, 64K, 256M or 1G, not '" + text + "'");
  }
}

TEST(ParseSize, NamesTheRangeOfSizesThatAnOptionTakes) {
  const SizeRange range{1U << 10U, 64U << 20U, "64M"};
  EXPECT_EQ(parse_size({"memory", "1K"}, range), 1024U);
  EXPECT_EQ(parse_size({"memory", "64M"}, range), 64U << 20U);
  for (const std::string text : {"0", "1023", "65M"}) {
    EXPECT_EQ(refusal([&] {
                parse_size({"memory", text}, range);
              }),
              "--memory takes a size from 1024 bytes to 64M, not '" + text + "'");
  }
}

enum class Colour : std::uint8_t { red, green, blue };
constexpr std::array<NamedValue<Colour>, 3> kColours{
    {{Colour::red, "red"}, {Colour::green, "green", "as grass"}, {Colour::blue, "blue"}}};
constexpr std::array<NamedValue<Colour>, 2> kTwoColours{{{Colour::red, "red"}, {Colour::green, "green"}}};
constexpr std::array<NamedValue<Colour>, 1> kOneColour{{{Colour::red, "red"}}};

TEST(ParseChoice, ReturnsTheValueThatHasTheName) {
  EXPECT_EQ(parse_choice({"colour", "red"}, kColours), Colour::red);
  EXPECT_EQ(parse_choice({"colour", "blue"}, kColours), Colour::blue);
}

TEST(ParseChoice, NamesAllChoicesWhenNoneIsMeant) {
  for (const std::string text : {"", "gr", "RED", "yellow"}) {
    EXPECT_EQ(refusal([&] {
                parse_choice({"colour", text}, kColours);
              }),
              "--colour takes red, green or blue, not '" + text + "'");
  }
  EXPECT_EQ(refusal([] { parse_choice({"two", "x"}, kTwoColours); }), "--two takes red or green, not 'x'");
  EXPECT_EQ(refusal([] { parse_choice({"only", "x"}, kOneColour); }), "--only takes red, not 'x'");
}

}  // namespace
}  // namespace timbao
