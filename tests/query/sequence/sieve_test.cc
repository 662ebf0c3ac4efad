// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/sieve.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "tests/common/text/vietnamese.h"
#include "tests/query/support/asked.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using test::article_with;

bool passes(std::string_view query, const std::string& body) {
  return test::passes_sieve(test::ask(query), article_with("", body));
}

TEST(PhraseSieve, HoldsBackWhereTheRarestNeighboursDoNotMeet) {
  EXPECT_TRUE(passes("\"bàn giao đất\"", "Huyện bàn giao đất cho dân"));
  EXPECT_TRUE(passes("\"bàn giao đất\"", "Huyện bàn giao. Đất cho dân")) << "across a sentence's end";
  EXPECT_FALSE(passes("\"bàn giao đất\"", "Huyện giao bàn đất"));
  EXPECT_FALSE(passes("\"bàn giao\"", "Huyện bàn việc giao đất"));
  EXPECT_FALSE(passes("\"bàn giao\"", "Huyện bàn\ngiao đất")) << "across paragraphs";
  EXPECT_FALSE(passes("\"bàn giao\"", "Huyện bạn giao đất")) << "another reading";
  EXPECT_FALSE(passes("\"bàn giao\"", "")) << "an empty article";
}

TEST(PhraseSieve, FindsNeighboursInAnyPlaceOfAnArticleLaidOut) {
  const Question question = test::ask("\"bàn giao\"");
  const SequenceScanner scanner(question.words);
  const PhraseSieve sieve(question.hits, scanner);
  const auto passes_laid_out = [&](std::size_t before, std::string_view words, std::size_t after) {
    std::string body;
    for (std::size_t i = 0; i < before; ++i) body += "dân ";
    body += words;
    for (std::size_t i = 0; i < after; ++i) body += " dân";
    const std::string sequence = test::sequence_of(article_with("", body));
    return sieve.may_hold(ArticleTokens(checked_sequence(sequence)));
  };
  for (std::size_t before = 0; before < 70; ++before)
    for (const std::size_t after : std::initializer_list<std::size_t>{0, 1, 40}) {
      EXPECT_TRUE(passes_laid_out(before, "bàn giao", after)) << before << ", " << after;
      EXPECT_FALSE(passes_laid_out(before, "giao bàn", after)) << before << ", " << after;
      EXPECT_FALSE(passes_laid_out(before, "bàn việc giao", after)) << before << ", " << after;
    }
}

TEST(PhraseSieve, TakesEveryReadingThatThePhraseStandsFor) {
  EXPECT_TRUE(passes("\"ban giao\"", "Huyện bàn giao đất"));
  EXPECT_TRUE(passes("\"bàn giao\"", "Huyen ban giao dat"));
  EXPECT_FALSE(passes("=\"bàn giao\"", "Huyen ban giao dat"));
}

TEST(PhraseSieve, KnowsWordsWithoutACode) {
  EXPECT_TRUE(passes("\"ông qwertzu họp\"", "Hôm qua ông Qwertzu họp"));
  EXPECT_FALSE(passes("\"ông qwertzu\"", "Hôm qua ông Asdfgh gặp Qwertzu"));
}

TEST(PhraseSieve, LetsPassWhatAWholeMayHold) {
  EXPECT_TRUE(passes("\"kế hoạch ktxh\"", "Kế hoạch KT-XH năm nay"));
  EXPECT_TRUE(passes("\"ktxh năm\"", "Kế hoạch KT-XH năm nay"));
  EXPECT_TRUE(passes("\"phố lenin dài\"", "Trên phố Lê-nin dài"));
  EXPECT_FALSE(passes("\"kế hoạch ktxh\"", "Kế hoạch năm nay của KT-XH")) << "but not where it does not stand";
}

TEST(PhraseSieve, LetsAllPassWhereNothingHasToStandSideBySide) {
  EXPECT_TRUE(passes("bàn giao", "không có gì"));
  EXPECT_TRUE(passes("\"bàn giao\" OR đất", "không có gì")) << "either will do";
  EXPECT_TRUE(passes("-\"bàn giao\" đất", "không có gì"));
  EXPECT_FALSE(passes("+\"bàn giao\" +đất", "giao đất bàn"));
}

/// A few words that meet often, joined ones and such without a code among them.
std::string random_text(test::RandomTexts& random, std::size_t words) {
  constexpr std::array<std::string_view, 14> kWords{"bàn", "giao", "đất",   "ban", "KT-XH", "kt",      "xh",
                                                    "Lê",  "nin",  "5 700", "5",   "700",   "Qwertzu", "TP.HCM"};
  constexpr std::array<std::string_view, 5> kGaps{" ", " ", ". ", "-", "\n"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += kWords[random.below(kWords.size())];
    text += kGaps[random.below(kGaps.size())];
  }
  return text;
}

std::string random_phrase(test::RandomTexts& random) {
  constexpr std::array<std::string_view, 12> kWords{"bàn", "giao",  "dat",   "ban", "ktxh",    "kt",
                                                    "xh",  "lenin", "5.700", "700", "qwertzu", "tphcm"};
  std::string phrase;
  for (std::size_t i = 2 + random.below(3); i > 0; --i) (phrase += kWords[random.below(kWords.size())]) += ' ';
  return (random.below(4) == 0 ? "=\"" : "\"") + phrase + "\"";
}

TEST(PhraseSieve, HoldsBackNoHit) {
  test::RandomTexts random(5);
  int hits = 0, held_back = 0;
  for (std::size_t i = 0; i < test::rounds(3'000); ++i) {
    const std::string query = random_phrase(random);
    const Article article = article_with(random_text(random, random.below(4)), random_text(random, 12));
    if (test::is_hit(query, article)) ++hits;  // throws where the sieve holds it back
    if (!test::passes_sieve(test::ask(query), article)) ++held_back;
  }
  EXPECT_GT(hits, static_cast<int>(test::rounds(30)));
  EXPECT_GT(held_back, static_cast<int>(test::rounds(200)));
}

}  // namespace
}  // namespace timbao
