// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: numbers and dates are read as docs/folding.md says, and nothing behind them is taken along.
#include "common/text/number.h"

#include <gtest/gtest.h>

#include "tests/common/text/vietnamese.h"

namespace timbao {
namespace {

struct NumberCase {
  std::string_view text, printed, folded, other, why;
};

TEST(MatchNumber, ReadsTheLongestOfItsShapes) {
  const std::vector<NumberCase> cases = {
      {"5.700", "5.700", "5700", "", "dots make thousands"},
      {"5700", "5700", "5700", "", "digits"},
      {"1.356.200", "1.356.200", "1356200", "", "several groups"},
      {"1,356,200", "1,356,200", "1356200", "", "repeated commas make thousands"},
      {"5,7", "5,7", "5,7", "", "a decimal"},
      {"5.7", "5.7", "5,7", "", "a decimal in the foreign way"},
      {"12,25", "12,25", "12,25", "", "two decimal digits"},
      {"0,274", "0,274", "0,274", "", "begins with a zero: a decimal"},
      {"0.274", "0.274", "0,274", "", "begins with a zero: a decimal"},
      {"1,210", "1,210", "1210", "1,210", "one comma and three digits is both"},
      {"05", "05", "5", "", "leading zeros go"},
      {"000", "000", "0", "", "but one stays"},
      {"0005", "0005", "0005", "", "only up to three digits"},
      {"2018", "2018", "2018", "", ""},
      {"5.7%", "5.7", "5,7", "", "the sign is not the number's"},
      {"5.700,5", "5.700,5", "5700,5", "", "a decimal behind thousands"},
      {"1.356.200,25", "1.356.200,25", "1356200,25", "", "a decimal behind thousands"},
      {"5.7000", "5", "5", "", "four digits are no group"},
      {"5.", "5", "5", "", "a dot that ends a sentence"},
      {"5, 7", "5", "5", "", "a comma of the sentence"},
      {"1234.567", "1234", "1234", "", "four digits begin no thousands"},
      {"1,2345", "1", "1", "", ""},
      {"5,", "5", "5", "", ""},
      {"0", "0", "0", "", ""},
      {"5kg", "5", "5", "", "letters end it"},
  };
  for (const NumberCase& c : cases) {
    const NumberMatch number = match_number(c.text, 0);
    EXPECT_EQ(number.length, c.printed.size()) << c.text << ' ' << c.why;
    EXPECT_EQ(number.exact, c.printed) << c.text << ' ' << c.why;
    EXPECT_EQ(number.folded, c.folded) << c.text << ' ' << c.why;
    EXPECT_EQ(number.other, c.other) << c.text << ' ' << c.why;
  }
}

TEST(MatchNumber, DoesNotLookAtWhatStandsBefore) {
  EXPECT_EQ(match_number("tới 5.700 người", 6).folded, "5700");
  EXPECT_EQ(match_number("1.5.700", 2).folded, "5700");
}

struct SpacedCase {
  std::string_view text, value, why;
  std::size_t groups;
};

TEST(MatchSpacedNumber, ReadsGroupsOfThree) {
  const std::vector<SpacedCase> cases = {
      {"5 700", "5700", "", 2},
      {"5 700 000", "5700000", "", 3},
      {"5\u00A0700", "5700", "a no-break space", 2},
      {"5\u2009700", "5700", "a thin space", 2},
      {"5\u202F700", "5700", "a narrow no-break space", 2},
      {"5 100 đại biểu", "5100", "", 2},
      {"123 456.", "123456", "the end of a sentence", 2},
      {"123 456, và", "123456", "a comma of the sentence", 2},
      {"5 700 00", "5700", "the last group is too short", 2},
      {"5 700", "5700", "", 2},
  };
  for (const SpacedCase& c : cases) {
    const auto number = match_spaced_number(c.text, 0);
    ASSERT_TRUE(number) << c.text;
    EXPECT_EQ(number->value, c.value) << c.text << ' ' << c.why;
    EXPECT_EQ(number->groups, c.groups) << c.text << ' ' << c.why;
    EXPECT_EQ(c.text.substr(0, number->length).back() >= '0', true) << c.text;
  }
  for (const std::string_view none : {"5", "5  700", "5 70", "0 700", "05 700", "5 7000", "5700 000", "5 700kg",
                                      "5 700,5", "5 700.000", "5 700/2", "5-700", "5 đại", "5 "})
    EXPECT_FALSE(match_spaced_number(none, 0)) << none;
}

struct DateCase {
  std::string_view text, key;
};

TEST(MatchDate, ReadsTheDayFirstAlways) {
  const std::vector<DateCase> cases = {
      {"31/1/2018", "20180131"},  {"31/01/2018", "20180131"}, {"31-01-2018", "20180131"}, {"31.1.2018", "20180131"},
      {"25/2", "0225"},           {"29/2", "0229"},           {"29/2/2016", "20160229"},  {"1/12/2018", "20181201"},
      {"31/1/2018.", "20180131"}, {"31/1/2018,", "20180131"}, {"25/2, hội", "0225"},      {"25/2-", "0225"},
      {"02/09/1945", "19450902"}, {"25/2.", "0225"},
  };
  for (const DateCase& c : cases) {
    const auto date = match_date(c.text, 0);
    ASSERT_TRUE(date) << c.text;
    EXPECT_TRUE(is_date(*date)) << c.text;
    EXPECT_EQ(date_key(*date), c.key) << c.text;
    EXPECT_GE(c.text[date->length - 1], '0') << c.text;
  }
}

TEST(MatchDate, IsNothingThatTheCalendarOrTheRulesDoNotHave) {
  for (const std::string_view none :
       {"30/2",   "31/4/2018",        "29/2/2017",        "32/1/2018",   "1/13/2018", "0/1/2018",  "25-2",
        "25.2",   "2018-01-31",       "31/1/20180",       "31/1/18",     "31/1-2018", "31.1/2018", "25/2x",
        "25/2/3", "25/2-3",           "25/2.5",           "31/1/2018/5", "24/7x",     "5",         "5/",
        "001/1",  "99999999999999/1", "1/99999999999999", "31/1/0000"})
    EXPECT_FALSE(match_date(none, 0)) << none;
}

TEST(DropLeadingZeros, OnlyUpToThreeDigits) {
  EXPECT_EQ(drop_leading_zeros("05"), "5");
  EXPECT_EQ(drop_leading_zeros("007"), "7");
  EXPECT_EQ(drop_leading_zeros("000"), "0");
  EXPECT_EQ(drop_leading_zeros("0"), "0");
  EXPECT_EQ(drop_leading_zeros("0001"), "0001");
  EXPECT_EQ(drop_leading_zeros("100"), "100");
}

TEST(Numbers, TakeAnyTextBehindADigit) {
  test::RandomTexts random(6);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = std::to_string(random.below(2000)) + random.next(random.below(4));
    const NumberMatch number = match_number(text, 0);
    ASSERT_GE(number.length, 1U);
    ASSERT_LE(number.length, text.size());
    ASSERT_EQ(number.exact, text.substr(0, number.length));
    ASSERT_EQ(number.folded.find_first_not_of("0123456789,"), std::string::npos);
    if (const auto spaced = match_spaced_number(text, 0)) {
      ASSERT_LE(spaced->length, text.size());
    }
    if (const auto date = match_date(text, 0)) {
      ASSERT_LE(date->length, text.size());
    }
  }
}

}  // namespace
}  // namespace timbao
