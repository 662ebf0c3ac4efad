// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/copy_row.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

using Cells = std::vector<std::string>;

TEST(CopyRow, HasTheCellsBetweenTabs) {
  EXPECT_EQ(copy_row("1\tĐê điều\t\t2021-03-12 08:30:00+07"), (Cells{"1", "Đê điều", "", "2021-03-12 08:30:00+07"}));
  EXPECT_EQ(copy_row("1\t"), (Cells{"1", ""}));
  EXPECT_EQ(copy_row(""), Cells{""});
}

TEST(CopyRow, ReadsEscapes) {
  EXPECT_EQ(copy_row(R"(\N	\\N	một\nhai\tba\r	C:\\tin	\x\101\60z	\)"),
            (Cells{"", "\\N", "một\nhai\tba\r", "C:\\tin", "xA0z", ""}));
}

}  // namespace
}  // namespace timbao
