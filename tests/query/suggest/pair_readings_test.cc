// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the readings of listed words are found, and the shipped list has the order and shape that the search relies on.
#include "query/suggest/pair_readings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/index/embedded.h"
#include "common/index/terms.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

TEST(PairReadings, GiveTheCommonestMarksOfAWord) {
  struct Row {
    const char *left, *right, *exact_left, *exact_right;
  };
  for (const Row& row :
       {Row{"tai", "nan", "tai", "nan~5"}, {"xay", "dung", "xây", "dưng~5"}, {"viet", "nam", "viêt~5", "nam"}}) {
    const std::vector<PairReading> readings = pair_readings(row.left, row.right);
    ASSERT_FALSE(readings.empty()) << row.left;
    const auto best = std::max_element(readings.begin(), readings.end(),
                                       [](const PairReading& a, const PairReading& b) { return a.count < b.count; });
    EXPECT_EQ(exact_of(row.left, best->left_marks), row.exact_left);
    EXPECT_EQ(exact_of(row.right, best->right_marks), row.exact_right);
  }
}

TEST(PairReadings, AreNothingForPairsThatAreNotListed) {
  EXPECT_TRUE(pair_readings("dung", "xay").empty());
  EXPECT_TRUE(pair_readings("", "").empty());
  EXPECT_TRUE(pair_readings("xay", "dun").empty());
}

TEST(PairReadings, AreThereForEveryLineOfTheList) {
  const std::vector<std::string> lines = test::lines_of(embedded::pair_readings());
  const std::vector<std::string> words = test::lines_of(embedded::word_pairs());
  ASSERT_EQ(lines.size(), words.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ASSERT_EQ(lines[i].substr(0, lines[i].find('\t')), words[i]);
    const std::size_t space = words[i].find(' ');
    const std::vector<PairReading> readings = pair_readings(words[i].substr(0, space), words[i].substr(space + 1));
    ASSERT_FALSE(readings.empty()) << words[i];
    for (const PairReading& reading : readings) EXPECT_GT(reading.count, 0U) << lines[i];
  }
}

}  // namespace
}  // namespace timbao
