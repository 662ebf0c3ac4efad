// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a day, week, month, year or range is read as the days that it covers, and nothing else is read.
#include <gtest/gtest.h>

#include <vector>

#include "common/base/day.h"
#include "common/base/day_range.h"
#include "common/base/timestamp.h"

namespace timbao {
namespace {

constexpr Day kToday{2018, 2, 3};

// "2018-01-01..2018-01-31", or "none".
std::string covered(std::string_view text) {
  const std::optional<DayRange> range = parse_day_range(text, kToday);
  return range ? format_day(range->first) + ".." + format_day(range->last) : "none";
}

struct Case {
  std::string_view text;
  std::string_view days;
};

TEST(DayRange, ReadsADayAMonthAYearAndRanges) {
  const std::vector<Case> cases = {
      {"2018", "2018-01-01..2018-12-31"},
      {"2018-01", "2018-01-01..2018-01-31"},
      {"2018-1", "2018-01-01..2018-01-31"},
      {"01/2018", "2018-01-01..2018-01-31"},
      {"1/2018", "2018-01-01..2018-01-31"},
      {"2/2016", "2016-02-01..2016-02-29"},
      {"2/2018", "2018-02-01..2018-02-28"},
      {"31/01/2018", "2018-01-31..2018-01-31"},
      {"31-1-2018", "2018-01-31..2018-01-31"},
      {"2018-01-31", "2018-01-31..2018-01-31"},
      {"5/6/2017", "2017-06-05..2017-06-05"},  // day first
      {"2017-12..31/01/2018", "2017-12-01..2018-01-31"},
      {"2016..2017", "2016-01-01..2017-12-31"},
      {"2018..2018", "2018-01-01..2018-12-31"},
      {"..2018", "0001-01-01..2018-12-31"},
      {"2018..", "2018-01-01..9999-12-31"},
      {" 2018 ", "2018-01-01..2018-12-31"},
      {"2017 .. 2018", "2017-01-01..2018-12-31"},
      {"năm 2018", "2018-01-01..2018-12-31"},
      {"2018/01", "2018-01-01..2018-01-31"},
      {"01-2018", "2018-01-01..2018-01-31"},
      {"1.2018", "2018-01-01..2018-01-31"},
      {"tháng 1 năm 2018", "2018-01-01..2018-01-31"},
      {"Tháng 1/2018", "2018-01-01..2018-01-31"},
      {"thang gieng, 2018", "2018-01-01..2018-01-31"},
      {"Jan 2018", "2018-01-01..2018-01-31"},
      {"2018-W05", "2018-01-29..2018-02-04"},
      {"2021/04/10", "2021-04-10..2021-04-10"},
      {"20210410", "2021-04-10..2021-04-10"},
      {"10.4.2021", "2021-04-10..2021-04-10"},
      {"10.4.2021..12.4.2021", "2021-04-10..2021-04-12"},
      {"2021-100", "2021-04-10..2021-04-10"},
      {"ngày 10 tháng 4 năm 2021", "2021-04-10..2021-04-10"},
      {"2021-04-10T20:00:00Z", "2021-04-11..2021-04-11"},  // the day in Viet Nam
      {"1517360460", "2018-01-31..2018-01-31"},
      {"1500", "1500-01-01..1500-12-31"},
      {"5/5/1500", "1500-05-05..1500-05-05"},
      {"0001", "0001-01-01..0001-12-31"},
      {"0001..9999", "0001-01-01..9999-12-31"},
      {"7d", "2018-01-28..2018-02-03"},
      {"1d", "2018-02-03..2018-02-03"},
      {"9999999d", "0001-01-01..2018-02-03"},
  };
  for (const Case& one : cases) EXPECT_EQ(covered(one.text), one.days) << one.text;
}

TEST(DayRange, RefusesWhatNoCalendarHasAndOtherShapes) {
  for (const std::string_view text : {"",
                                      " ",
                                      "..",
                                      "...",
                                      "0000",
                                      "18",
                                      "1/1/18",
                                      "218",
                                      "20180",
                                      "2018-13",
                                      "2018-00",
                                      "0/2018",
                                      "29/2/2018",
                                      "31/04/2018",
                                      "00/01/2018",
                                      "2018-",
                                      "-2018",
                                      "2018-01-",
                                      "31/1",
                                      "hôm",
                                      "30/02/2021",
                                      "2018-W54",
                                      "2018-W00",
                                      "2018-W5",
                                      "201801",
                                      "tháng 13 năm 2018",
                                      "31/01/2018 25:00",
                                      "31/01/2018 họp",
                                      "2018..2017",
                                      "2018..x",
                                      "x..2018",
                                      "2018...2019",
                                      "2017..2018..2019",
                                      "7d..",
                                      "0d",
                                      "-7d",
                                      "d",
                                      "+7d",
                                      "7 d",
                                      "7D",
                                      "10000000d",
                                      "99999999999999999999d"}) {
    EXPECT_EQ(covered(text), "none") << text;
  }
}

TEST(DayRange, WithAnOpenEndCoversEveryDayThatAnArticleMayHave) {
  for (const std::string_view moment : {"1860-01-01", "2100-12-31T23:59:59", "31/01/2018"}) {
    const Day day = day_at(*parse_timestamp(moment));
    for (const std::string_view text : {"..2100", "1860..", "0001..9999", "1860..2100"}) {
      const std::optional<DayRange> range = parse_day_range(text, kToday);
      ASSERT_TRUE(range) << text;
      EXPECT_FALSE(day < range->first || range->last < day) << moment << " in " << text;
    }
  }
}

TEST(DayRange, CoversADayThatWasPrinted) {
  for (std::int64_t days = -719'162; days <= 2'932'896; days += 997) {
    const Day day = day_from_epoch(days);
    const std::string text = format_day(day);
    EXPECT_EQ(covered(text), text + ".." + text);
  }
}

}  // namespace
}  // namespace timbao
