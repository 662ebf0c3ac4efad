// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/weights.h"

#include <gtest/gtest.h>

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
