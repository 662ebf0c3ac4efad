// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/restore.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/plan/estimates.h"
#include "query/search/rank.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

using test::article_with;

/// Everything that restores the marks of one query from some articles.
class Restoring {
 public:
  Restoring(std::string_view query, const std::vector<Article>& articles)
      : vocabulary_(articles), prepared_(test::ask(query), vocabulary_) {
    for (const Article& article : articles) scanned_.push_back(test::scanned(article, prepared_.scanner()));
    std::vector<const ScannedArticle*> candidates;
    for (const ScannedArticle& scanned : scanned_) candidates.push_back(&scanned);
    restored_ = restore_marks(prepared_, candidates, vocabulary_.articles());
  }

  [[nodiscard]] const RestoredWords& all() const { return restored_; }

  /// The restored word at a place of the query.
  [[nodiscard]] const RestoredWord& word(std::size_t place) const { return restored_[WeightId(place)]; }

  /// How far a reading agrees: "xây" of the word at a place.
  [[nodiscard]] double agrees(std::size_t place, const std::string& reading) const {
    const Question typed = test::ask(reading);
    FoundToken token;
    EXPECT_TRUE(prepared_.scanner().find(typed.words.front().folded, typed.words.front().exact, token)) << reading;
    return word(place).agrees(token.reading);
  }

  [[nodiscard]] std::vector<FullScore> scores() const {
    Ranker ranker(prepared_, restored_, 10);
    std::vector<FullScore> all;
    for (const ScannedArticle& scanned : scanned_) all.push_back(ranker.score(scanned));
    return all;
  }

 private:
  test::FakeVocabulary vocabulary_;
  PreparedQuestion prepared_;
  std::vector<ScannedArticle> scanned_;
  RestoredWords restored_;
};

/// Three articles print one reading, one another; the rest hold none of the words.
std::vector<Article> three_to_one() {
  std::vector<Article> articles = {
      article_with("Tin", "họ xây dựng nhà mới"), article_with("Tin", "xây dựng cầu, xây dựng đường"),
      article_with("Xây dựng", "chợ và trường"), article_with("Tin", "cây xạy dụng lạ mọc ven sông")};
  for (int i = 0; i < 20; ++i) articles.push_back(article_with("Tin khác", "không liên quan gì cả"));
  return articles;
}

TEST(RestoreMarks, TakesTheReadingThatMostCandidatesPrintBesideTheNeighbour) {
  const Restoring restoring("xay dung", three_to_one());
  ASSERT_TRUE(restoring.word(0).is_known());
  EXPECT_DOUBLE_EQ(restoring.agrees(0, "xây"), 1);
  EXPECT_DOUBLE_EQ(restoring.agrees(1, "dựng"), 1);
  EXPECT_NEAR(restoring.agrees(0, "xạy"), 1.0 / 3, 1e-12) << "an article votes once, however often it has the pair";
  EXPECT_EQ(restoring.agrees(1, "dùng"), 0);
}

TEST(RestoreMarks, KnowsNothingOfAWordWithoutItsNeighbour) {
  const std::vector<Article> articles = {article_with("Tin", "đảng"), article_with("Tin", "đảng"),
                                         article_with("Tin", "đăng rồi lại bộ")};
  EXPECT_FALSE(Restoring("dang", articles).word(0).is_known()) << "alone";
  EXPECT_FALSE(Restoring("dang bo", articles).word(0).is_known()) << "never side by side";
}

TEST(RestoreMarks, TakesTheReadingOfTheTitlesForTheOnlyWordOfAQuery) {
  const std::vector<Article> articles = {article_with("Thuế đất", "thuê nhà"), article_with("Thuế xe", "thuê thuê"),
                                         article_with("Thuê nhà", "tin"), article_with("Tin", "thuê xe")};
  const Restoring restoring("thue", articles);
  ASSERT_TRUE(restoring.word(0).is_known());
  EXPECT_DOUBLE_EQ(restoring.agrees(0, "thuế"), 1);
  EXPECT_DOUBLE_EQ(restoring.agrees(0, "thuê"), 0.5) << "one title of three, and no vote of the bodies";
  EXPECT_FALSE(Restoring("thue abc", articles).word(0).is_known()) << "several words: only neighbours tell";
}

TEST(RestoreMarks, HearsNoPairThatAStrongerOneOverlaps) {
  std::vector<Article> articles = {article_with("Tin", "môn sinh hóc")};
  for (int i = 0; i < 12; ++i) articles.push_back(article_with("Tin", "học sinh vào lớp"));
  const Restoring restoring("hoc sinh hoc", articles);
  EXPECT_DOUBLE_EQ(restoring.agrees(0, "học"), 1);
  EXPECT_EQ(restoring.agrees(0, "hóc"), 0);
}

TEST(MeantReadings, AreThoseThatAgree) {
  const Restoring restoring("xay dung", three_to_one());
  const MeantReadings meant = meant_readings(restoring.all());
  ASSERT_EQ(meant.size(), 2U);
  EXPECT_EQ(meant[HighlightId(0)].size(), 2U) << "xây, and xạy with a third of its votes";
  for (const std::vector<ReadingId>& readings : meant_readings(Restoring("xây dựng", three_to_one()).all()))
    EXPECT_TRUE(readings.empty()) << "nothing had to be restored";
}

TEST(RestoreMarks, LeavesWordsWithMarksAndHearsThemOnlyAsTyped) {
  const Restoring restoring("xây dung", three_to_one());
  EXPECT_FALSE(restoring.word(0).is_known());
  EXPECT_DOUBLE_EQ(restoring.agrees(1, "dựng"), 1);
  EXPECT_EQ(restoring.agrees(1, "dụng"), 0) << "xạy is not what was typed";
}

TEST(RestoreMarks, WeighsAWordByItsReading) {
  std::vector<Article> articles = three_to_one();
  for (int i = 0; i < 10; ++i) articles.push_back(article_with("Tin", "dùng thuốc"));
  const Restoring restoring("xay dung", articles);
  EXPECT_NEAR(restoring.word(1).idf, idf(34, 3 + 1.0 / 3), 1e-9) << "dùng is not meant and makes it no commoner";
}

TEST(RestoreMarks, RanksWhatAgreesHigherAndDropsNothing) {
  const std::vector<FullScore> all = Restoring("xay dung", three_to_one()).scores();
  EXPECT_GT(all[0].marks, all[3].marks);
  EXPECT_GT(all[0].text(), all[3].text());
  EXPECT_GT(all[3].text(), 0) << "another reading is still found";
  EXPECT_EQ(all.back().text(), 0);
}

TEST(RestoreMarks, IsSharedOutAmongReadingsThatAreAsCommon) {
  const std::vector<FullScore> all = Restoring("dang bo", {article_with("Tin", "đảng bộ"),
                                                           article_with("Tin", "đăng bộ"), article_with("Tin", "khác")})
                                         .scores();
  EXPECT_DOUBLE_EQ(all[0].text(), all[1].text());
}

}  // namespace
}  // namespace timbao
