// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <vector>

#include "common/base/day.h"

namespace timbao {
namespace {

std::string read(std::string_view text) {
  const std::optional<std::int64_t> seconds = parse_timestamp(text);
  return seconds ? format_timestamp(*seconds) : "none";
}

struct Case {
  std::string_view text;
  std::string_view moment;
};

TEST(Timestamp, ReadsEveryShapeOfADate) {
  for (const std::string_view text : {"2018-01-31",
                                      "2018-1-31",
                                      "2018/01/31",
                                      "31/01/2018",
                                      "31/1/2018",
                                      "31-01-2018",
                                      "31-1-2018",
                                      "31.1.2018",
                                      "31.01.2018",
                                      "ngày 31 tháng 1 năm 2018",
                                      "Ngày 31 tháng 01 năm 2018",
                                      "NGÀY 31 THÁNG 1 NĂM 2018",
                                      "nga\u0300y 31 tha\u0301ng 1 na\u0306m 2018",
                                      "ngay 31 thang 1 nam 2018",
                                      "31 tháng 1, 2018",
                                      "31\u00A0tháng  1 năm 2018",
                                      "Thứ tư, 31/01/2018",
                                      "31/01/2018.",
                                      "(31/01/2018)",
                                      "Cập nhật: 31/1/2018",
                                      "31/02/2018 31/01/2018"}) {
    EXPECT_EQ(read(text), "2018-01-31T00:00:00+07:00") << text;
  }
}

TEST(Timestamp, ReadsATimeBeforeOrAfterTheDate) {
  for (const std::string_view text :
       {"2018-01-31T08:01:00+07:00", "2018-01-31T08:01", "2018-01-31 08:01", "2018-01-31T08:01:00",
        "08:01 | 31/01/2018", "08:01|31/01/2018", "31/01/2018 08:01", "31/01/2018 - 8h01", "31/01/2018 8:01",
        "31/1/2018, 08:01 (GMT+7)", "8h01, ngày 31 tháng 1 năm 2018", "08:01 - 31/01/2018", "08:01 -31/01/2018"}) {
    EXPECT_EQ(read(text), "2018-01-31T08:01:00+07:00") << text;
  }
}

TEST(Timestamp, TakesVietnamsTimeUnlessAZoneIsGiven) {
  const std::vector<Case> cases = {
      {"Thứ hai, 5/6/2017, 10:12 (GMT+7)", "2017-06-05T10:12:00+07:00"},
      {"2018-01-31T08:01:02Z", "2018-01-31T15:01:02+07:00"},
      {"2018-01-31T08:01:02.345Z", "2018-01-31T15:01:02+07:00"},
      {"2018-01-31T08:01:02.345+07:00", "2018-01-31T08:01:02+07:00"},
      {"2018-01-31T08:01:02+0000", "2018-01-31T15:01:02+07:00"},
      {"2018-01-31T23:01:02-05:00", "2018-02-01T11:01:02+07:00"},
      {"2018-01-31T23:01:02-0530", "2018-02-01T11:31:02+07:00"},
      {"2018-01-01T00:30+09", "2017-12-31T22:30:00+07:00"},
      {"2018-01-31 08:01 +07:00", "2018-01-31T08:01:00+07:00"},
      {"31/1/2018 08:01 GMT", "2018-01-31T15:01:00+07:00"},
      {"31/1/2018 08:01 UTC +9", "2018-01-31T06:01:00+07:00"},
      {"08:01 (GMT+7) 31/1/2018", "2018-01-31T08:01:00+07:00"},
      {"2018-12-31T23:59:60+07:00", "2019-01-01T00:00:00+07:00"},
      {"2018-01-31T08:01:00+25:00", "2018-01-31T08:01:00+07:00"},  // no such zone
      {"08:01 -05/06/2017", "2017-06-05T08:01:00+07:00"},          // no zone but a dash
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.text), one.moment) << one.text;
}

TEST(Timestamp, TakesAnImpossibleTimeAsNone) {
  for (const std::string_view text : {"31/01/2018 25:00", "31/01/2018 24:00", "31/01/2018 10:60", "31/01/2018 10:5",
                                      "31/01/2018 100:12", "31/01/2018 8h", "31/01/2018 10:12:99", "31/01/2018 :12"}) {
    EXPECT_EQ(read(text), "2018-01-31T00:00:00+07:00") << text;
  }
}

TEST(Timestamp, FindsNoDateInOtherText) {
  for (const std::string_view text : {"",
                                      "2018",
                                      "01/2018",
                                      "2018-01",
                                      "31/1/18",
                                      "31/01/18 08:01",
                                      "18-01-31",
                                      "29/02/2018",
                                      "32/1/2018",
                                      "13/13/2018",
                                      "1/31/2018",
                                      "0/1/2018",
                                      "31/01/0000",
                                      "31/01/20189",
                                      "131/01/2018",
                                      "12/5/6/2017",
                                      "5/6/2017/8",
                                      "12/5/2018/NĐ-CP",
                                      "30/2020/NĐ-CP",
                                      "31/01",
                                      "08:01",
                                      "ngày 31 tháng 1",
                                      "31 tháng 1 năm 18",
                                      "ngày 31 tháng 13 năm 2018",
                                      "31//01/2018",
                                      "31/01-2018",
                                      "31 / 01 / 2018",
                                      "hôm nay",
                                      "9999-99-99"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(Timestamp, StaysWithinTheCalendar) {
  EXPECT_EQ(read("0001-01-01T00:00:00+07:00"), "0001-01-01T00:00:00+07:00");
  EXPECT_EQ(read("0001-01-01T00:00:00+14:00"), "none");
  EXPECT_EQ(read("9999-12-31T23:59:59+07:00"), "9999-12-31T23:59:59+07:00");
  EXPECT_EQ(read("9999-12-31T23:59:59Z"), "none");
}

TEST(Timestamp, ReadsEveryMomentThatItPrints) {
  const std::int64_t first = *parse_timestamp("0001-01-01");
  const std::int64_t last = *parse_timestamp("9999-12-31 23:59:59");
  for (std::int64_t seconds = first; seconds <= last; seconds += 31'536'001) {
    EXPECT_EQ(parse_timestamp(format_timestamp(seconds)), seconds);
  }
}

}  // namespace
}  // namespace timbao
