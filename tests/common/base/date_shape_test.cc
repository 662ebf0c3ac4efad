// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/date_shape.h"

#include <gtest/gtest.h>

#include <vector>

namespace timbao {
namespace {

struct Case {
  std::string_view shape;
  std::string_view text;
  std::optional<std::size_t> length;
};

TEST(DateShape, MatchesTheStartOfAText) {
  const std::vector<Case> cases = {
      {"D/M/Y", "31/1/2018, 08:01", 9},
      {"D/M/Y", "31/01/2018", 10},
      {"D/M/Y", "31/01/20189", 10},  // what follows is the caller's business
      {"D/M/Y", "99/99/9999", 10},   // and so is the calendar
      {"D/M/Y", "31/01/18", {}},
      {"D/M/Y", "131/01/2018", {}},
      {"D/M/Y", "", {}},
      {"Y", "2018", 4},
      {"Y", "218", {}},
      {"H:N", "8:05", 4},
      {"H:N", "8:5", {}},
      {"HhN", "8h05", 4},
      {"D t M n Y", "1 tháng  2\u00A0năm 2018", std::string_view("1 tháng  2\u00A0năm 2018").size()},
      {"D t M n Y", "1 THÁNG 2 NĂM 2018", std::string_view("1 THÁNG 2 NĂM 2018").size()},
      {"D t M n Y", "1 tháng2 năm 2018", {}},
      {"", "anything", 0},
  };
  for (const Case& one : cases) {
    DateParts parts;
    EXPECT_EQ(match_date_shape(one.shape, one.text, parts), one.length) << one.shape << " in " << one.text;
  }
}

TEST(DateShape, FillsOnlyThePartsOfTheShape) {
  DateParts parts;
  parts.hour = 8;
  ASSERT_TRUE(match_date_shape("D.M.Y", "3.12.2018", parts));
  EXPECT_EQ(parts.day, 3);
  EXPECT_EQ(parts.month, 12);
  EXPECT_EQ(parts.year, 2018);
  EXPECT_EQ(parts.hour, 8);
  ASSERT_TRUE(match_date_shape("H:N:S", "23:04:05", parts));
  EXPECT_EQ(parts.hour, 23);
  EXPECT_EQ(parts.minute, 4);
  EXPECT_EQ(parts.second, 5);
}

}  // namespace
}  // namespace timbao
