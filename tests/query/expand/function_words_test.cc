// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/function_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "common/text/syllable.h"
#include "common/text/written.h"
#include "query/expand/embedded.h"

namespace timbao {
namespace {

TEST(FunctionWords, AreThoseOfTheListAndWhatIsMadeOfThem) {
  EXPECT_TRUE(is_function_word({"của"}));
  EXPECT_TRUE(is_function_word({"bởi", "vì"}));
  EXPECT_TRUE(is_function_word({"đã", "được"}));
  EXPECT_FALSE(is_function_word({"luật"}));
  EXPECT_FALSE(is_function_word({"kỷ", "luật"}));
  EXPECT_FALSE(is_function_word({"cua"}));
}

TEST(FunctionWords, StandInTheListInTheSpellingInWhichNeighboursAreWritten) {
  std::istringstream list{std::string(embedded::function_words())};
  std::vector<std::string> lines;
  for (std::string line; std::getline(list, line);) {
    if (line.front() == '#') continue;
    std::istringstream words(line);
    for (std::string word; words >> word;) EXPECT_EQ(written(exact_key(word)), word);
    lines.push_back(line);
  }
  EXPECT_GT(lines.size(), 100U);
  EXPECT_TRUE(std::is_sorted(lines.begin(), lines.end()));
  EXPECT_EQ(std::adjacent_find(lines.begin(), lines.end()), lines.end());
}

}  // namespace
}  // namespace timbao
