// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/segments.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"
#include "tests/query/support/has_term.h"

namespace timbao {
namespace {

using test::FakeVocabulary;
using test::has_term;

/// What weighs the first segment of a question: its hits are found by their clause.
Xapian::Query weighing(const std::string& query, const FakeVocabulary& vocabulary) {
  const PreparedQuestion prepared(test::ask(query), vocabulary);
  const Xapian::Query first = ranking_segments(prepared, vocabulary, {}).front().query;
  return first.get_subquery(1);
}

TEST(Segments, OfAPhraseAreNotWeighedByItsCommonestWord) {
  const FakeVocabulary vocabulary(20'000, {{"thue~61", 300}, {"dat~961", 900}, {"moi~71", 700}, {"co~1", 19'000}});
  const Xapian::Query phrase = weighing("\"thuế đất mới có\"", vocabulary);
  for (const std::string rare : {"thue~61", "dat~961", "moi~71"}) EXPECT_TRUE(has_term(phrase, rare)) << rare;
  EXPECT_FALSE(has_term(phrase, "co~1")) << "every hit has it, and it tells next to nothing";
  EXPECT_TRUE(has_term(weighing("thuế OR đất OR mới OR có", vocabulary), "co~1")) << "some hits have only this";
  EXPECT_TRUE(has_term(weighing("thuế AND đất AND mới AND có", vocabulary), "co~1")) << "it may stand anywhere";
}

TEST(Segments, AreAlwaysWeighedBySomething) {
  const FakeVocabulary vocabulary(20'000, {{"co~1", 19'000}, {"la~2", 19'500}});
  EXPECT_TRUE(has_term(weighing("\"có\"", vocabulary), "co~1"));
  EXPECT_TRUE(has_term(weighing("\"có là\"", vocabulary), "co~1"));
}

TEST(Segments, DivideWhatTheBudgetLeavesOver) {
  const FakeVocabulary vocabulary(20'000, {{"thue~61", 300}, {"dat~961", 9'000}, {"moi~71", 8'000}, {"co~1", 19'000}});
  const PreparedQuestion prepared(test::ask("có đất mới thuế"), vocabulary);
  const auto segments = ranking_segments(prepared, vocabulary, {});
  ASSERT_EQ(segments.size(), 3U);
  EXPECT_EQ(segments[0].order, RankingSegment::Order::reranked);
  EXPECT_FALSE(has_term(segments[0].query, "co~1"));
  EXPECT_EQ(segments[1].order, RankingSegment::Order::first_pass);
  EXPECT_TRUE(has_term(segments[1].query, "co~1")) << "what only this list finds comes after the candidates";
  SearchRequest all;
  all.limit.reset();
  EXPECT_EQ(ranking_segments(prepared, vocabulary, all).size(), 2U) << "all hits are ranked by all lists";
}

}  // namespace
}  // namespace timbao
