// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/phrase_pairs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/query/support/asked.h"

namespace timbao {
namespace {

using Names = std::vector<std::string>;

Names names_of(const std::vector<PhrasePair>& pairs) {
  Names names;
  for (const PhrasePair& pair : pairs) names.push_back(pair.left.folded + ' ' + pair.right.folded);
  return names;
}

Names signed_of(const std::string& query) {
  const Question question = test::ask(query);
  return names_of(signed_pairs(question.hits, question.words));
}

TEST(SignedPairs, AreThoseOfAPhraseThatAreNotListed) {
  EXPECT_EQ(signed_of("\"xây dựng giếng khuỷu\""), (Names{"dung gieng", "gieng khuyu"}));
  EXPECT_EQ(signed_of("\"xây dựng\""), Names());
  EXPECT_EQ(signed_of("giếng khuỷu"), Names()) << "no phrase";
}

TEST(SignedPairs, LeaveOutWhatCanBePassedInAnotherWay) {
  EXPECT_EQ(signed_of("\"giếng 5 700 khuỷu ngõa\""), (Names{"khuyu ngoa"}));
  EXPECT_EQ(signed_of("\"giếng KT-XH khuỷu ngõa\""), (Names{"khuyu ngoa"}));
}

TEST(SignedPairs, AreNeededOnlyWhereThePhraseIs) {
  EXPECT_EQ(signed_of("\"giếng khuỷu\" AND \"ngõa quỳnh\" AND đảng"), (Names{"gieng khuyu", "ngoa quynh"}));
  EXPECT_EQ(signed_of("\"giếng khuỷu\" OR \"ngõa quỳnh\""), Names());
  EXPECT_EQ(signed_of("đảng -\"ngõa quỳnh\""), Names());
}

TEST(PairsOfPhrase, HaveATermWhereEveryArticleThatHasThemDoes) {
  const Question question = test::ask("\"xây dựng giếng\" title:\"khuỷu giếng\"");
  Names terms;
  for (const Clause& phrase : question.hits.children)
    for (const PhrasePair& pair : pairs_of_phrase(phrase, question.words)) terms.push_back(pair.term());
  EXPECT_EQ(terms, (Names{"Bxay dung", "", "Bkhuyu gieng"}));
}

}  // namespace
}  // namespace timbao
