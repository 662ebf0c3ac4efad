// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/needed_lists.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/plan/prepared_question.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

/// The lists of a query: their terms, and how many postings they have together.
std::vector<std::string> lists_of(const std::string& query) {
  const test::FakeVocabulary vocabulary(1'000, {{"xay~", 5},
                                                {"xay~6", 300},
                                                {"dung~75", 200},
                                                {"gieng~61", 70},
                                                {"khuyu~3", 90},
                                                {"Bxay dung", 150},
                                                {"Qa7", 1}});
  const PreparedQuestion prepared(test::ask(query), vocabulary);
  std::vector<std::string> lists;
  for (const NeededList& list : needed_lists(prepared.question().hits, prepared.context(vocabulary))) {
    std::string shown = std::to_string(list.postings);
    for (const std::string& term : list.terms) shown += ' ' + term;
    lists.push_back(shown);
  }
  return lists;
}

using Lists = std::vector<std::string>;

TEST(NeededLists, OfAPhraseAreThoseOfItsPairsAndWordsTheRarestFirst) {
  EXPECT_EQ(lists_of("\"xây dựng giếng\""), (Lists{"70 gieng~61", "150 Bxay dung", "200 dung~75", "305 xay~ xay~6"}));
}

TEST(NeededLists, AreAlsoThoseBesideAPhrase) {
  EXPECT_EQ(lists_of("\"giếng khuỷu\" AND =xây"), (Lists{"70 gieng~61", "90 khuyu~3", "300 xay~6"}));
  EXPECT_EQ(lists_of("\"giếng khuỷu\" id:a7"), (Lists{"1 Qa7", "70 gieng~61", "90 khuyu~3"}));
}

TEST(NeededLists, AreNoneWhereTheClauseMayBeTrueInAnotherWay) {
  EXPECT_EQ(lists_of("\"giếng khuỷu\" OR \"xây dựng\""), Lists());
  EXPECT_EQ(lists_of("\"giếng khuỷu\" -xây"), (Lists{"70 gieng~61", "90 khuyu~3"}));
}

TEST(NeededLists, LeaveOutWordsWithManyWaysAndBeginnings) {
  EXPECT_EQ(lists_of("\"5 700 giếng\""), (Lists{"70 gieng~61"}));
  EXPECT_EQ(lists_of("\"giếng khuỷu\" AND xâ*"), (Lists{"70 gieng~61", "90 khuyu~3"}));
}

}  // namespace
}  // namespace timbao
