// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the data files are in the program byte for byte, and have the shape and the order that their readers rely on.
#include "common/index/embedded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "common/text/fold.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

std::string data_file(const std::string& name) {
  return test::read_file(std::string(TIMBAO_SOURCE_DIR) + "/common/index/data/" + name);
}

TEST(Embedded, HoldsTheDataFilesByteForByte) {
  EXPECT_EQ(embedded::token_codes(), data_file("token-codes.tsv"));
  EXPECT_EQ(embedded::word_pairs(), data_file("word-pairs.txt"));
  EXPECT_EQ(embedded::pair_readings(), data_file("pair-readings.tsv"));
  EXPECT_EQ(embedded::common_syllables(), data_file("common-syllables.txt"));
  EXPECT_EQ(embedded::stored_text_dictionary(), data_file("stored-text-2.dict"));
  EXPECT_EQ(embedded::stored_text_dictionary_1(), data_file("stored-text-1.dict"));
  EXPECT_FALSE(embedded::stored_text_dictionary().empty());
}

TEST(Embedded, HasAVersionOfSixteenHexadecimalDigits) {
  EXPECT_EQ(embedded::version().size(), 16U);
  EXPECT_EQ(embedded::version().find_first_not_of("0123456789abcdef"), std::string_view::npos);
  EXPECT_EQ(embedded::version(), embedded::version());
}

TEST(WordPairs, AreTwoFoldedSyllablesALineInOrder) {
  const std::vector<std::string> lines = test::lines_of(embedded::word_pairs());
  EXPECT_EQ(embedded::word_pairs().back(), '\n');
  EXPECT_TRUE(std::is_sorted(lines.begin(), lines.end()));
  EXPECT_EQ(std::adjacent_find(lines.begin(), lines.end()), lines.end()) << "each once";
  for (const std::string& line : lines) {
    ASSERT_EQ(std::count(line.begin(), line.end(), ' '), 1) << line;
    ASSERT_EQ(fold_text(line), line);
  }
}

TEST(CommonSyllables, AreAHundredFoldedForms) {
  const std::vector<std::string> lines = test::lines_of(embedded::common_syllables());
  EXPECT_EQ(lines.size(), 100U);
  for (const std::string& line : lines) EXPECT_EQ(fold_text(line), line);
}

}  // namespace
}  // namespace timbao
