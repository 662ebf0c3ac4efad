// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/dates.h"

#include <gtest/gtest.h>

#include "tests/query/support/drafted.h"

namespace timbao {
namespace {

using test::expect_drafts;
using test::expect_no_drafts;
using test::no_archive;

TEST(Dates, OfDaysHaveTheirOtherForms) {
  expect_drafts(date_drafts, no_archive(),
                {{"mùng 2 tháng 9", "mùng 2 tháng 9 > ngày 2 tháng 9"},
                 {"mùng 2 tháng 9", "mùng 2 tháng 9 > 2/9"},
                 {"mung 2 thang 9", "mung 2 thang 9 > 2-9"},
                 {"mùng hai tháng chín", "mùng hai tháng chín > ngày 2 tháng 9"},
                 {"mồng hai tháng chín", "mồng hai tháng chín > 2/9"},
                 {"ngày ba mươi tháng tư", "ngày ba mươi tháng tư > ngày 30 tháng 4"},
                 {"ngay 30 thang tu", "ngay 30 thang tu > 30/4"},
                 {"30 tháng 4", "30 tháng 4 > ngày 30 tháng 4"},
                 {"30 thang 4", "30 thang 4 > 30/4"},
                 {"30 tháng tư", "30 tháng tư > ngày 30 tháng 4"},
                 {"30 tháng 4 năm 1975", "30 tháng 4 năm 1975 > ngày 30 tháng 4 năm 1975"},
                 {"30 thang 4 nam 1975", "30 thang 4 nam 1975 > 30/4/1975"},
                 {"30 tháng 4/1975", "30 tháng 4/1975 > ngày 30 tháng 4 năm 1975"},
                 {"ngày 30 tháng 4 năm 1975", "ngày 30 tháng 4 năm 1975 > 30/4/1975"},
                 {"ngày 30-4", "ngày 30-4 > ngày 30 tháng 4"},
                 {"ngày 2-9", "ngày 2-9 > 2/9"},
                 {"ngày 30.4", "ngày 30.4 > 30/4"},
                 {"dịp 30-4", "30-4 > ngày 30 tháng 4"},
                 {"lễ 2-9", "2-9 > 2/9"},
                 {"30-4", "30-4 > 30/4"},
                 {"20-11", "20-11 > ngày 20 tháng 11"},
                 {"thương binh 27-7", "27-7 > 27/7"},
                 {"2/9", "2/9 > 2-9"},
                 {"quốc khánh 2/9", "2/9 > ngày 2 tháng 9"},
                 {"30/4", "30/4 > 30-4"},
                 {"ngày 30/4", "30/4 > 30-4"},
                 {"nghỉ lễ 30/4 1/5", "1/5 > 1-5"},
                 {"ngày 31 tháng 12", "ngày 31 tháng 12 > 31/12"}});
}

TEST(Dates, OfMonthsHaveTheirOtherForms) {
  expect_drafts(date_drafts, no_archive(),
                {{"tháng tư", "tháng tư > tháng 4"},
                 {"thang tu", "thang tu > tháng 4"},
                 {"tháng 4", "tháng 4 > tháng tư"},
                 {"tháng 04", "tháng 04 > tháng tư"},
                 {"tháng chín", "tháng chín > tháng 9"},
                 {"tháng sáu", "tháng sáu > tháng 6"},
                 {"tháng bảy", "tháng bảy > tháng 7"},
                 {"tháng bẩy", "tháng bẩy > tháng 7"},
                 {"tháng mười hai", "tháng mười hai > tháng 12"},
                 {"tháng 12", "tháng 12 > tháng mười hai"},
                 {"tháng 1", "tháng 1 > tháng một"},
                 {"tháng giêng", "tháng giêng > tháng 1"},
                 {"tháng 1/2018", "tháng 1/2018 > tháng 1 năm 2018"},
                 {"tháng 1-2018", "tháng 1-2018 > tháng 1 năm 2018"},
                 {"tháng 1 năm 2018", "tháng 1 năm 2018 > tháng 1/2018"},
                 {"tháng tư năm 1975", "tháng tư năm 1975 > tháng 4 năm 1975"},
                 {"cpi thang 5/2018", "thang 5/2018 > tháng 5 năm 2018"}});
}

TEST(Dates, LeaveEverythingElseAlone) {
  expect_no_drafts(date_drafts, no_archive(),
                   {"",
                    "2-1",
                    "thắng 2-1",
                    "tỷ số 3-2",
                    "1-5",
                    "8-3",
                    "30-5",
                    "32-4",
                    "30.4",
                    "ngày 30",
                    "ngày",
                    "tháng",
                    "tháng này",
                    "tháng năm",
                    "thang nam",
                    "ngày tháng năm",
                    "thang sau",
                    "tháng sau",
                    "tháng 13",
                    "tháng 0",
                    "tháng 5",
                    "ngày 31 tháng 13",
                    "ngày 32-4",
                    "ngày 30.14",
                    "năm 2018",
                    "30/4/1975",
                    "0912-345-678",
                    "05-CT/TW",
                    "100/2019/NĐ-CP",
                    "2015-2020",
                    "24/7/365",
                    "u23",
                    "F1",
                    "covid-19",
                    "công ty 20.10",
                    "10-12 tuổi",
                    "tháng\n4",
                    "ngày ngày",
                    "mùng 1 tết",
                    "tháng X"});
}

TEST(Dates, StandForWordsOfAnyText) {
  for (const std::string_view text :
       {"ngày ngày 30 tháng tháng 4", "30 tháng 4 năm", "ngày 30-4-", "tháng 1/", "1/1/1/1", "mùng mùng hai tháng",
        "tháng mười hai mươi", "29 tháng 2 năm 2019", "lễ 30-4-30-4"})
    test::expect_sound_drafts(date_drafts, no_archive(), text);
}

}  // namespace
}  // namespace timbao
