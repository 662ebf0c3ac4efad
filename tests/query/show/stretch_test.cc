// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/stretch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/processor_time.h"

namespace timbao {
namespace {

QueryWeights weights_of(const std::vector<double>& idfs) {
  QueryWeights weights;
  for (const double idf : idfs) {
    WordWeight weight;
    weight.idf = idf;
    weights.highlighted.push_back(weight);
  }
  return weights;
}

MatchPlace match(std::size_t token, std::size_t word, std::uint32_t paragraph = 0) {
  return {token, token, token * 5, token * 5 + 4, paragraph, {HighlightId(word)}};
}

TEST(Stretch, HoldsMostIdfOfDistinctWords) {
  const QueryWeights weights = weights_of({1, 3});
  const Stretch best =
      best_stretch({match(0, 0), match(2, 0), match(4, 0), match(20, 1, 2), match(22, 0, 3)}, weights, 30);
  EXPECT_EQ(best.first, 20U);
  EXPECT_EQ(best.last, 22U);
  EXPECT_EQ(best.chars, 14U);
  EXPECT_EQ(best.first_paragraph, 2U);
  EXPECT_EQ(best.last_paragraph, 3U);
  EXPECT_DOUBLE_EQ(best.value, 4);
}

TEST(Stretch, IsWorthMoreWhereWordsStandAsInTheQuery) {
  const QueryWeights weights = weights_of({1, 3});
  EXPECT_EQ(best_stretch({match(0, 1), match(1, 0), match(20, 0), match(21, 1)}, weights, 30).first, 20U);
  EXPECT_EQ(best_stretch({match(0, 1), match(1, 0), match(20, 0), match(22, 1)}, weights, 30).first, 0U)
      << "the first of equals";
}

TEST(Stretch, KeepsToItsLength) {
  const QueryWeights weights = weights_of({1, 3});
  EXPECT_EQ(best_stretch({match(0, 0), match(3, 1)}, weights, 19).first, 0U);
  EXPECT_EQ(best_stretch({match(0, 0), match(3, 1)}, weights, 18).first, 3U);
  EXPECT_EQ(best_stretch({match(0, 0)}, weights, 1).chars, 4U) << "a match is shown whole";
  EXPECT_EQ(best_stretch({match(1, 0), match(3, 1)}, weights, std::numeric_limits<std::size_t>::max()).last, 3U);
  EXPECT_EQ(best_stretch({}, weights, 18).value, 0);
}

/// What a stretch of places is worth, by its definition.
double value_of(const std::vector<MatchPlace>& places, std::size_t first, std::size_t last,
                const QueryWeights& weights) {
  std::set<HighlightId> seen;
  double value = 0;
  for (std::size_t i = first; i <= last; ++i) {
    const HighlightId word = places[i].words.front();
    if (seen.insert(word).second) value += weights.highlighted[word].idf;
    const bool is_neighbour = i > first && places[i - 1].last + 1 == places[i].first;
    if (is_neighbour && places[i - 1].words.front().value() + 1 == word.value())
      value += weights.highlighted[word].idf / 2;
  }
  return value;
}

TEST(Stretch, IsTheBestOfAllThatFit) {
  std::mt19937 random(5);
  const QueryWeights weights = weights_of({1.25, 3, 0.5, 7.75});
  for (int round = 0; round < 500; ++round) {
    std::vector<MatchPlace> places;
    for (std::size_t token = random() % 3; places.size() < 1 + random() % 30; token += 1 + random() % 4)
      places.push_back(match(token, random() % 4));
    const std::size_t limit = random() % 120;
    double best = 0;
    for (std::size_t first = 0; first < places.size(); ++first)
      for (std::size_t last = first; last < places.size(); ++last)
        if (last == first || places[last].end - places[first].begin <= limit)
          best = std::max(best, value_of(places, first, last, weights));
    EXPECT_NEAR(best_stretch(places, weights, limit).value, best, 1e-6);
  }
}

TEST(Stretch, IsFoundAmongHundredsOfThousandsOfMatchesInTimeThatGrowsWithTheirNumber) {
  const QueryWeights weights = weights_of({1, 3});
  std::vector<MatchPlace> places;
  for (std::size_t token = 0; token < 300'000; ++token) places.push_back(match(token, token % 2));
  Stretch best;
  EXPECT_LT(test::processor_seconds([&] { best = best_stretch(places, weights, 1'000'000); }), test::kSomeSeconds);
  EXPECT_EQ(best.first, 0U);
}

struct ExpectedPart {
  std::string text, part;
  std::uint32_t first_paragraph, last_paragraph;
  std::size_t limit;
  const char* why;
};

TEST(Stretch, TakesTheParagraphsThatASnippetMayShow) {
  Tokenizer tokenizer;
  const std::string many = "một\nhai\nba\nbốn\nnăm";
  for (const ExpectedPart& expected : std::vector<ExpectedPart>{
           {many, "hai\n", 1, 1, 4, "no room for more"},
           {many, "hai\nba\n", 1, 2, 4, "two paragraphs"},
           {many, "hai\nba\n", 1, 1, 5, "room behind"},
           {many, "hai\nba\nbốn\n", 1, 1, 8, "room for two"},
           {many, "ba\nbốn\nnăm", 4, 4, 9, "at the end room before"},
           {many, many, 1, 1, 100, "all of it"},
           {many, many, 5, 5, 4, "it has no such paragraph"},
           {many, many, 2, 1, 4, "nor such ones"},
           {"một hai", "một hai", 0, 0, 4, "one line"},
           {"…\n\nmột\n* *\nhai\n\u200B\n", "…\n\nmột\n* *\n", 0, 0, 4, "lines without words belong to what is before"},
           {"…\n\nmột\n* *\nhai\n\u200B\n", "hai\n\u200B\n", 1, 1, 4, "to the end"},
           {"một\nчто\nhai", "что\n", 1, 1, 4, "letters that are not Latin"},
           {"…\n", "…\n", 0, 0, 4, "no paragraph at all"},
           {"", "", 0, 0, 4, "nothing"}}) {
    const Stretch stretch{0, 0, 4, expected.first_paragraph, expected.last_paragraph, 1};
    const TextPart part = part_around(expected.text, stretch, expected.limit, tokenizer);
    EXPECT_EQ(part.text, expected.part) << expected.why;
    EXPECT_EQ(part.begins_text, expected.text.rfind(expected.part, 0) == 0) << expected.why;
    EXPECT_EQ(part.ends_text, part.text.data() + part.text.size() == expected.text.data() + expected.text.size())
        << expected.why;
  }
}

}  // namespace
}  // namespace timbao
