// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: each form of docs/dates.md is read as its moment, and what is not understood whole is no date.
#include <gtest/gtest.h>

#include <vector>

#include "common/base/day.h"
#include "common/base/timestamp.h"

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
                                      "2018.01.31",
                                      "20180131",
                                      "2018-031",
                                      "2018031",
                                      "2018-W05-3",
                                      "2018w053",
                                      "31/01/2018",
                                      "31/1/2018",
                                      "31-01-2018",
                                      "31.1.2018",
                                      "31. 01. 2018",
                                      "31 / 01 / 2018",
                                      "31\u00A0/\u00A001\u00A0/\u00A02018",
                                      "31\u201301\u20132018",
                                      "ngày 31 tháng 1 năm 2018",
                                      "NGÀY 31 THÁNG 1 NĂM 2018",
                                      "nga\u0300y 31 tha\u0301ng 1 na\u0306m 2018",
                                      "NGA\u0300Y 31 THA\u0301NG 1 NA\u0306M 2018",
                                      "ngay 31 thang 1 nam 2018",
                                      "31 tháng 1, 2018",
                                      "31\u00A0tháng  1 năm 2018",
                                      "31 thg 1, 2018",
                                      "31 Tháng Một, 2018",
                                      "Tháng Một 31, 2018",
                                      "31 tháng giêng năm 2018",
                                      "Wed, 31 Jan 2018",
                                      "January 31, 2018",
                                      "Jan. 31, 2018",
                                      "31-Jan-2018",
                                      "Thứ tư, 31/01/2018",
                                      "THỨ TƯ, 31/01/2018",
                                      "thu tu, 31/01/2018",
                                      "Thứ 4, 31/01/2018",
                                      "T4 31/01/2018",
                                      "31/01/2018.",
                                      "(31/01/2018)",
                                      "\uFEFF31/01/2018\u200B",
                                      "Cập nhật: 31/1/2018",
                                      "Đăng ngày 31/1/2018",
                                      "Thứ tư, 31/01/2018 | 31-1-2018"}) {
    EXPECT_EQ(read(text), "2018-01-31T00:00:00+07:00") << text;
  }
}

TEST(Timestamp, ReadsATimeBeforeOrAfterTheDate) {
  for (const std::string_view text : {"2018-01-31T08:01:00+07:00",
                                      "2018-01-31T08:01",
                                      "2018-01-31T0801",
                                      "2018-01-31 08:01",
                                      "20180131T080100",
                                      "20180131 080100",
                                      "20180131080100",
                                      "201801310801",
                                      "08:01 | 31/01/2018",
                                      "08:01|31/01/2018",
                                      "31/01/2018 08:01",
                                      "31/01/2018-08:01",
                                      "31/01/2018 - 8h01",
                                      "31/01/2018 8:01",
                                      "31/1/2018, 08:01 (GMT+7)",
                                      "8h01, ngày 31 tháng 1 năm 2018",
                                      "08:01 - 31/01/2018",
                                      "08:01 -31/01/2018",
                                      "08:01:00,31/01/2018",
                                      "lúc 8 giờ 1 phút ngày 31/01/2018",
                                      "8 giờ 1 phút 0 giây 31/01/2018",
                                      "8g01 31/01/2018",
                                      "8g1' 31/01/2018",
                                      "31 / 01 / 2018 - 08:01 AM",
                                      "8:01 SA 31/01/2018",
                                      "8:01 sáng, 31/01/2018",
                                      "8:01 a.m. 31/01/2018"}) {
    EXPECT_EQ(read(text), "2018-01-31T08:01:00+07:00") << text;
  }
}

TEST(Timestamp, PutsAnHourIntoItsHalfOfTheDay) {
  const std::vector<Case> cases = {
      {"8:15 PM", "20:15"},     {"8:15PM", "20:15"},
      {"8:15 p.m.", "20:15"},   {"8:15 CH", "20:15"},
      {"12:41 PM", "12:41"},    {"12:41 AM", "00:41"},
      {"00:35 AM", "00:35"},    {"13:35 PM", "13:35"},
      {"7:05 tối", "19:05"},    {"7:05 TO\u0302\u0301I", "19:05"},
      {"7:05 toi", "19:05"},    {"19:05 tối", "19:05"},
      {"3 giờ chiều", "15:00"}, {"12h trưa", "12:00"},
      {"1 giờ trưa", "13:00"},  {"11h đêm", "23:00"},
      {"1 giờ đêm", "01:00"},   {"8 PM", "20:00"},
      {"7h sáng", "07:00"},     {"7h", "07:00"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(read(std::string(one.text) + " 31/01/2018"), "2018-01-31T" + std::string(one.moment) + ":00+07:00")
        << one.text;
  }
  for (const std::string_view text : {"13:05 AM", "00:35 PM", "9 giờ trưa", "9:00 chiều", "12 giờ đêm", "8", "sáng"})
    EXPECT_EQ(read(std::string(text) + " 31/01/2018"), "none") << text;
}

TEST(Timestamp, TakesANumberForTheDateRatherThanForTheTimeBeforeIt) {
  const std::vector<Case> cases = {
      {"7 giờ 10 tháng 4 năm 2021", "2021-04-10T07:00:00+07:00"},
      {"7h 10/4/2021", "2021-04-10T07:00:00+07:00"},
      {"7g 10.4.2021", "2021-04-10T07:00:00+07:00"},
      {"08:01 -05/06/2017", "2017-06-05T08:01:00+07:00"},
      {"08:01:02,5/6/2017", "2017-06-05T08:01:02+07:00"},
      {"7 giờ 5 10/4/2021", "2021-04-10T07:05:00+07:00"},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.text), one.moment) << one.text;
}

TEST(Timestamp, TakesVietnamsTimeUnlessAZoneIsGiven) {
  const std::vector<Case> cases = {
      {"Thứ hai, 5/6/2017, 10:12 (GMT+7)", "2017-06-05T10:12:00+07:00"},
      {"2018-01-31T08:01:02Z", "2018-01-31T15:01:02+07:00"},
      {"2018-01-31t08:01:02z", "2018-01-31T15:01:02+07:00"},
      {"2018-01-31T08:01:02.345Z", "2018-01-31T15:01:02+07:00"},
      {"2018-01-31T08:01:02.3456789+07:00", "2018-01-31T08:01:02+07:00"},
      {"2018-01-31T08:01:02.3456789012345678901234567890 +07:00", "2018-01-31T08:01:02+07:00"},
      {"2018-01-31T08:01:02,9Z", "2018-01-31T15:01:02+07:00"},
      {"2018-01-31T08:01.5", "2018-01-31T08:01:30+07:00"},
      {"2018-01-31T08.25", "2018-01-31T08:15:00+07:00"},
      {"2018-01-31T08:01:02+0000", "2018-01-31T15:01:02+07:00"},
      {"2018-01-31T23:01:02-05:00", "2018-02-01T11:01:02+07:00"},
      {"20180131T230102-0530", "2018-02-01T11:31:02+07:00"},
      {"2018-01-01T00:30+09", "2017-12-31T22:30:00+07:00"},
      {"2018-01-31 08:01 +07:00", "2018-01-31T08:01:00+07:00"},
      {"2018-01-31T08:01:00+07:00[Asia/Ho_Chi_Minh]", "2018-01-31T08:01:00+07:00"},
      {"31/1/2018 08:01 GMT", "2018-01-31T15:01:00+07:00"},
      {"31/1/2018 08:01 UTC +9", "2018-01-31T06:01:00+07:00"},
      {"31/1/2018 08:01 (giờ Việt Nam)", "2018-01-31T08:01:00+07:00"},
      {"08:01 (GMT+7) 31/1/2018", "2018-01-31T08:01:00+07:00"},
      {"Mon, 26 Oct 2020 22:21:00 +0700", "2020-10-26T22:21:00+07:00"},
      {"Mon, 26 Oct 2020 22:21:00 +0700 (ICT)", "2020-10-26T22:21:00+07:00"},
      {"26 Oct 2020 10:21:00 EST", "2020-10-26T22:21:00+07:00"},
      {"Mon Oct 26 2020 22:21:00 GMT+0700 (Indochina Time)", "2020-10-26T22:21:00+07:00"},
      {"2018-12-31T23:59:60+07:00", "2019-01-01T00:00:00+07:00"},
      {"2018-01-31T24:00:00+07:00", "2018-02-01T00:00:00+07:00"},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.text), one.moment) << one.text;
}

TEST(Timestamp, ReadsSecondsAndMillisecondsFrom1990To2100) {
  const std::vector<Case> cases = {
      {"1517360460", "2018-01-31T08:01:00+07:00"},
      {"1517360460.5", "2018-01-31T08:01:00+07:00"},
      {"1517360460000", "2018-01-31T08:01:00+07:00"},
      {"1517360460999.25", "2018-01-31T08:01:00+07:00"},
      {" 1517360460\n", "2018-01-31T08:01:00+07:00"},
      {"631126800", "1990-01-01T00:00:00+07:00"},
      {"631126800000", "1990-01-01T00:00:00+07:00"},
      {"4133955599", "2100-12-31T23:59:59+07:00"},
      {"4133955599999", "2100-12-31T23:59:59+07:00"},
      {"631126799", "none"},
      {"4133955600", "none"},
      {"4133955600000", "none"},
      {"01517360460", "none"},
      {"-1517360460", "none"},
      {"1517360460.", "none"},
      {"1517360460.5.5", "none"},
      {"1.51736046e9", "none"},
      {"1517360460000000", "none"},
      {"1517360460 08:01", "none"},
      {"0", "none"},
  };
  for (const Case& one : cases) EXPECT_EQ(read(one.text), one.moment) << one.text;
}

TEST(Timestamp, ReadsNoDateWhereNotEverythingIsUnderstood) {
  for (const std::string_view text : {"",
                                      " ",
                                      "2018",
                                      "01/2018",
                                      "2018-01",
                                      "2018-W05",
                                      "31/01",
                                      "08:01",
                                      "Thứ tư",
                                      "hôm nay",
                                      "31/01/2018 hôm qua",
                                      "Họp ngày 31/01/2018",
                                      "Ngày 31/01/2018, thị xã họp.",
                                      "Đảng 31/01/2018",  // "đăng" has other marks
                                      "ngáy 31/01/2018",
                                      "31/01/2018 12",
                                      "12 31/01/2018",
                                      "31/01/2018!",
                                      "\"31/01/2018\"",
                                      "31/01/2018 \xFF",
                                      "12/5/6/2017",
                                      "5/6/2017/8",
                                      "12/5/2018/NĐ-CP",
                                      "30/2020/NĐ-CP",
                                      "31//01/2018",
                                      "31/01-2018",
                                      "131/01/2018",
                                      "31/01/20189",
                                      "31/01/2018 10:5",
                                      "31/01/2018 100:12",
                                      "31/01/2018 :12",
                                      "31/01/2018 07:00-11:00",
                                      "07:00-11:00 31/01/2018",
                                      "2018-01-31T08:01:00+25:00",
                                      "2018-01-31T08:01:00 07:00"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
  EXPECT_EQ(read("31/01/2018" + std::string(191, ' ')), "none") << "longer than any date";
}

TEST(Timestamp, ReadsNoMomentThatCalendarOrClockLack) {
  for (const std::string_view text : {"31/1/18",
                                      "31/01/18 08:01",
                                      "10/4/21",
                                      "18-01-31",
                                      "31 tháng 1 năm 18",
                                      "26 Oct 20",
                                      "29/02/2018",
                                      "30/02/2021 08:00",
                                      "32/1/2018",
                                      "13/13/2018",
                                      "1/31/2018",
                                      "0/1/2018",
                                      "31/01/0000",
                                      "2018-000",
                                      "2018-366",
                                      "2018-W00-1",
                                      "2018-W53-1",
                                      "2018-W05-8",
                                      "ngày 31 tháng 13 năm 2018",
                                      "9999-99-99",
                                      "31/01/2018 25:00",
                                      "31/01/2018 24:01",
                                      "31/01/2018 10:60",
                                      "31/01/2018 10:12:99",
                                      "31/01/2018 7h60"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(Timestamp, ReadsNoDateWhereTwoAreNamed) {
  for (const std::string_view text :
       {"30/01/2018 31/01/2018", "31/02/2018 31/01/2018", "31/01/2018 08:01 09:01", "31/01/2018 08:01 GMT ICT",
        "31/01/2018 08:01 - Cập nhật 01/02/2018 09:00", "2018-01-31..2018-02-01", "..31/01/2018", "31/01/2018..",
        "31/01/2018..31/01/2018"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(Timestamp, TakesTheDateWhereTheWeekdayIsWrong) {
  EXPECT_EQ(read("Chủ nhật, 31/01/2018"), "2018-01-31T00:00:00+07:00");
}

TEST(Timestamp, StaysWithinTheYearsOfNewspapers) {
  EXPECT_EQ(read("1860-01-01T00:00:00+07:00"), "1860-01-01T00:00:00+07:00");
  EXPECT_EQ(read("1860-01-01T00:00:00+08:00"), "none");
  EXPECT_EQ(read("2100-12-31T23:59:59+07:00"), "2100-12-31T23:59:59+07:00");
  EXPECT_EQ(read("2100-12-31T23:59:59Z"), "none");
  for (const std::string_view text :
       {"0001-01-01T00:00:00Z", "9999-12-31", "1500-05-05", "31/12/1859", "01/01/2101", "0001-01-01", "00010101"})
    EXPECT_EQ(read(text), "none") << text;
}

TEST(Timestamp, ReadsEveryMomentThatItPrints) {
  const std::int64_t first = *parse_timestamp("1860-01-01");
  const std::int64_t last = *parse_timestamp("2100-12-31 23:59:59");
  for (std::int64_t seconds = first; seconds <= last; seconds += 5'000'011)
    EXPECT_EQ(parse_timestamp(format_timestamp(seconds)), seconds);
}

TEST(Timestamp, AgreesWithThePrintedWeekDate) {
  // Monday of week 1 of these years, by ISO 8601's rule that it holds January 4.
  const std::vector<Case> cases = {{"2015-W01-1", "2014-12-29"}, {"2016-W01-1", "2016-01-04"},
                                   {"2017-W01-1", "2017-01-02"}, {"2018-W01-1", "2018-01-01"},
                                   {"2020-W53-7", "2021-01-03"}, {"2015-W53-5", "2016-01-01"}};
  for (const Case& one : cases) EXPECT_EQ(read(one.text), std::string(one.moment) + "T00:00:00+07:00") << one.text;
}

TEST(ResemblesDate, KnowsDatesThatCannotBeReadFromText) {
  for (const std::string_view text :
       {"30/02/2021", "30/02/2021 08:00", "10/4/21", "08:01 | 31/02/2018", "Thứ hai, 32/1/2018, 10:12 (GMT+7)",
        "ngày 31 tháng 2 năm 2018", "30 Feb 2018", "2018-02-30", "01/01/1500", "31/01/2018 25:00", "31/01/2018",
        "30 / 02 / 2021 - 12:41 PM", "cập nhật 31.1.18", "30/01/2018 31/01/2018"})
    EXPECT_TRUE(resembles_date(text)) << text;
  for (const std::string_view text : {"", "1.2.3", "192.168.10.22", "0945.54.03.03", "1.500.000", "2018", "2015 - 2020",
                                      "01/2018", "tháng 4 năm 2021", "ngày 5 tháng 4", "12/5/2018/NĐ-CP",
                                      "Họp ngày 30/02/2021", "19h - 20h, 5/6", "hôm qua", "8:15"})
    EXPECT_FALSE(resembles_date(text)) << text;
}

}  // namespace
}  // namespace timbao
