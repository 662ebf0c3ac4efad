// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/shown_id.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(ShownId, IsTheIdWhereItIsShortAndHarmless) {
  EXPECT_EQ(shown_id("2018/phuc-yen.txt"), "2018/phuc-yen.txt");
  EXPECT_EQ(shown_id(""), "");
}

TEST(ShownId, HoldsNoControlThatATerminalObeys) { EXPECT_EQ(shown_id("a\x1B[31m\nb"), "a [31m b"); }

TEST(ShownId, IsCutBehind200Letters) {
  std::string id;
  for (int i = 0; i < 201; ++i) id += "ả";
  const std::string whole = id.substr(0, id.size() - std::string_view("ả").size());
  EXPECT_EQ(shown_id(whole), whole);
  EXPECT_EQ(shown_id(id), whole + "…");
}

}  // namespace
}  // namespace timbao
