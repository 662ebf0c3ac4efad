// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: an article gives the terms that docs/index-format.md lists, with their impacts.
#include "common/index/term_maker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "common/index/impact.h"
#include "common/index/listed_pairs.h"
#include "common/index/terms.h"
#include "tests/common/index/random_article.h"

namespace timbao {
namespace {

using Impacts = std::map<std::string, std::uint32_t>;

Impacts impacts_of(const ArticleTerms& made) {
  Impacts impacts;
  for (const TermImpact& term : made.terms)
    EXPECT_TRUE(impacts.emplace(term.term, term.impact).second) << "twice: " << term.term;
  return impacts;
}

Impacts terms_of(const Article& article) {
  TermMaker maker;
  return impacts_of(maker.make(article));
}

/// The impacts of terms that stand so often in an article of this length, and the length.
Impacts in_tokens(std::uint32_t length, Impacts counts) {
  for (auto& [term, count] : counts) count = impact::of(count, impact::length_norm(length));
  counts["N"] = length;
  return counts;
}

Article titled(std::string title) {
  Article article;
  article.title = std::move(title);
  return article;
}

Article with_body(std::string body) {
  Article article;
  article.body = std::move(body);
  return article;
}

TEST(TermMaker, CountsTheTitleThreeTimesAndOnceUnderItsPrefix) {
  EXPECT_EQ(terms_of(titled("Xây dựng Đảng")), in_tokens(9, {{"xay~6", 3},
                                                             {"Sxay~6", 1},
                                                             {"dung~75", 3},
                                                             {"Sdung~75", 1},
                                                             {"dang~93", 3},
                                                             {"Sdang~93", 1},
                                                             {"Bxay dung", 3},
                                                             {"Bdung dang", 3}}));
}

TEST(TermMaker, CountsTheBodyOnceAndGivesItNoPrefix) {
  EXPECT_EQ(terms_of(with_body("Đảng, đảng, dang")), in_tokens(3, {{"dang~93", 2}, {"dang~", 1}, {"Bdang dang", 2}}));
}

TEST(TermMaker, GivesEachTextFieldItsPrefix) {
  Article article;
  article.lead = "họp";
  article.captions = {"Linh", "họp"};
  article.authors = {"Khánh"};
  EXPECT_EQ(
      terms_of(article),
      in_tokens(
          4,
          {{"hop~5", 2}, {"Lhop~5", 1}, {"linh~", 1}, {"Clinh~", 1}, {"Chop~5", 1}, {"khanh~1", 1}, {"Akhanh~1", 1}}));
}

TEST(TermMaker, MakesOnlyListedPairsOutsideTitles) {
  ASSERT_TRUE(is_listed_pair("xay", "dung"));
  ASSERT_FALSE(is_listed_pair("khoai", "xay"));
  const Impacts counts = terms_of(with_body("Khoai xây dựng"));
  EXPECT_EQ(counts.count("Bxay dung"), 1U);
  EXPECT_EQ(counts.count("Bkhoai xay"), 0U);
  EXPECT_EQ(terms_of(titled("Khoai xây")).count("Bkhoai xay"), 1U) << "any pair in a title";
  Article both = titled("Khoai xây");
  both.body = "khoai xây";
  EXPECT_EQ(terms_of(both).at("Bkhoai xay"), in_tokens(8, {{"", 3}})[""])
      << "a title's pair does not make the body's one";
}

TEST(TermMaker, MakesPairsAcrossSentencesButNotAcrossParagraphsOrFields) {
  EXPECT_EQ(terms_of(with_body("xây. Dựng")).count("Bxay dung"), 1U);
  EXPECT_EQ(terms_of(with_body("xây\nDựng")).count("Bxay dung"), 0U);
  Article fields = titled("Xây");
  fields.lead = "dựng";
  EXPECT_EQ(terms_of(fields).count("Bxay dung"), 0U);
  Article captions;
  captions.captions = {"xây", "dựng"};
  EXPECT_EQ(terms_of(captions).count("Bxay dung"), 0U) << "each caption is a paragraph";
}

TEST(TermMaker, MakesListedPairsOfAuthorsNames) {
  Article article;
  article.authors = {"Xây Dựng"};
  EXPECT_EQ(terms_of(article).count("Bxay dung"), 1U) << "so that a phrase finds them by its pairs";
}

TEST(TermMaker, CountsWholesAndRangesAsReadings) {
  const Impacts body = terms_of(with_body("Lê-nin, KT-XH, 2015-2020, 65%"));
  for (const char* term : {"lenin~6", "ktxh~", "2015-2020~", "65%~", "le~6", "nin~", "2015~", "65~"})
    EXPECT_EQ(body.count(term), 1U) << term;
  const Impacts title = terms_of(titled("KT-XH"));
  const std::uint32_t once = in_tokens(6, {{"", 1}})[""], thrice = in_tokens(6, {{"", 3}})[""];
  EXPECT_EQ(title.at("ktxh~"), thrice);
  EXPECT_EQ(title.at("Sktxh~"), once);
  EXPECT_EQ(title.at("Bkt xh"), thrice);
}

TEST(TermMaker, GivesDaysAndDocumentsFamiliesOfTheirOwn) {
  const Impacts body = terms_of(with_body("Ngày 31/1/2018, ngày 25/2: Chỉ thị 05-CT/TW"));
  for (const char* term : {"T20180131", "T0225", "O5/ct/tw", "Oct 5"}) EXPECT_EQ(body.count(term), 1U) << term;
  const Impacts title = terms_of(titled("Chỉ thị 5"));
  EXPECT_EQ(title.at("Oct 5"), in_tokens(9, {{"", 3}})[""]);
  EXPECT_EQ(title.count("SOct 5"), 0U);
}

TEST(TermMaker, GivesNothingForAnArticleWithoutWords) {
  const ArticleTerms made = TermMaker().make(titled("—!"));
  EXPECT_TRUE(made.terms.empty());
  EXPECT_EQ(TermMaker().make({}).tokens.size(), 4U) << "a checksum over nothing";
}

std::vector<std::pair<std::string, std::uint32_t>> flat(const ArticleTerms& made) {
  std::vector<std::pair<std::string, std::uint32_t>> terms;
  for (const TermImpact& term : made.terms) terms.emplace_back(term.term, term.impact);
  std::sort(terms.begin(), terms.end());
  terms.emplace_back(made.tokens, 0);
  return terms;
}

TEST(TermMaker, DoesNotDependOnEarlierArticles) {
  test::RandomTexts random(11);
  TermMaker used;
  for (int i = 0; i < 300; ++i) {
    const Article article = test::random_article(random);
    TermMaker fresh;
    ASSERT_EQ(flat(used.make(article)), flat(fresh.make(article)));
  }
}

TEST(TermMaker, DoesNotDependOnHowMuchItRemembers) {
  test::RandomTexts random(12);
  TermMaker used;
  int number = 0;
  for (int i = 0; i < 40; ++i) {  // 400,000 distinct words: it starts anew more than once
    std::string words;
    for (int j = 0; j < 10'000; ++j) words += 'w' + std::to_string(number++) + "x ";
    EXPECT_EQ(used.make(with_body(words)).terms.size(), 10'001U) << "and the length";
    const Article article = test::random_article(random);
    TermMaker fresh;
    ASSERT_EQ(flat(used.make(article)), flat(fresh.make(article)));
  }
}

TEST(TermMaker, MakesNoTermThatXapianRefuses) {
  test::RandomTexts random(13);
  const std::string digits(300, '7');
  Article article = titled(digits + '-' + digits + " " + digits + "% a-" + digits + " " + std::string(500, 'x'));
  TermMaker maker;
  for (int i = 0; i < 200; ++i) {
    for (const TermImpact& term : maker.make(article).terms) {
      ASSERT_LE(term.term.size(), 245U);
      ASSERT_FALSE(term.term.empty());
      ASSERT_EQ(term.term.find('\0'), std::string_view::npos);
    }
    article = test::random_article(random);
  }
}

}  // namespace
}  // namespace timbao
