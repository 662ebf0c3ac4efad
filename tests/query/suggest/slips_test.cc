// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: every form that is one slip away is found, once and with the cost of its likeliest slip.
#include "query/suggest/slips.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "query/suggest/folded_forms.h"

namespace timbao {
namespace {

bool is_any(std::string_view) { return true; }

double cost_of(std::string_view typed, std::string_view meant) {
  for (const Slip& slip : slips_of(typed, is_any))
    if (slip.meant == meant) return slip.cost;
  return 0;
}

TEST(Slips, FindWhatOneSlipOfTheFingersMakesTheTypedWordOf) {
  for (const auto& [typed, meant] : {std::pair{"dsng", "dang"},
                                     {"dng", "dang"},
                                     {"daang", "dang"},
                                     {"danmg", "dang"},
                                     {"dnag", "dang"},
                                     {"ang", "dang"},
                                     {"dan", "dang"},
                                     {"v", "ve"}})
    EXPECT_GT(cost_of(typed, meant), 0) << typed;
  EXPECT_EQ(cost_of("dsnh", "dang"), 0) << "two slips";
  EXPECT_EQ(cost_of("v", "x"), 0) << "of one letter only a missing one is guessed";
}

TEST(Slips, CostLessTheCommonerTheyAre) {
  EXPECT_LT(cost_of("daang", "dang"), cost_of("dang", "ang")) << "a doubled letter and one too many";
  EXPECT_LT(cost_of("dsng", "dang"), cost_of("dpng", "dang")) << "a neighbouring key and a distant one";
}

TEST(Slips, AreSortedAndNeverTheTypedWord) {
  for (const char* typed : {"dang", "aa", "aaaa", "qw"}) {
    const std::vector<Slip> slips = slips_of(typed, is_any);
    EXPECT_TRUE(
        std::is_sorted(slips.begin(), slips.end(), [](const Slip& a, const Slip& b) { return a.meant < b.meant; }));
    EXPECT_EQ(
        std::adjacent_find(slips.begin(), slips.end(), [](const Slip& a, const Slip& b) { return a.meant == b.meant; }),
        slips.end());
    EXPECT_EQ(cost_of(typed, typed), 0);
  }
}

TEST(Slips, AreNotGuessedForNumbersOtherScriptsAndLongTexts) {
  for (const std::string& typed : {std::string(""), std::string("5700"), std::string("4g"), std::string("đảng"),
                                   std::string(kLongestMistyped + 1, 'a')})
    EXPECT_TRUE(slips_of(typed, is_any).empty()) << typed;
}

TEST(Slips, AreOnlyTheWordsAmongTheForms) {
  const std::vector<Slip> slips =
      slips_of("dsng", [](std::string_view form) { return form == "dang" || form == "dsngx"; });
  ASSERT_EQ(slips.size(), 2U);
  EXPECT_EQ(slips[0].meant, "dang");
  EXPECT_EQ(slips[1].meant, "dsngx");
  for (const Slip& slip : slips_of("dsng", is_folded_form)) EXPECT_TRUE(is_folded_form(slip.meant)) << slip.meant;
  EXPECT_FALSE(is_folded_form("dsng"));
}

}  // namespace
}  // namespace timbao
