// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a shape matches a place of a line, fills the parts that it names and no others, and gives days of the
// calendar.
#include "common/base/date_shape.h"

#include <gtest/gtest.h>

#include <vector>

namespace timbao {
namespace {

struct Case {
  std::string_view shape;
  std::string_view text;
  std::optional<std::size_t> end;
};

TEST(DateShape, MatchesAPlaceOfALine) {
  const std::vector<Case> cases = {
      {"D/M/Y", "31/1/2018, 08:01", 9},
      {"D/M/Y", "31/01/2018", 10},
      {"D/M/Y", "31/01/20189", {}},  // a longer number
      {"D/M/Y", "99/99/9999", 10},   // the calendar is the caller's business
      {"D/M/Y", "31/01/18", {}},
      {"D/M/Y", "131/01/2018", {}},
      {"D/M/Y", "", {}},
      {"D / M / Y", "1 /2/ 2018", 10},
      {"Y", "2018", 4},
      {"Y", "218", {}},
      {"YMMDD", "20180131", 8},
      {"YMMDD", "2018131", {}},
      {"H:N", "8:05", 4},
      {"H:N", "8:5", {}},
      {"H G P", "8h5", 3},
      {"H G P F", "8 giờ 5 phút", 12},
      {"H G", "8 giò", {}},
      {"D B Y", "1 Oct 2018", 10},
      {"D tháng M năm Y", "1 tháng  2\u00A0năm 2018", 18},
      {"D tháng M năm Y", "1 THANG 2 NAM 2018", 18},
      {"D tháng M năm Y", "1 thạng 2 năm 2018", {}},
      {"D tháng M năm Y", "1 thángs 2 năm 2018", {}},
      {"", "anything", 0},
  };
  for (const Case& one : cases) {
    DateParts parts;
    EXPECT_EQ(match_date_shape(one.shape, *date_line(one.text), 0, parts), one.end) << one.shape << " in " << one.text;
  }
}

TEST(DateShape, FillsOnlyThePartsOfTheShape) {
  DateParts parts;
  parts.hour = 8;
  ASSERT_TRUE(match_date_shape("D.M.Y", *date_line("3.12.2018"), 0, parts));
  EXPECT_EQ(parts.day, 3);
  EXPECT_EQ(parts.month, 12);
  EXPECT_EQ(parts.year, 2018);
  EXPECT_EQ(parts.hour, 8);
  ASSERT_TRUE(match_date_shape("H:N:S", *date_line("23:04:05"), 0, parts));
  EXPECT_EQ(parts.hour, 23);
  EXPECT_EQ(parts.minute, 4);
  EXPECT_EQ(parts.second, 5);
}

TEST(DateShape, EveryDayHasAWeekDateAndADayOfTheYear) {
  for (std::int64_t days = days_from_epoch({1995, 1, 1}); days < days_from_epoch({2030, 1, 1}); ++days) {
    const Day day = day_from_epoch(days);
    DateParts by_year;
    by_year.year = day.year;
    by_year.day_of_year = static_cast<int>(days - days_from_epoch({day.year, 1, 1})) + 1;
    ASSERT_EQ(day_of(by_year), day);
  }
}

}  // namespace
}  // namespace timbao
