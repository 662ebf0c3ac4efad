// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/take_part.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace timbao {
namespace {

std::vector<std::string> parts_of(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (!text.empty()) parts.emplace_back(take_part(text, separator));
  return parts;
}

using Parts = std::vector<std::string>;

TEST(TakePart, TakesOnePartAfterTheOther) {
  EXPECT_EQ(parts_of("a\tb\t\tc", "\t"), (Parts{"a", "b", "", "c"}));
  EXPECT_EQ(parts_of("một\nhai\n", "\n"), (Parts{"một", "hai"}));
  EXPECT_EQ(parts_of("Huế, Đà Nẵng, ", ", "), (Parts{"Huế", "Đà Nẵng"}));
  EXPECT_EQ(parts_of("a,b", ", "), (Parts{"a,b"}));
  EXPECT_EQ(parts_of("\n", "\n"), (Parts{""}));
  EXPECT_EQ(parts_of("", "\n"), Parts{});
}

TEST(TakePart, IsEmptyOfAnEmptyText) {
  std::string_view rest;
  EXPECT_EQ(take_part(rest, " "), "");
  EXPECT_EQ(rest, "");
}

}  // namespace
}  // namespace timbao
