// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

using test::article_with;

constexpr double kAverageTokens = 12;

std::vector<FullScore> scores(std::string_view query, const std::vector<Article>& articles) {
  const test::FakeVocabulary vocabulary(articles);
  const PreparedQuestion prepared(test::ask(query), vocabulary);
  Ranker ranker(prepared, RestoredWords(prepared.weights().words.size()), kAverageTokens);
  std::vector<FullScore> all;
  for (const Article& article : articles) all.push_back(ranker.score(test::scanned(article, prepared.scanner())));
  return all;
}

std::vector<double> totals(std::string_view query, const std::vector<Article>& articles) {
  const std::vector<FullScore> all = scores(query, articles);
  double best = 0;
  for (const FullScore& score : all) best = std::max(best, score.text());
  std::vector<double> sums;
  for (const FullScore& score : all) sums.push_back(score.total(best));
  return sums;
}

/// Articles that hold none of the words, so that the words tell something.
std::vector<Article> among_others(std::vector<Article> articles) {
  for (int i = 0; i < 20; ++i) articles.push_back(article_with("Tin khác", "Không liên quan gì cả"));
  return articles;
}

/// Expects the first article above the second, whichever of the two is scored first.
void expect_above(std::string_view query, const Article& above, const Article& below, std::string_view why) {
  const std::vector<double> one = totals(query, among_others({above, below}));
  const std::vector<double> two = totals(query, among_others({below, above}));
  EXPECT_GT(one[0], one[1]) << query << ": " << why;
  EXPECT_DOUBLE_EQ(one[0], two[1]) << why;
  EXPECT_DOUBLE_EQ(one[1], two[0]) << why;
}

const std::string kFiller = " ở xã này có ba việc phải xong trước tết";

TEST(Ranker, PutsTheTypedReadingFirst) {
  const auto body = [](const std::string& word) { return article_with("Tin mới", word + kFiller); };
  expect_above("đảng", body("đảng"), body("đăng"), "a marked word");
  expect_above("đăng", body("đăng"), body("đảng"), "the other way round");
  expect_above("hoà bình", body("hòa bình"), body("hoa bình"), "another place of the tone is the same reading");
  expect_above("đảng bộ", body("đảng bộ"), body("đáng bọ"), "two words");
}

TEST(Ranker, TakesAllReadingsOfAnUnmarkedWordAsEqual) {
  const std::vector<double> equal = totals(
      "dang", among_others({article_with("Tin", "đảng"), article_with("Tin", "đăng"), article_with("Tin", "dang")}));
  EXPECT_DOUBLE_EQ(equal[0], equal[1]);
  EXPECT_DOUBLE_EQ(equal[0], equal[2]);
}

TEST(Ranker, PutsTitlesAboveBodies) {
  expect_above("ngân sách", article_with("Thu ngân sách", "Tin ngắn" + kFiller),
               article_with("Tin ngắn", "Thu ngân sách" + kFiller), "the same words elsewhere");
}

TEST(Ranker, PutsMoreOfTheWordsAboveFewer) {
  const auto body = [](const std::string& words) { return article_with("Tin", words + kFiller); };
  expect_above("thu ngân sách", body("thu ngân sách"), body("ngân sách lớn"), "three of three");
  expect_above("thu ngân sách", body("thu ngân sách"), body("thu thu thu thu"), "one of three, often");
}

TEST(Ranker, PutsNearWordsAboveFarOnes) {
  const std::string gap = " rất nhiều việc còn chờ được làm";
  expect_above("thuế đất", article_with("Tin", "thuế đất cao" + gap), article_with("Tin", "thuế cao" + gap + " đất"),
               "neighbours");
  expect_above("thuế đất", article_with("Tin", "thuế cao đất" + gap), article_with("Tin", "thuế cao" + gap + " đất"),
               "a shorter stretch");
  expect_above("thuế đất", article_with("Tin", "thuế đất cao"), article_with("Tin", "đất thuế cao"), "in their order");
}

TEST(Ranker, PutsEarlyWordsAboveLateOnes) {
  std::string much;
  for (int i = 0; i < 20; ++i) much += kFiller;
  expect_above("thuế", article_with("Tin", "thuế" + much), article_with("Tin", much + " thuế"), "in a long text");
}

TEST(Ranker, PutsShortTextsAboveLongOnes) {
  expect_above("thuế", article_with("Tin", "việc thuế" + kFiller),
               article_with("Tin", "việc thuế" + kFiller + kFiller + kFiller),
               "one in ten tells more than one in thirty");
}

TEST(Ranker, LooksInTheFieldThatIsAskedFor) {
  const std::vector<FullScore> all =
      scores("title:thuế", among_others({article_with("Thuế mới", "việc"), article_with("Tin mới", "thuế thuế thuế")}));
  EXPECT_GT(all[0].text(), 0);
  EXPECT_EQ(all[1].text(), 0);
}

TEST(Ranker, GivesNothingToWhatHoldsNoneOfTheWords) {
  const std::vector<FullScore> all = scores("thuế đất", among_others({article_with("Thuế", "đất")}));
  EXPECT_EQ(all.back().text(), 0);
  EXPECT_EQ(all.back().total(1), 0);
  EXPECT_EQ(all.back().total(0), 0);
}

TEST(Ranker, CountsPairsOfOneParagraphOnly) {
  const std::vector<FullScore> all =
      scores("thuế đất", among_others({article_with("", "thuế đất"), article_with("", "thuế\nđất")}));
  EXPECT_GT(all[0].pairs, 0);
  EXPECT_EQ(all[1].pairs, 0);
  EXPECT_EQ(all[1].neighbours, 0);
  EXPECT_DOUBLE_EQ(all[0].words, all[1].words);
}

TEST(Ranker, CountsAnOverlappedPairLittleWhereItStandsAlone) {
  std::vector<Article> articles = {article_with("", "môn sinh học"), article_with("", "học sinh học bài")};
  for (int i = 0; i < 12; ++i) articles.push_back(article_with("", "học sinh vào lớp"));
  const std::vector<FullScore> all = scores("học sinh học", among_others(articles));
  EXPECT_GT(all[0].pairs, 0) << "it still counts";
  EXPECT_EQ(all[0].neighbours, 0);
  EXPECT_DOUBLE_EQ(all[1].neighbours, 1) << "here it stands as in the query";
  const std::vector<FullScore> alone = scores("sinh học", among_others(articles));
  EXPECT_LT(all[0].pairs, 0.7 * alone[0].pairs) << "biology is not what the query means";
  EXPECT_DOUBLE_EQ(alone[0].neighbours, 1) << "nothing overlaps it in this query";
}

TEST(Ranker, PutsTitlesMadeOfTheQueryAboveLongerOnes) {
  const std::vector<FullScore> all =
      scores("thuế đất", among_others({article_with("Thuế đất", "tin"), article_with("Thuế đất và việc khác", "tin"),
                                       article_with("Việc khác", "thuế đất"), article_with("", "thuế đất")}));
  EXPECT_DOUBLE_EQ(all[0].title, 1);
  EXPECT_DOUBLE_EQ(all[1].title, 0.4) << "two of five tokens";
  EXPECT_EQ(all[2].title, 0);
  EXPECT_EQ(all[3].title, 0) << "no title";
}

TEST(Ranker, CountsATokenOfATitleOnceWhateverCoversIt) {
  const std::vector<FullScore> all =
      scores("TP.HCM", among_others({article_with("TP.HCM", "tin"), article_with("TP.HCM họp", "tin")}));
  EXPECT_DOUBLE_EQ(all[0].title, 1);
  EXPECT_DOUBLE_EQ(all[1].title, 2.0 / 3) << "the joined form and its two tokens cover two of three tokens";
}

TEST(Ranker, GivesFeaturesAsShares) {
  const std::vector<Article> articles = among_others(
      {article_with("Thuế đất", "thuế đất"), article_with("", "thuế" + kFiller + " đất"), article_with("đất", "")});
  for (const FullScore& score : scores("thuế đất nông thôn", articles)) {
    for (const double share : {score.early, score.neighbours, score.span, score.title}) {
      EXPECT_GE(share, 0);
      EXPECT_LE(share, 1);
    }
  }
  const FullScore whole = scores("thuế đất", articles).front();
  EXPECT_DOUBLE_EQ(whole.span, 1);
  EXPECT_DOUBLE_EQ(whole.neighbours, 1);
}

TEST(Ranker, ExplainsAScoreByPartsThatAddUp) {
  for (const FullScore& score : scores("thuế đất", among_others({article_with("Thuế", "đất thuế đất")}))) {
    double sum = 0;
    for (const ScorePart& part : score.parts(20)) sum += part.value;
    EXPECT_NEAR(sum, score.total(20), 1e-12);
  }
}

}  // namespace
}  // namespace timbao
