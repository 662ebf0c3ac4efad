// SPDX-License-Identifier: GPL-2.0-or-later
// Every form of a date beside every form of a time, with everything that may stand between them.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "common/base/day.h"
#include "common/base/day_range.h"
#include "common/base/timestamp.h"

namespace timbao {
namespace {

using Texts = std::vector<std::string>;

const Texts kDates = {"2021-04-10",
                      "2021-4-10",
                      "2021/04/10",
                      "2021.04.10",
                      "20210410",
                      "2021-100",
                      "2021100",
                      "2021-W14-6",
                      "2021W146",
                      "10/04/2021",
                      "10/4/2021",
                      "10-4-2021",
                      "10.4.2021",
                      "10 / 04 / 2021",
                      "ngày 10 tháng 4 năm 2021",
                      "Nga\u0300y 10 tha\u0301ng 4 na\u0306m 2021",
                      "NGAY 10 THANG 4 NAM 2021",
                      "10 tháng 4, 2021",
                      "10 Tháng Tư, 2021",
                      "10 Apr 2021",
                      "April 10, 2021",
                      "Sat, 10 Apr 2021",
                      "Thứ bảy, 10/4/2021",
                      "Thứ Bảy 10/4/2021",
                      "Đăng ngày 10/4/2021"};
const Texts kTimes = {"19:05",
                      "19:05:00",
                      "19:05:00.000",
                      "19h05",
                      "19h5",
                      "19g05",
                      "19 giờ 5",
                      "19 giờ 5 phút",
                      "19 gio 05",
                      "7:05 PM",
                      "7:05 CH",
                      "7:05PM",
                      "7:05 tối",
                      "7:05 to\u0302\u0301i",
                      "07:05:00 p.m.",
                      "7 giờ 5 tối",
                      "7h05 tối",
                      "lúc 19:05",
                      "vào lúc 19 giờ 5 phút"};
const Texts kSeparators = {" ",   "  ", ", ",  " , ", ",",      " - ",  " – ", " — ",
                           " | ", "|",  " · ", "; ",  "\u00A0", "\r\n", "\t",  " ("};
const Texts kZones = {"",     " GMT+7",          " (GMT+7)", " (GMT+07:00)", " UTC+07",
                      " ICT", " (giờ Việt Nam)", " +0700",   " +07:00",      "+07"};

void for_each_pair(const std::function<void(const std::string&, const std::string&, const std::string&)>& check) {
  for (const std::string& date : kDates)
    for (const std::string& time : kTimes)
      for (const std::string& separator : kSeparators) check(date, time, separator);
}

std::string read(const std::string& text) {
  const std::optional<std::int64_t> seconds = parse_timestamp(text);
  return seconds ? format_timestamp(*seconds) : "none";
}

constexpr std::string_view kMoment = "2021-04-10T19:05:00+07:00";

TEST(DateProduct, EveryDateIsReadBeforeAndAfterEveryTime) {
  for_each_pair([](const std::string& date, const std::string& time, const std::string& separator) {
    ASSERT_EQ(read(date + separator + time), kMoment) << date << separator << time;
    ASSERT_EQ(read(time + separator + date), kMoment) << time << separator << date;
  });
}

TEST(DateProduct, EveryZoneIsReadBehindEveryTime) {
  for (const std::string& date : kDates)
    for (const std::string& time : kTimes)
      for (const std::string& zone : kZones) {
        ASSERT_EQ(read(date + ", " + time + zone), kMoment) << date << ", " << time << zone;
        ASSERT_EQ(read(time + zone + " | " + date), kMoment) << time << zone << " | " << date;
      }
}

TEST(DateProduct, EveryIsoDateTakesEveryIsoTime) {
  for (const std::string date : {"2021-04-10", "20210410", "2021-100", "2021100", "2021-W14-6", "2021W146"})
    for (const std::string time : {"T19:05", "T1905", "T19:05:00", "T190500", "T19:05:00.123", "T190500,999999999"})
      for (const std::string zone : {"", "+07", "+0700", "+07:00", " +07:00", " +0700"})
        ASSERT_EQ(read(date + time + zone), kMoment) << date << time << zone;
}

TEST(DateProduct, AWordThatIsNotUnderstoodMakesItNoDate) {
  const Texts strangers = {"x", "họp", "2", "99", "Hà Nội", "!", "%", "2019", "(a)", "\xC3", "Đảng", "11/4/2021", "8h"};
  for (const std::string& date : kDates)
    for (const std::string& time : kTimes)
      for (const std::string& stranger : strangers) {
        ASSERT_EQ(read(date + " " + time + " " + stranger), "none") << date << ' ' << time << ' ' << stranger;
        ASSERT_EQ(read(stranger + " " + time + " " + date), "none") << stranger << ' ' << time << ' ' << date;
      }
}

TEST(DateProduct, QueriesReadTheSameDay) {
  for_each_pair([](const std::string& date, const std::string& time, const std::string& separator) {
    for (const std::string& text : {date, date + separator + time, time + separator + date}) {
      const std::optional<DayRange> days = parse_day_range(text, {2018, 2, 3});
      const std::optional<std::int64_t> seconds = parse_timestamp(text);
      ASSERT_TRUE(days && seconds) << text;
      ASSERT_EQ(days->first, day_at(*seconds)) << text;
      ASSERT_EQ(days->last, day_at(*seconds)) << text;
    }
  });
}

TEST(DateProduct, EveryDateResemblesADateUnlessItIsOneNumber) {
  for_each_pair([](const std::string& date, const std::string& time, const std::string& separator) {
    const bool is_iso_only = date.find('W') != std::string::npos || date.find("100") != std::string::npos;
    if (is_iso_only || date == "20210410") return;
    ASSERT_TRUE(resembles_date(date + separator + time)) << date << separator << time;
  });
}

}  // namespace
}  // namespace timbao
