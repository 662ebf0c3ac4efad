// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"
#include "tests/query/support/has_term.h"

namespace timbao {
namespace {

using test::FakeVocabulary;
using test::has_term;

CandidateQueries candidates(std::string_view query, const FakeVocabulary& vocabulary) {
  return candidate_queries(PreparedQuestion(test::ask(query), vocabulary), vocabulary);
}

std::size_t kept_lists(const CandidateQueries& queries) {
  return static_cast<std::size_t>(std::count_if(queries.lines.begin(), queries.lines.end(),
                                                [](const std::string& line) { return line.rfind("later ", 0) != 0; }));
}

TEST(Candidates, HaveABudgetThatGrowsMoreSlowlyThanTheArchive) {
  EXPECT_DOUBLE_EQ(posting_budget(20'000), 15'000);
  EXPECT_DOUBLE_EQ(posting_budget(5), 15'000) << "a small archive is read whole";
  EXPECT_DOUBLE_EQ(posting_budget(80'000), 30'000);
  EXPECT_EQ(candidate_count({}, 20'000), 60U);
  EXPECT_EQ(candidate_count({}, 1e9), 200U);
  for (double articles = 1; articles < 1e8; articles *= 1.7) {
    EXPECT_LE(posting_budget(articles), posting_budget(articles * 1.7));
    EXPECT_LE(candidate_count({}, articles), candidate_count({}, articles * 1.7));
  }
}

TEST(Candidates, AreMoreWhereNumeralsAreMuchOfTheQuery) {
  Question question;
  question.ranked.resize(4);
  question.alternatives.resize(1);
  question.alternatives.front().count = 1;
  EXPECT_EQ(candidate_count(question, 20'000), 60U) << "the names of abbreviations have rare pairs";
  question.alternatives.front().kind = AlternativeKind::numeral;
  EXPECT_EQ(candidate_count(question, 20'000), 150U);
  EXPECT_EQ(candidate_count(question, 1e9), 200U);
  question.ranked.resize(5);
  EXPECT_EQ(candidate_count(question, 20'000), 60U) << "the other words find the right articles";
}

TEST(Candidates, KeepAllListsOfARareQuestion) {
  const FakeVocabulary vocabulary(20'000, {{"thue~61", 300}, {"dat~961", 900}, {"moi~71", 700}, {"lam~2", 5}});
  const CandidateQueries queries = candidates("thuế đất mới làm", vocabulary);
  EXPECT_TRUE(queries.kept_is_whole);
  EXPECT_EQ(kept_lists(queries), 4U);
}

TEST(Candidates, LeaveTheListsThatTellLeastWhereTheBudgetEnds) {
  const FakeVocabulary vocabulary(
      20'000, {{"thue~61", 300}, {"dat~961", 9'000}, {"moi~71", 8'000}, {"lam~2", 12'000}, {"co~1", 19'000}});
  const CandidateQueries queries = candidates("có làm đất mới thuế", vocabulary);
  EXPECT_FALSE(queries.kept_is_whole);
  EXPECT_EQ(kept_lists(queries), 3U) << "three lists at least, though they are over the budget";
  EXPECT_TRUE(has_term(queries.kept, "thue~61"));
  EXPECT_TRUE(has_term(queries.kept, "moi~71"));
  EXPECT_TRUE(has_term(queries.kept, "dat~961"));
  EXPECT_FALSE(has_term(queries.kept, "lam~2"));
  EXPECT_FALSE(has_term(queries.kept, "co~1"));
  EXPECT_TRUE(has_term(queries.whole, "co~1"));
}

TEST(Candidates, AreFoundByTheListsThatTellMost) {
  const FakeVocabulary vocabulary(
      20'000, {{"thue~61", 900}, {"dat~961", 1'000}, {"moi~71", 1'000}, {"lam~2", 5'000}, {"co~1", 6'000}});
  const CandidateQueries queries = candidates("có làm đất mới thuế", vocabulary);
  EXPECT_EQ(kept_lists(queries), 5U);
  EXPECT_FALSE(has_term(queries.kept.get_subquery(0), "co~1")) << "the others only add to the weight";
  EXPECT_TRUE(has_term(queries.kept.get_subquery(1), "co~1"));
  EXPECT_FALSE(queries.kept_is_whole);
  EXPECT_EQ(queries.lines.back(), "then co~1: 6000");
  EXPECT_EQ(queries.lines.front(), "list thuê~1: 900");
}

/// So that Xapian loses none: see weighed_by.h.
TEST(Candidates, OfALargeArchiveAloneAreFoundByListsThatWeigh) {
  const auto description = [](std::uint32_t articles) {
    const FakeVocabulary vocabulary(articles, {{"thue~61", 900}, {"dat~961", 1'000}, {"moi~71", 1'000}});
    return candidates("thuế đất mới", vocabulary).kept.get_description();
  };
  EXPECT_EQ(description(50'000).find("Query((0 * "), 0U) << "the same lists weigh once more";
  EXPECT_EQ(description(1'000'000).find("0 * ("), std::string::npos);
}

TEST(Candidates, AreFoundByEveryListWhereFewArticlesHaveThem) {
  const FakeVocabulary vocabulary(20'000, {{"thue~61", 3}, {"dat~961", 500}, {"moi~71", 700}});
  EXPECT_TRUE(candidates("thuế đất mới", vocabulary).kept_is_whole) << "three articles are no candidates";
}

TEST(Candidates, KeepAtLeastThreeListsHoweverLong) {
  const FakeVocabulary vocabulary(1'000'000, {{"a~", 900'000}, {"b~", 900'000}, {"c~", 900'000}, {"d~", 900'000}});
  EXPECT_EQ(kept_lists(candidates("a b c d", vocabulary)), 3U);
  EXPECT_TRUE(candidates("a b", vocabulary).kept_is_whole);
}

TEST(Candidates, PutOtherReadingsOfMarkedWordsLast) {
  const FakeVocabulary vocabulary(1'000, {{"dang~", 3}, {"dang~9", 90}, {"dang~93", 50}, {"dang~98", 20}});
  const CandidateQueries marked = candidates("đảng", vocabulary);
  EXPECT_TRUE(has_term(marked.whole, "dang~93"));
  EXPECT_TRUE(has_term(marked.whole, "dang~")) << "the form without marks may be meant so";
  EXPECT_FALSE(has_term(marked.whole, "dang~98"));
  EXPECT_TRUE(has_term(marked.others, "dang~98"));
  EXPECT_TRUE(has_term(marked.others, "dang~9"));
  const CandidateQueries unmarked = candidates("dang", vocabulary);
  EXPECT_TRUE(has_term(unmarked.whole, "dang~98"));
  EXPECT_TRUE(unmarked.others.empty());
  const CandidateQueries strict = candidates("=đảng", vocabulary);
  EXPECT_FALSE(has_term(strict.whole, "dang~"));
  EXPECT_TRUE(strict.others.empty()) << "nothing but the typed reading";
}

TEST(Candidates, TakePairsAndNamesThatTheArchiveHas) {
  const FakeVocabulary vocabulary(1'000,
                                  {{"ngan~6", 90}, {"sach~1", 80}, {"Bngan sach", 60}, {"Oct 5", 4}, {"5~", 99}});
  EXPECT_TRUE(has_term(candidates("ngân sách", vocabulary).whole, "Bngan sach"));
  EXPECT_FALSE(has_term(candidates("sách ngân", vocabulary).whole, "Bsach ngan"));
  EXPECT_TRUE(has_term(candidates("chỉ thị 05", vocabulary).whole, "Oct 5"));
}

TEST(Candidates, AreNoneForAQuestionWithoutWords) {
  const CandidateQueries queries = candidates("source:x", FakeVocabulary(10, {}));
  EXPECT_TRUE(queries.kept.empty());
  EXPECT_TRUE(queries.whole.empty());
  EXPECT_TRUE(queries.kept_is_whole);
  EXPECT_TRUE(queries.lines.empty());
}

}  // namespace
}  // namespace timbao
