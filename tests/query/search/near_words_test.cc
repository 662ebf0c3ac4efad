// SPDX-License-Identifier: GPL-2.0-or-later
// Neighbours of small archives; near_words_oracle_test compares those of a large one with a plain count.
#include "query/search/near_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "query/search/searcher.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

Neighbours neighbours_of(const std::vector<std::string>& bodies, const std::string& query, std::size_t within = 2) {
  std::vector<Article> articles;
  for (const std::string& body : bodies) {
    articles.push_back(test::article_with("", body));
    articles.back().id = std::to_string(articles.size());
  }
  test::TempDirectory directory;
  test::write_index(directory / "index", articles);
  SearchRequest request;
  request.query = query;
  request.overview.neighbours = within;
  request.overview.function_words = FunctionWords::yes;
  return Searcher({directory / "index"}).search(request).overview.neighbours.value();
}

/// "mừng 1+0, vui 0+2": words by their order in the alphabet of bytes, with how often they stand left and right.
std::string sides_of(const Neighbours& neighbours) {
  std::vector<std::string> words;
  for (const Neighbour& word : neighbours.words)
    words.push_back(word.word + " " + std::to_string(word.left) + "+" + std::to_string(word.right));
  std::sort(words.begin(), words.end());
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

const std::string kFarWords = "\nto to to to to to to to to to to to to to to to to to to to";

TEST(NearWords, StandWithinSoManyWordsInTheSameParagraph) {
  EXPECT_EQ(sides_of(neighbours_of({"nhện rắn voi họp cua ốc ếch\nsên" + kFarWords}, "họp")),
            "cua 0+1, rắn 1+0, voi 1+0, ốc 0+1");
  EXPECT_EQ(sides_of(neighbours_of({"nhện rắn voi họp cua ốc ếch\nsên" + kFarWords}, "họp", 1)), "cua 0+1, voi 1+0");
}

TEST(NearWords, CountOnceOnTheSideOfTheNearestMention) {
  EXPECT_EQ(sides_of(neighbours_of({"họp voi họp rắn cua họp" + kFarWords}, "họp")), "cua 1+0, rắn 0+1, voi 0+1");
}

TEST(NearWords, LeaveTheQueryOut) {
  const Neighbours neighbours = neighbours_of({"họp họp voi họp" + kFarWords}, "họp");
  EXPECT_EQ(neighbours.mentions, 3U);
  EXPECT_EQ(sides_of(neighbours), "voi 0+1");
}

TEST(NearWords, AreListedWordsOfTwoSyllablesWhereTheyAreOne) {
  EXPECT_EQ(sides_of(neighbours_of({"họp kỷ luật voi" + kFarWords}, "họp")), "kỷ luật 0+1");
  EXPECT_EQ(sides_of(neighbours_of({"họp rắn kỷ luật" + kFarWords}, "họp")), "rắn 0+1") << "it is cut by the distance";
  EXPECT_EQ(sides_of(neighbours_of({"voi đảng viên họp" + kFarWords}, "đảng")), "họp 0+1, voi 1+0")
      << "a word of the query is no neighbour";
}

TEST(NearWords, HaveOneSpelling) {
  EXPECT_EQ(sides_of(neighbours_of({"họp HOÀ\nhọp hoà\nhọp Hòa" + kFarWords}, "họp")), "hòa 0+3");
}

TEST(NearWords, MayBeRareWordsAndNumbers) {
  const Neighbours neighbours =
      neighbours_of({"họp zzyzx 123456789" + kFarWords, "zzyzx xa, zzyzx-xa zzyzx" + kFarWords}, "họp");
  EXPECT_EQ(sides_of(neighbours), "123456789 0+1, zzyzx 0+1");
  for (const Neighbour& word : neighbours.words) {
    if (word.word != "zzyzx") continue;
    EXPECT_NEAR(word.expected, 2.0 * 4 / 48, 1e-9) << "it stands four times in the archive of 48 tokens";
  }
}

TEST(NearWords, AreNoneWhereNothingIsFound) {
  const Neighbours neighbours = neighbours_of({"voi" + kFarWords}, "họp");
  EXPECT_EQ(neighbours.mentions, 0U);
  EXPECT_TRUE(neighbours.words.empty());
  EXPECT_EQ(neighbours.within, 2U);
}

TEST(LogLikelihood, IsThatOfTheTextbook) {
  // Four cells 10, 90, 990, 98910: expected are 1, 99, 999, 98901.
  EXPECT_NEAR(log_likelihood({10, 1000, 100, 100'000}),
              2 * (10 * std::log(10.0) + 90 * std::log(90 / 99.0) + 990 * std::log(990 / 999.0) +
                   98'910 * std::log(98'910 / 98'901.0)),
              1e-9);
  EXPECT_EQ(log_likelihood({1, 1000, 100, 100'000}), 0) << "as often as expected";
  EXPECT_EQ(log_likelihood({0, 1000, 100, 100'000}), 0);
  EXPECT_GT(log_likelihood({100, 100, 100, 100'000}), 0) << "it stands nowhere else";
  EXPECT_EQ(log_likelihood({50, 50, 50, 50}), 0) << "there is nothing else";
}

TEST(LogLikelihood, GrowsWithWhatIsNearAndFallsWithWhatIsElsewhere) {
  for (int near = 20; near < 100; ++near) {
    EXPECT_LT(log_likelihood({near * 1.0, 1000, 100, 100'000}), log_likelihood({near + 1.0, 1000, 101, 100'000}));
    EXPECT_GT(log_likelihood({near * 1.0, 1000, 100, 100'000}), log_likelihood({near * 1.0, 1000, 101, 100'000}));
  }
}

}  // namespace
}  // namespace timbao
