// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: every form that is one slip away is found, once and with the cost of its likeliest slip.
#include "query/suggest/slips.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace timbao {
namespace {

double cost_of(std::string_view typed, std::string_view meant) {
  for (const Slip& slip : slips_of(typed))
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
                                     {"dan", "dang"}})
    EXPECT_GT(cost_of(typed, meant), 0) << typed;
  EXPECT_EQ(cost_of("dsnh", "dang"), 0) << "two slips";
}

TEST(Slips, CostLessTheCommonerTheyAre) {
  EXPECT_LT(cost_of("daang", "dang"), cost_of("dang", "ang")) << "a doubled letter and one too many";
  EXPECT_LT(cost_of("dsng", "dang"), cost_of("dpng", "dang")) << "a neighbouring key and a distant one";
}

TEST(Slips, AreSortedAndNeverTheTypedWord) {
  for (const char* typed : {"dang", "aa", "aaaa", "qw"}) {
    const std::vector<Slip> slips = slips_of(typed);
    EXPECT_TRUE(
        std::is_sorted(slips.begin(), slips.end(), [](const Slip& a, const Slip& b) { return a.meant < b.meant; }));
    EXPECT_EQ(
        std::adjacent_find(slips.begin(), slips.end(), [](const Slip& a, const Slip& b) { return a.meant == b.meant; }),
        slips.end());
    EXPECT_EQ(cost_of(typed, typed), 0);
  }
}

TEST(Slips, AreNotGuessedForNumbersOtherScriptsAndLongTexts) {
  for (const std::string& typed : {std::string("a"), std::string(""), std::string("5700"), std::string("4g"),
                                   std::string("đảng"), std::string(kLongestMistyped + 1, 'a')})
    EXPECT_TRUE(slips_of(typed).empty()) << typed;
}

}  // namespace
}  // namespace timbao
