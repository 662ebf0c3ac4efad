// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/weights.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

#include "query/plan/estimates.h"
#include "query/plan/ranking_numbers.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

using test::FakeVocabulary;

const FakeVocabulary& vocabulary() {
  static const FakeVocabulary kVocabulary(
      1'000, {{"dang~", 4}, {"dang~93", 50}, {"dang~98", 20}, {"xay~6", 80}, {"dung~75", 70}, {"Bxay dung", 30}});
  return kVocabulary;
}

QueryWeights weights_of(const Question& question) {
  return weigh(question, count_words(question, vocabulary()), vocabulary());
}

TEST(Weights, AreOfTheTypedReadingAndOfTheFoldedForm) {
  const WordWeight marked = weights_of(test::ask("đảng")).words.front();
  EXPECT_TRUE(marked.by_reading);
  EXPECT_DOUBLE_EQ(marked.exact, ranking::kExact * idf(1'000, 50));
  EXPECT_NEAR(marked.folded, ranking::kFolded * idf(1'000, 1'000 * (1 - 0.996 * 0.95 * 0.98)), 1e-9);
  const WordWeight unmarked = weights_of(test::ask("dang")).words.front();
  EXPECT_FALSE(unmarked.by_reading);
  EXPECT_EQ(unmarked.exact, 0);
}

TEST(Weights, HoldEachWordAndEachPairOnce) {
  const QueryWeights weights = weights_of(test::ask("xây dựng xây dựng"));
  EXPECT_EQ(weights.words.size(), 2U);
  ASSERT_EQ(weights.pairs.size(), 2U) << "xây dựng and dựng xây";
  EXPECT_EQ(weights.pairs.front().left, WeightId(0));
  EXPECT_EQ(weights.pairs.front().right, WeightId(1));
  EXPECT_TRUE(weights.pairs[PairId(0)].posted);
  EXPECT_FALSE(weights.pairs[PairId(1)].posted);
}

TEST(Weights, HighlightTheWordsInTheirOrderAndThenWholes) {
  const QueryWeights weights = weights_of(test::ask("xây TP.HCM"));
  ASSERT_EQ(weights.words.size(), 3U);
  ASSERT_EQ(weights.highlighted.size(), 4U);
  for (const WeightId word : weights.words.ids())
    EXPECT_EQ(weights.highlighted[HighlightId(word.value())].word, weights.words[word].word);
}

/// The pair at a place of a query, in an archive that has "học sinh" often and "sinh học" seldom.
PairWeight pair_of(std::string_view query, std::size_t place) {
  const FakeVocabulary schools(1'000, {{"hoc~5", 300}, {"sinh~", 250}, {"Bhoc sinh", 200}, {"Bsinh hoc", 10}});
  const Question question = test::ask(query);
  return weigh(question, count_words(question, schools), schools).pairs[PairId(static_cast<std::uint32_t>(place))];
}

TEST(Weights, TellWhichPairsAStrongerOneOverlaps) {
  EXPECT_FALSE(pair_of("học sinh học", 0).overlapping);
  const std::optional<OverlappingWord> before = pair_of("học sinh học", 1).overlapping;
  ASSERT_TRUE(before) << "sinh học";
  EXPECT_EQ(before->word, WeightId(0));
  EXPECT_EQ(before->side, OverlappingWord::Side::before);
  const std::optional<OverlappingWord> behind = pair_of("sinh học sinh", 0).overlapping;
  ASSERT_TRUE(behind) << "sinh học";
  EXPECT_EQ(behind->word, WeightId(0)) << "sinh";
  EXPECT_EQ(behind->side, OverlappingWord::Side::behind);
}

TEST(Weights, LetNothingOverlapAPairThatStandsInTheQueryByItself) {
  EXPECT_FALSE(pair_of("sinh học", 0).overlapping);
  EXPECT_FALSE(pair_of("sinh học AND học sinh học", 0).overlapping) << "once it stands alone";
  EXPECT_FALSE(pair_of("học sinh học AND sinh học", 1).overlapping) << "in any order";
}

TEST(Weights, CompareOnlyPairsThatAreTermsWhereverTheyOccur) {
  const FakeVocabulary archive(1'000,
                               {{"hoc~5", 300}, {"sinh~", 250}, {"zum~", 9}, {"Bhoc sinh", 200}, {"Bsinh zum", 2}});
  const Question question = test::ask("học sinh zum");
  const QueryWeights weights = weigh(question, count_words(question, archive), archive);
  ASSERT_EQ(weights.pairs.size(), 2U);
  EXPECT_FALSE(weights.pairs[PairId(1)].overlapping) << "only a title has made sinh zum a term";
}

TEST(Weights, CountAWordByTheWeightOfItsPlaceInTheQuery) {
  Question question = test::ask("đảng xây");
  const QueryWeights usual = weights_of(question);
  question.ranked.front().weight = 0.5;
  const QueryWeights lighter = weights_of(question);
  EXPECT_DOUBLE_EQ(lighter.words.front().exact, usual.words.front().exact / 2);
  EXPECT_DOUBLE_EQ(lighter.words.front().folded, usual.words.front().folded / 2);
  EXPECT_DOUBLE_EQ(lighter.words[WeightId(1)].exact, usual.words[WeightId(1)].exact);
}

}  // namespace
}  // namespace timbao
