// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: both ways to ask whether a pair is listed agree.
#include "common/index/listed_pairs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/index/embedded.h"
#include "common/index/folded_hash.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

TEST(IsListedPair, HoldsForEveryLineOfTheListAndNothingElse) {
  for (const std::string& line : test::lines_of(embedded::word_pairs())) {
    const std::size_t space = line.find(' ');
    const std::string left = line.substr(0, space), right = line.substr(space + 1);
    ASSERT_TRUE(is_listed_pair(left, right)) << line;
    ASSERT_FALSE(is_listed_pair(left + "qq", right)) << line;
    ASSERT_FALSE(is_listed_pair(left, right + "qq")) << line;
  }
  for (const auto& [left, right] : std::vector<std::pair<std::string, std::string>>{
           {"", ""}, {"", "a"}, {"a", ""}, {"zzzz", "zzzz"}, {"xay dung", ""}, {"", "xay dung"}, {"0", "0"}})
    EXPECT_FALSE(is_listed_pair(left, right)) << left << ' ' << right;
}

TEST(IsListedPair, HoldsForTwoOfTheCommonestSyllables) {
  const std::vector<std::string> common = test::lines_of(embedded::common_syllables());
  for (const std::string& left : common)
    for (const std::string& right : common) ASSERT_TRUE(is_listed_pair(left, right)) << left << ' ' << right;
}

TEST(ListedPairs, AnswerAsTheListsDo) {
  std::vector<std::string> words = test::lines_of(embedded::common_syllables());
  for (const char* other : {"zzzz", "covid", "", "khuya"}) words.emplace_back(other);
  for (const std::string& line : test::lines_of(embedded::word_pairs())) {
    const std::string left = line.substr(0, line.find(' ')), right = line.substr(left.size() + 1);
    ASSERT_TRUE(listed_pairs().has(folded_hash(left), folded_hash(right))) << line;
    if (words.size() < 400) words.push_back(right);
  }
  for (const std::string& left : words)
    for (const std::string& right : words)
      ASSERT_EQ(listed_pairs().has(folded_hash(left), folded_hash(right)), is_listed_pair(left, right))
          << left << ' ' << right;
}

}  // namespace
}  // namespace timbao
