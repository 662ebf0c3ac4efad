// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/cost.h"

#include <gtest/gtest.h>

#include <string>

namespace timbao {
namespace {

Article article_of(std::string body) {
  Article article;
  article.body = std::move(body);
  return article;
}

TEST(Cost, OfNewsIsAFewTimesItsBytes) {
  std::string news;
  while (news.size() < 1'000'000) news += "Bà con xã Bình An hiến hơn 5.700 m đất để mở rộng mặt đường liên thôn.\n";
  const std::size_t memory = memory_to_index(article_of(news));
  EXPECT_GT(memory, 3 * news.size());
  EXPECT_LT(memory, 13 * news.size());
}

TEST(Cost, OfDifferentWordsIsManyTimesTheirBytes) {
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "t" + std::to_string(i) + " ";
  EXPECT_GT(memory_to_index(article_of(words)), 60'000'000U);
}

TEST(Cost, OfALongWordIsThatOfItsParts) {
  EXPECT_GT(memory_to_index(article_of(std::string(600'000, 'a'))), 6'000'000U);
}

TEST(Cost, CountsEveryFieldAndTitlesMost) {
  Article title, authors;
  for (int i = 0; i < 1'000; ++i) {
    title.title += "t" + std::to_string(i) + " ";
    authors.authors.push_back("t" + std::to_string(i));
  }
  EXPECT_GT(memory_to_index(authors), 600'000U);
  EXPECT_GT(memory_to_index(title), 3 * memory_to_index(authors));
  EXPECT_LT(memory_to_index(Article()), 2'000U);
  Article others;
  others.others.push_back({"extra.x", std::string(1'000'000, 'x')});
  EXPECT_GT(memory_to_index(others), 3'000'000U);
}

TEST(Cost, CountsWhatCompatibilityLettersBecome) {
  std::string ligatures;
  for (int i = 0; i < 100'000; ++i) ligatures += "\uFDFA ";
  EXPECT_GT(memory_to_index(article_of(ligatures)), 20'000'000U);
}

}  // namespace
}  // namespace timbao
