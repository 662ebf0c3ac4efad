// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/amounts.h"

#include <gtest/gtest.h>

#include "tests/query/support/drafted.h"

namespace timbao {
namespace {

using test::expect_drafts;
using test::expect_no_drafts;
using test::no_archive;

TEST(Amounts, HaveTheirOtherForms) {
  expect_drafts(amount_drafts, no_archive(),
                {{"1 nghìn tỷ", "1 nghìn tỷ > 1.000 tỷ"},
                 {"1 nghìn tỷ", "1 nghìn tỷ > 1 ngàn tỷ"},
                 {"1 nghin ty", "1 nghin ty > 1.000 tỷ"},
                 {"1 ngàn tỉ", "1 ngàn tỉ > 1 nghìn tỷ"},
                 {"1,5 nghìn tỷ", "1,5 nghìn tỷ > 1.500 tỷ"},
                 {"30 ngan ty dong", "30 ngan ty > 30.000 tỷ"},
                 {"1000 tỷ", "1000 tỷ > 1 nghìn tỷ"},
                 {"1.000 tỷ", "1.000 tỷ > 1 ngàn tỷ"},
                 {"34.000 tỷ", "34.000 tỷ > 34 nghìn tỷ"},
                 {"1.500 tỉ", "1.500 tỉ > 1,5 nghìn tỷ"},
                 {"5tr", "5tr > 5 triệu"},
                 {"5tr", "5tr > 5.000.000"},
                 {"2,5tr", "2,5tr > 2,5 triệu"},
                 {"2tr5", "2tr5 > 2,5 triệu"},
                 {"phạt 500k", "500k > 500 nghìn"},
                 {"500k", "500k > 500 ngàn"},
                 {"500K", "500K > 500.000"},
                 {"500 ngàn", "500 ngàn > 500 nghìn"},
                 {"500 nghìn", "500 nghìn > 500.000"},
                 {"100 nghin", "100 nghin > 100 ngàn"},
                 {"2,5 triệu", "2,5 triệu > 2.500.000"},
                 {"2.5 triệu", "2.5 triệu > 2,5 triệu"},
                 {"2 triệu rưỡi", "2 triệu rưỡi > 2,5 triệu"},
                 {"1 ty ruoi", "1 ty ruoi > 1,5 tỷ"},
                 {"500.000 đồng", "500.000 > 500 nghìn"},
                 {"2.000.000 dong", "2.000.000 > 2 triệu"}});
}

TEST(Amounts, LeaveEverythingElseAlone) {
  expect_no_drafts(amount_drafts, no_archive(),
                   {"",
                    "1000",
                    "1.000",
                    "nghìn tỷ",
                    "500",
                    "0 tỷ",
                    "5 tỷ",
                    "1/3, Trieu Tien",
                    "1/3 Triệu Tiên",
                    "5, triệu người",
                    "năm 1000, tỷ lệ",
                    "500 tỷ",
                    "2018 đồng",
                    "5kg",
                    "10 km",
                    "10 k",
                    "5G",

                    "U23",
                    "F1",
                    "covid 19",
                    "2-1 triệu",
                    "năm 2018",
                    "0912345678",
                    "1000000000000000000000 triệu",
                    "999999999999 nghìn",
                    "5 tr.",
                    "2trx",
                    "2tr55",
                    "ngàn lẻ một đêm",
                    "1001 đêm",
                    "1\ntriệu",
                    "1. Triệu Tài Vinh"});
}

TEST(Amounts, StandForWordsOfAnyText) {
  for (const std::string_view text :
       {"1 1 nghìn tỷ nghìn tỷ", "999999999 triệu rưỡi", "1,999 tỷ", "0,001 triệu", "5tr5tr", "999.999.999 đồng"})
    test::expect_sound_drafts(amount_drafts, no_archive(), text);
}

}  // namespace
}  // namespace timbao
