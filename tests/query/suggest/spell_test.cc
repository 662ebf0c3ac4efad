// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a mistyped word becomes what its neighbours make likely; what they know, and what may not be corrected, stays.
#include "query/suggest/spell.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

const test::FakeVocabulary& vocabulary() {
  static const test::FakeVocabulary vocabulary = [] {
    std::vector<Article> articles;
    for (int i = 0; i < 5; ++i) {
      articles.push_back(test::article_with("Xây dựng Đảng", "Huyện Yên Thành chăm lo xây dựng Đảng."));
      articles.push_back(test::article_with("Chính sách thuế", "Chính sách thuế giúp doanh nghiệp."));
    }
    return test::FakeVocabulary(articles);
  }();
  return vocabulary;
}

std::vector<std::string> corrected(const std::vector<TypedWord>& typed) {
  return spelled(typed, WordModel(vocabulary()));
}

using Words = std::vector<std::string>;

TEST(Spell, FindsTheWordThatItsNeighboursMakeLikely) {
  EXPECT_EQ(corrected({{"chinh"}, {"saxh"}, {"thue"}}), (Words{"chinh", "sach", "thue"}));
  EXPECT_EQ(corrected({{"xayy"}, {"dung"}}), (Words{"xay", "dung"}));
  EXPECT_EQ(corrected({{"xay"}, {"dugn"}}), (Words{"xay", "dung"}));
}

TEST(Spell, LeavesWhatTheArchiveHasSideBySide) {
  EXPECT_EQ(corrected({{"xay"}, {"dung"}, {"dang"}}), (Words{"xay", "dung", "dang"}));
  EXPECT_TRUE(doubted_places({{"xay"}, {"dung"}}, WordModel(vocabulary())).empty());
}

TEST(Spell, LeavesWhatMayNotBeCorrected) {
  EXPECT_EQ(corrected({{"chinh"}, {"saxh", Correction::none}}), (Words{"chinh", "saxh"}));
  EXPECT_EQ(corrected({{"chinh"}, {"qqqqqqqq"}}), (Words{"chinh", "qqqqqqqq"}));
  EXPECT_EQ(corrected({}), Words());
}

TEST(Spell, DoubtsUnknownWordsFirstAndAWordAloneNever) {
  const WordModel model(vocabulary());
  EXPECT_EQ(doubted_places({{"chinh"}, {"saxh"}}, model).front(), 1U);
  EXPECT_TRUE(doubted_places({{"thue"}}, model).empty());
  EXPECT_EQ(doubted_places({{"thuee"}}, model), std::vector<std::size_t>{0});
}

TEST(Spell, DoubtsAReadingThatHardlyExists) {
  const WordModel model(vocabulary());
  EXPECT_LT(model.share_of_reading("dung", "dung~3"), TypedWord::kUnlikelyReading * 10);
  EXPECT_EQ(model.share_of_reading("dang", "đang~3"), 1) << "đảng";
  EXPECT_EQ(doubted_places({{"xay"}, {"dung", Correction::allowed, 0.001}}, model).front(), 1U);
}

TEST(Spell, LeavesWordsOfAQuestionThatStandBesideNoneOfTheirNeighbours) {
  // "bảo tàng" is an everyday pair, but who asks "khi nào tăng lương" has not mistyped it.
  const std::map<std::string, std::uint32_t> counts{{"khi~", 300},  {"nao~2", 200},    {"bao~3", 150}, {"tang~2", 60},
                                                    {"tang~1", 90}, {"Bbao tang", 20}, {"luong~7", 80}};
  const test::FakeVocabulary archive(1000, counts);
  const std::vector<TypedWord> typed{{"khi"}, {"nao"}, {"tang"}, {"luong"}};
  EXPECT_EQ(spelled(typed, WordModel(archive)), (Words{"khi", "nao", "tang", "luong"}));
  EXPECT_EQ(spelled({{"boa"}, {"tang"}}, WordModel(archive)), (Words{"bao", "tang"})) << "no word of the archive";
}

TEST(Spell, LooksAtAFewWordsOnly) {
  std::vector<TypedWord> typed;
  for (std::size_t i = 0; i < 3 * kMostDoubted; ++i) typed.insert(typed.end(), {{"chinh"}, {"saxh"}, {"thue"}});
  std::size_t changed = 0;
  const std::vector<std::string> words = corrected(typed);
  for (std::size_t i = 0; i < words.size(); ++i) changed += words[i] != typed[i].folded ? 1U : 0U;
  EXPECT_GT(changed, 0U);
  EXPECT_LE(changed, kMostDoubted);
}

}  // namespace
}  // namespace timbao
