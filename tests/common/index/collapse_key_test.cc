// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: most copies of one story have equal collapse keys, and other stories have others, however they are spelled.
#include "common/index/collapse_key.h"

#include <gtest/gtest.h>

#include <set>

#include "common/index/article.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

/// "xã0 xã1 …": numbered words, no two alike.
std::string words(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) text += "xã" + std::to_string(i) + ' ';
  return text;
}

std::string key_of(const Article& article) { return TermMaker().make(article).collapse_key; }

std::string key_of_body(std::string body) {
  Article article;
  article.body = std::move(body);
  return key_of(article);
}

TEST(CollapseKey, IsEightBytes) { EXPECT_EQ(key_of_body(words(0, 100)).size(), 8U); }

TEST(CollapseKey, StaysAsItIs) {
  CollapseKey key;
  for (std::uint64_t word = 1; word <= 40; ++word) key.add(word);
  EXPECT_EQ(key.finish(), "\x0B\x53\x56\x45\x27\x5B\x7D\x07") << "it is part of the format: docs/index-format.md";
}

TEST(CollapseKey, BeginsAnewAfterEachArticle) {
  CollapseKey key;
  for (std::uint64_t word = 1; word <= 40; ++word) key.add(word);
  const std::string first = key.finish();
  EXPECT_EQ(key.finish(), "");
  for (std::uint64_t word = 1; word <= 40; ++word) key.add(word);
  EXPECT_EQ(key.finish(), first);
}

TEST(CollapseKey, IsNoneForShortBodies) {
  EXPECT_EQ(key_of_body(""), "");
  EXPECT_EQ(key_of_body(words(0, 31)), "");
  EXPECT_NE(key_of_body(words(0, 32)), "");
}

TEST(CollapseKey, DoesNotDependOnSpelling) {
  const std::string rest = words(0, 40);
  EXPECT_EQ(key_of_body("Hòa bình, Đảng bộ. " + rest), key_of_body("hoà BÌNH Đảng bộ\n" + rest));
  EXPECT_EQ(key_of_body("Chi 5.700 đồng. " + rest), key_of_body("chi 5700 dong " + rest));
}

TEST(CollapseKey, LeavesOutAllButTheBody) {
  Article article;
  article.body = words(0, 50);
  const std::string key = key_of(article);
  article.title = words(100, 50);
  article.lead = words(200, 50);
  article.captions = {words(300, 50)};
  article.authors = {words(400, 50)};
  article.source = "Báo tỉnh";
  EXPECT_EQ(key_of(article), key);
}

TEST(CollapseKey, IsTheSameForMostCopiesWithAnEndCutOrAParagraphAdded) {
  constexpr auto kStories = static_cast<int>(test::rounds(200));
  int cut = 0, grown = 0;
  for (int story = 0; story < kStories; ++story) {
    const std::string key = key_of_body(words(story * 1000, 300));
    cut += key_of_body(words(story * 1000, 270)) == key ? 1 : 0;
    grown += key_of_body(words(story * 1000, 300) + words(story * 1000 + 700, 30)) == key ? 1 : 0;
  }
  EXPECT_GT(cut, kStories * 33 / 40) << "about nine in ten";
  EXPECT_GT(grown, kStories * 33 / 40) << "about nine in ten";
}

TEST(CollapseKey, IsAnotherForEveryOtherText) {
  std::set<std::string> keys;
  for (int story = 0; story < 300; ++story) keys.insert(key_of_body(words(story * 1000, 100)));
  EXPECT_EQ(keys.size(), 300U);
}

}  // namespace
}  // namespace timbao
