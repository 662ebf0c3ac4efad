// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/named_values.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace timbao {
namespace {

enum class Colour : std::uint8_t { none, red, green };

constexpr std::array<NamedValue<Colour>, 3> kAll{
    {{Colour::none, "none"}, {Colour::red, "red"}, {Colour::green, "green", "as grass"}}};
constexpr std::array<NamedValue<Colour>, 2> kFromRed{{{Colour::red, "red"}, {Colour::green, "green"}}};
constexpr std::array<NamedValue<Colour>, 2> kLastIsMissing{{{Colour::none, "none"}, {Colour::red, "red"}}};
constexpr std::array<NamedValue<Colour>, 2> kMiddleIsMissing{{{Colour::none, "none"}, {Colour::green, "green"}}};
constexpr std::array<NamedValue<Colour>, 3> kOutOfOrder{
    {{Colour::none, "none"}, {Colour::green, "green"}, {Colour::red, "red"}}};

TEST(NamedValues, AreKnownToBeCompleteWhenTheProgramIsCompiled) {
  static_assert(is_listed<Colour::green>());
  static_assert(!is_listed<static_cast<Colour>(3)>());
  static_assert(covers_every_value<kAll>());
  static_assert(covers_every_value<kFromRed, Colour::red>());
  static_assert(!covers_every_value<kFromRed>());
  static_assert(!covers_every_value<kLastIsMissing>());
  static_assert(!covers_every_value<kMiddleIsMissing>());
  static_assert(!covers_every_value<kOutOfOrder>());
}

TEST(NamedValues, AreFoundByValueAndByName) {
  EXPECT_EQ(row_of_value(kAll, Colour::green).name, "green");
  EXPECT_EQ(row_of_value(kAll, Colour::green).help, "as grass");
  EXPECT_EQ(row_of_value(kFromRed, Colour::red).name, "red");
  EXPECT_EQ(value_named(kAll, "red"), Colour::red);
  for (const char* name : {"", "Red", "gre", "greens"}) EXPECT_EQ(value_named(kAll, name), std::nullopt) << name;
}

}  // namespace
}  // namespace timbao
