// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/table.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(Table, AlignsTheFirstColumnToTheLeftAndTheOthersToTheRight) {
  EXPECT_EQ(table_lines({{"", "held", "1"}, {"đảng bộ", "3"}, {"xã", "340", "12"}}),
            (std::vector<std::string>{"         held   1", "đảng bộ     3", "xã        340  12"}));
  EXPECT_TRUE(table_lines({}).empty());
}

TEST(Table, NeverCutsAText) {
  EXPECT_EQ(right_aligned("đảng", 2), "đảng");
  EXPECT_EQ(left_aligned("đảng", 6), "đảng  ");
  EXPECT_EQ(counted_articles_text(1) + counted_articles_text(0), "1 article0 articles");
}

}  // namespace
}  // namespace timbao
