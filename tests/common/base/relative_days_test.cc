// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/relative_days.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace timbao {
namespace {

std::string days_of(std::string_view name, const Day& today) {
  const std::optional<DayRange> days = relative_days(*date_line(name), today);
  return days ? format_day(days->first) + ".." + format_day(days->last) : "none";
}

struct Case {
  std::string_view name;
  Day today;
  std::string_view days;
};

TEST(RelativeDays, CountsAcrossMonthsAndYears) {
  for (const Case& c : {
           Case{"hôm qua", {2018, 1, 1}, "2017-12-31..2017-12-31"},
           Case{"hôm qua", {2016, 3, 1}, "2016-02-29..2016-02-29"},
           Case{"tuần này", {2018, 2, 4}, "2018-01-29..2018-02-04"},
           Case{"tuần này", {2018, 2, 5}, "2018-02-05..2018-02-11"},
           Case{"tuần trước", {2018, 1, 1}, "2017-12-25..2017-12-31"},
           Case{"tháng trước", {2018, 1, 31}, "2017-12-01..2017-12-31"},
           Case{"tháng trước", {2016, 3, 31}, "2016-02-01..2016-02-29"},
           Case{"quý trước", {2018, 3, 31}, "2017-10-01..2017-12-31"},
           Case{"quý này", {2018, 12, 31}, "2018-10-01..2018-12-31"},
           Case{"năm ngoái", {2017, 6, 1}, "2016-01-01..2016-12-31"},
           Case{"tuần trước", {1960, 1, 6}, "1959-12-28..1960-01-03"},
       })
    EXPECT_EQ(days_of(c.name, c.today), c.days) << c.name;
}

TEST(RelativeDays, IsNoNameWithOtherWordsOrMarks) {
  for (const std::string_view text : {"hôm", "hôm này", "tuần trước đó", "họp hôm nay", "tuân này", "2018"})
    EXPECT_EQ(days_of(text, {2018, 2, 3}), "none") << text;
}

TEST(RelativeDays, StaysInTheCalendar) {
  for (const std::string_view name : {"hôm qua", "tuần trước", "tháng trước", "quý trước", "năm kia"}) {
    const std::optional<DayRange> days = relative_days(*date_line(name), {1, 1, 1});
    ASSERT_TRUE(days) << name;
    EXPECT_TRUE(is_valid(days->first) && is_valid(days->last)) << name;
    EXPECT_FALSE(days->last < days->first) << name;
  }
}

}  // namespace
}  // namespace timbao
