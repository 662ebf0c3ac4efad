// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/page_names.h"

#include <gtest/gtest.h>

#include "common/index/article.h"

using namespace timbao;

namespace {

TEST(PageNames, FindsTheNamesOfBylines) {
  struct Row {
    std::string_view text, names;
  };
  constexpr Row kRows[] = {
      {"An Vũ", "An Vũ"},
      {"Theo An Vũ", "An Vũ"},
      {"An Vũ (tổng hợp)", "An Vũ"},
      {"An Vũ (Theo Reuters)", "An Vũ"},
      {"Tác giả: An Vũ", "An Vũ"},
      {"Bài, ảnh: An Vũ - Hà Chi", "An Vũ, Hà Chi"},
      {"AN VŨ - 07/03/2026 08:47", "AN VŨ"},
      {"An Vũ | 31/01/2018", "An Vũ"},
      {"Tỳ kheo An Vũ dịch", "Tỳ kheo An Vũ"},
      {"An Vũ trích dịch", "An Vũ"},
      {"Theo An Vũ/Báo Làng", "An Vũ"},
      {"An Vũ/TTXVN", "An Vũ"},
      {"An Vũ, phóng viên báo Làng", "An Vũ"},
      {"An Vũ, Đỗ Chi", "An Vũ, Đỗ Chi"},
      {"Viết bởi An Vũ", "An Vũ"},
      {"Được viết bởi: An Vũ", "An Vũ"},
      {"07/03/2026 08:47 - An Vũ", "An Vũ"},
      {"07/03/2026 08:47 - Thu An", "Thu An"},
      {"Minh Thu - 07/03/2026 08:47", "Minh Thu"},
      {"A.V.", "A.V."},
      {"T.Đ.N", "T.Đ.N"},
      {"Ảnh: An Vũ", ""},
      {"Theo tính toán, đường sẽ dài hai cây số.", ""},
      {"Theo tính toán, đường sẽ dài", ""},
      {"Làng họp bàn về đường", ""},
      {"Nguồn:", ""},
      {"31/01/2018", ""},
      {"", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(join_names(byline_names(row.text)), row.names) << row.text;
}

TEST(PageNames, FindsTheDateInside) {
  EXPECT_EQ(date_inside("An Vũ - 07/03/2026 08:47 | Thời sự"), "07/03/2026 08:47");
  EXPECT_EQ(date_inside("28-07-2018 - 00:35 AM"), "28-07-2018 - 00:35 AM");
  EXPECT_EQ(date_inside("Thứ sáu, 26/5/2023, 09:00 (GMT+7)"), "Thứ sáu, 26/5/2023, 09:00 (GMT+7)");
  EXPECT_EQ(date_inside("Làng họp [03/02/2004 14:30]"), "03/02/2004 14:30");
  EXPECT_EQ(date_inside("Thứ Bảy 03/02/2004 (GMT+7)"), "Thứ Bảy 03/02/2004 (GMT+7)");
  EXPECT_EQ(date_inside("5 tháng 6 2023"), "5 tháng 6 2023");
  EXPECT_EQ(date_inside("Thu, 26 Oct 2020 22:21:00 +0700"), "Thu, 26 Oct 2020 22:21:00 +0700");
  EXPECT_EQ(date_inside("An Vũ"), "");
  EXPECT_EQ(date_inside("11:45 | 29/09"), "");
  EXPECT_EQ(date_inside(""), "");
}

TEST(PageNames, CutsDatesOffTitles) {
  EXPECT_EQ(without_date("Làng họp [03/02/2004 14:30]"), "Làng họp");
  EXPECT_EQ(without_date("Làng họp (03/02/2004)"), "Làng họp");
  EXPECT_EQ(without_date("03/02/2004"), "");
  EXPECT_EQ(without_date("03/02/2004 Làng họp"), "03/02/2004 Làng họp");
  EXPECT_EQ(without_date("Làng họp"), "Làng họp");
}

TEST(PageNames, SplitsTitlesAtSeparators) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(parts_of_title("Làng họp - Xã hội | Báo Làng"), (Parts{"Làng họp", "Xã hội", "Báo Làng"}));
  EXPECT_EQ(parts_of_title("Báo Làng » Lưu trữ » Làng họp"), (Parts{"Báo Làng", "Lưu trữ", "Làng họp"}));
  EXPECT_EQ(parts_of_title("Hà Nội-Huế"), Parts{"Hà Nội-Huế"});
  EXPECT_EQ(parts_of_title(" | "), Parts{});
  EXPECT_EQ(parts_of_title(""), Parts{});
}

TEST(PageNames, KnowsTitlesAgain) {
  EXPECT_TRUE(are_one_title("Làng họp bàn đường", "LÀNG HỌP BÀN ĐƯỜNG"));
  EXPECT_TRUE(are_one_title("Làng họp bàn đường mới", "Làng họp bàn đường mới - Báo Làng"));
  EXPECT_FALSE(are_one_title("Làng họp", "Làng họp bàn đường mới qua sông"));
  EXPECT_FALSE(are_one_title("", ""));
}

TEST(PageNames, CutsTheSiteOffTitles) {
  EXPECT_EQ(without_site("Làng họp bàn đường | Báo Làng", "Báo Làng"), "Làng họp bàn đường");
  EXPECT_EQ(without_site("Làng họp bàn đường - Báo Xã", "Báo Làng"), "Làng họp bàn đường - Báo Xã");
  EXPECT_EQ(without_site("Làng họp bàn đường - Báo Làng", ""), "Làng họp bàn đường");
  EXPECT_EQ(without_site("Làng họp - bàn về đường mới", ""), "Làng họp - bàn về đường mới");
}

TEST(PageNames, KnowsSitesFromWriters) {
  for (const std::string_view name :
       {"Báo Làng", "baolang", "https://facebook.com/x", "baolang.vn", "Admin", "a@b.vn", ""})
    EXPECT_TRUE(is_site_name(name, "Báo Làng")) << name;
  for (const std::string_view name : {"An Vũ", "Báo Chí"}) EXPECT_FALSE(is_site_name(name, "Báo Làng")) << name;
}

}  // namespace
