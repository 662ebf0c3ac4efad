// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers, ranges, dates and document numbers as tokens and extras.
#include <gtest/gtest.h>

#include <vector>

#include "common/text/tokenize.h"
#include "tests/common/text/shown_tokens.h"

namespace timbao {
namespace {

using test::expect_cut;

TEST(TokenizeNumbers, GivesTheirValues) {
  expect_cut({
      {"5.700 5700", "5700 5700", "", ""},
      {"5 700", "5+700", "whole 0+2 5700", "groups stay tokens"},
      {"5 700 000 đồng", "5+700+0 dong", "whole 0+3 5700000", "a group alone is a number"},
      {"1.356.200", "1356200", "", ""},
      {"1,356,200", "1356200", "", ""},
      {"5,7 5.7", "5,7 5,7", "", ""},
      {"12,25", "12,25", "", ""},
      {"0,274 0.274", "0,274 0,274", "", ""},
      {"65%", "65", "whole 0+1 65%", "a per cent"},
      {"5,7% 5.7%", "5,7 5,7", "whole 0+1 5,7%, whole 1+1 5,7%=5.7%", "a decimal per cent"},
      {"1,210", "1210", "whole 0+1 1,210", "both values"},
      {"05", "5", "", ""},
      {"2018", "2018", "", ""},
      {"tháng 5 100 đại biểu", "thang 5+100 dai bieu", "whole 1+2 5100", "both readings"},
      {"5 700kg", "5 700+kg", "whole 1+2 700kg", "letters touch the group"},
      {"Có 5.", "co 5", "", "a full stop behind"},
      {"5,Theo", "5 theo", "", ""},
  });
}

TEST(TokenizeNumbers, KeepsWhatWasPrintedInTheExactKey) {
  Tokenizer tokenizer;
  const TokenizedText text = tokenizer.tokenize("5.700 05 5.7");
  ASSERT_EQ(text.tokens.size(), 3U);
  EXPECT_EQ(text.tokens[0].word->exact, "5.700");
  EXPECT_EQ(text.tokens[1].word->exact, "05");
  EXPECT_EQ(text.tokens[2].word->exact, "5.7");
  for (const Token& token : text.tokens) EXPECT_EQ(token.word->kind, TokenKind::number);
}

TEST(TokenizeRanges, StandBesideBothNumbers) {
  expect_cut({
      {"2015-2020", "2015 2020", "range 0+2 2015-2020", ""},
      {"2015- 2020", "2015 2020", "range 0+2 2015-2020", ""},
      {"2015 -2020", "2015 2020", "range 0+2 2015-2020", ""},
      {"2015 - 2020", "2015 2020", "range 0+2 2015-2020", ""},
      {"2015 – 2020", "2015 2020", "range 0+2 2015-2020", ""},
      {"2015–2020", "2015 2020", "range 0+2 2015-2020", ""},
      {"5-7", "5 7", "range 0+2 5-7", ""},
      {"15%-20%", "15 20", "whole 0+1 15%, range 0+2 15-20, whole 1+1 20%", ""},
      {"15%–20%", "15 20", "whole 0+1 15%, range 0+2 15-20, whole 1+1 20%", ""},
      {"5 - 7", "5 7", "", "spaces only between years"},
      {"A-5-7", "a+5 7", "whole 0+2 a5", "the first is joined to what stands before it"},
      {"5 7", "5 7", "", ""},
  });
}

TEST(TokenizeDates, GiveADayAndStayNumbers) {
  expect_cut({
      {"31/1/2018", "31 1 2018", "day 0+3 20180131", ""},
      {"31/01/2018", "31 1 2018", "day 0+3 20180131", ""},
      {"31-01-2018", "31 1 2018", "day 0+3 20180131", ""},
      {"31.1.2018", "31 1 2018", "day 0+3 20180131", ""},
      {"ngày 31 tháng 1 năm 2018", "ngay 31 thang 1 nam 2018", "day 0+6 20180131", ""},
      {"Ngày 31 tháng 01 năm 2018.", "ngay 31 thang 1 nam 2018", "day 0+6 20180131", ""},
      {"25/2", "25 2", "day_of_month 0+2 0225", ""},
      {"ngày 25 tháng 2", "ngay 25 thang 2", "day_of_month 0+4 0225", ""},
      {"mùng 5 tháng 5", "mung 5 thang 5", "day_of_month 0+4 0505", ""},
      {"mồng 5 tháng 5", "mong 5 thang 5", "day_of_month 0+4 0505", ""},
      {"ngày 29 tháng 2", "ngay 29 thang 2", "day_of_month 0+4 0229", "a day of some years"},
      {"ngày 29 tháng 2 năm 2017", "ngay 29 thang 2 nam 2017", "", "no day of that year"},
      {"25/2, ngày 31 tháng 4 năm 2018", "25 2 ngay 31 thang 4 nam 2018", "day_of_month 0+2 0225", "its own day stays"},
      {"ngày 31 tháng 4", "ngay 31 thang 4", "", "not in the calendar"},
      {"ngày 25 tháng 2\nnăm 2018", "ngay 25 thang 2 / nam 2018", "day_of_month 0+4 0225", "the line ends"},
      {"30/2", "30 2", "", "not in the calendar"},
      {"31/4/2018", "31 4 2018", "", "not in the calendar"},
      {"25-2", "25 2", "range 0+2 25-2", "without a year only / makes a date"},
      {"25.2", "25,2", "", "a decimal"},
      {"2018-01-31", "2018 1 31", "range 0+2 2018-1=2018-01, range 1+2 1-31=01-31", "no date"},
      {"24/7", "24 7", "day_of_month 0+2 0724", "a date like any other"},
  });
}

TEST(TokenizeDocuments, GiveTheirKeysOverTheirParts) {
  expect_cut({
      {"05-CT/TW", "5 ct tw", "document 0+3 5/ct/tw, document_type 0+3 ct 5", ""},
      {"5 - CT / TƯ", "5 ct tu", "document 0+3 5/ct/tw, document_type 0+3 ct 5", ""},
      {"05-CT/T.Ư", "5 ct t+u", "document 0+4 5/ct/tw, document_type 0+4 ct 5, whole 2+2 tu=tư", "T.Ư is joined"},
      {"30/2020/NĐ-CP", "30 2020 nd cp", "document 0+4 30/2020/nd/cp, document_type 0+4 nd 30", ""},
      {"32/2004/QH11", "32 2004 qh11", "document 0+3 32/2004/qh11", "no type"},
      {"12a/2018/NĐ-CP", "12a 2018 nd cp", "document 0+4 12a/2018/nd/cp, document_type 0+4 nd 12a", ""},
      {"số 123/UBND-VX.", "so 123 ubnd vx", "document 1+3 123/ubnd/vx", ""},
  });
}

TEST(TokenizeDocuments, MeetTheirNamesInWords) {
  expect_cut({
      {"Chỉ thị 05", "chi thi 5", "document_type 0+3 ct 5", ""},
      {"Chỉ thị số: 5", "chi thi so . 5", "document_type 0+4 ct 5", ""},
      {"Chỉ thị số 05-CT/TW", "chi thi so 5 ct tw", "document_type 0+4 ct 5, document 3+3 5/ct/tw", "named once"},
      {"Nghị định 30", "nghi dinh 30", "document_type 0+3 nd 30", ""},
      {"Nghị định 30/2020/NĐ-CP", "nghi dinh 30 2020 nd cp", "document_type 0+3 nd 30, document 2+4 30/2020/nd/cp", ""},
      {"Luật số 5", "luat so 5", "document_type 0+3 luat 5", "a name of one word"},
      {"Quy định 102", "quy dinh 102", "document_type 0+3 qd 102", ""},
      {"Chỉ thị 123456", "chi thi 123456", "", "more than five digits"},
      {"Chỉ thị 5,7", "chi thi 5,7", "", "no whole number"},
      {"Chỉ thị\n5", "chi thi / 5", "", "another paragraph"},
      {"Chỉ thị\nsố 5", "chi thi / so 5", "", "another paragraph"},
      {"Chỉ\nthị 5", "chi / thi 5", "", "another paragraph"},
      {"họp 5", "hop 5", "", "no type"},
  });
}

TEST(TokenizeExtras, StandInTheOrderOfTheirFirstTokens) {
  Tokenizer tokenizer;
  const TokenizedText text =
      tokenizer.tokenize("Chỉ thị 05-CT/T.Ư ngày 31/1/2018, KT-XH 15%-20% và 5kg, ngày 5 tháng 2");
  for (std::size_t i = 1; i < text.extras.size(); ++i) EXPECT_LE(text.extras[i - 1].first, text.extras[i].first);
  EXPECT_GE(text.extras.size(), 9U);
}

// A term of Xapian holds 245 bytes.
TEST(TokenizeExtras, AreAsBoundedAsTokens) {
  const std::string digits(300, '7');
  for (const std::string& text :
       {digits + '-' + digits, digits + '%', digits + "kg", "a-" + digits, digits + "%-" + digits}) {
    Tokenizer tokenizer;
    const TokenizedText cut = tokenizer.tokenize(text);
    EXPECT_FALSE(cut.extras.empty()) << text;
    for (const Extra& extra : cut.extras) {
      EXPECT_LE(extra.folded.size(), kFoldedLimitBytes);
      EXPECT_LE(extra.exact.size(), kExactLimitBytes);
    }
  }
}

}  // namespace
}  // namespace timbao
