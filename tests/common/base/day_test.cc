// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: days are those of the Gregorian calendar in Viet Nam, and counting them goes there and back.
#include "common/base/day.h"

#include <gtest/gtest.h>

#include <limits>
#include <utility>
#include <vector>

namespace timbao {
namespace {

TEST(Day, KnowsTheCalendar) {
  for (const Day& day : {Day{2018, 1, 31}, Day{2016, 2, 29}, Day{2000, 2, 29}, Day{1, 1, 1}, Day{9999, 12, 31}}) {
    EXPECT_TRUE(is_valid(day)) << format_day(day);
  }
  for (const Day& day : {Day{2018, 2, 29}, Day{1900, 2, 29}, Day{2018, 4, 31}, Day{2018, 13, 1}, Day{2018, 0, 1},
                         Day{2018, 1, 0}, Day{2018, 1, 32}, Day{0, 1, 1}, Day{10'000, 1, 1}, Day{2018, -1, 1}}) {
    EXPECT_FALSE(is_valid(day)) << day.year << ' ' << day.month << ' ' << day.day;
  }
}

TEST(Day, CountsFromTheEpoch) {
  const std::vector<std::pair<Day, std::int64_t>> cases = {
      {{1970, 1, 1}, 0},       {{1969, 12, 31}, -1},   {{1970, 12, 31}, 364}, {{2000, 2, 29}, 11'016},
      {{2018, 1, 31}, 17'562}, {{1945, 9, 2}, -8'887}, {{1, 1, 1}, -719'162}, {{9999, 12, 31}, 2'932'896},
  };
  for (const auto& [day, days] : cases) {
    EXPECT_EQ(days_from_epoch(day), days) << format_day(day);
    EXPECT_EQ(day_from_epoch(days), day) << format_day(day);
  }
}

// Every day of the calendar: the next number is the next day, and both ways agree.
TEST(Day, GoesThereAndBackOverTheWholeCalendar) {
  Day before = day_from_epoch(-719'162);
  for (std::int64_t days = -719'161; days <= 2'932'896; ++days) {
    const Day day = day_from_epoch(days);
    ASSERT_TRUE(is_valid(day)) << days;
    ASSERT_EQ(days_from_epoch(day), days);
    ASSERT_TRUE(before < day) << days;
    before = day;
  }
  EXPECT_EQ(before, (Day{9999, 12, 31}));
}

TEST(Day, StaysWithinTheCalendar) {
  EXPECT_EQ(day_from_epoch(std::numeric_limits<std::int64_t>::min()), (Day{1, 1, 1}));
  EXPECT_EQ(day_from_epoch(std::numeric_limits<std::int64_t>::max()), (Day{9999, 12, 31}));
  EXPECT_EQ(format_timestamp(std::numeric_limits<std::int64_t>::max()).substr(0, 11), "9999-12-31T");
  EXPECT_EQ(format_timestamp(std::numeric_limits<std::int64_t>::min()).substr(0, 11), "0001-01-01T");
}

TEST(Day, BeginsAtMidnightInVietnam) {
  EXPECT_EQ(day_at(1'517'331'600), (Day{2018, 1, 31}));  // 2018-01-30T17:00:00Z
  EXPECT_EQ(day_at(1'517'331'599), (Day{2018, 1, 30}));
  EXPECT_EQ(day_at(-25'200), (Day{1970, 1, 1}));
  EXPECT_EQ(day_at(-25'201), (Day{1969, 12, 31}));
}

TEST(Day, ComparesByYearThenMonthThenDay) {
  EXPECT_LT((Day{2017, 12, 31}), (Day{2018, 1, 1}));
  EXPECT_LT((Day{2018, 1, 31}), (Day{2018, 2, 1}));
  EXPECT_LT((Day{2018, 2, 1}), (Day{2018, 2, 2}));
  EXPECT_FALSE((Day{2018, 2, 1}) < (Day{2018, 2, 1}));
}

TEST(Day, PrintsWithItsZeros) {
  EXPECT_EQ(format_day({2018, 1, 3}), "2018-01-03");
  EXPECT_EQ(format_day({938, 11, 12}), "0938-11-12");
  EXPECT_EQ(format_timestamp(1'517'360'460), "2018-01-31T08:01:00+07:00");
  EXPECT_EQ(format_timestamp(0), "1970-01-01T07:00:00+07:00");
  EXPECT_EQ(format_timestamp(-1), "1970-01-01T06:59:59+07:00");
}

}  // namespace
}  // namespace timbao
