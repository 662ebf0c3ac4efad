// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: each word gets the reading that the hits print beside its neighbours, else the commonest one of the archive.
#include "query/suggest/marks.h"

#include <gtest/gtest.h>

#include "common/index/sequence.h"
#include "common/text/syllable.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

using Keys = std::vector<std::string>;

std::vector<Article> articles() {
  return {test::article_with("Xây dựng Đảng", "Xây dựng Đảng trong sạch."),
          test::article_with("Đang dùng", "Người dân đang dùng nước, đang dùng điện."),
          test::article_with("Còn dùng", "Máy còn dùng được.")};
}

Keys marked_near(const std::vector<UnmarkedWord>& words, const std::vector<Article>& hits) {
  std::vector<std::string> forms;
  for (const UnmarkedWord& word : words) forms.push_back(word.folded);
  NearText near(forms);
  for (const Article& hit : hits) near.add(ArticleTokens(checked_sequence(test::sequence_of(hit))), 1);
  return marked(words, test::FakeVocabulary(articles()), near);
}

std::string exact(const std::string& word) { return exact_key(word); }

TEST(Marks, AreThoseOfTheHits) {
  EXPECT_EQ(marked_near({{"xay", ""}, {"dung", ""}, {"dang", ""}}, {articles()[0]}),
            (Keys{exact("xây"), exact("dựng"), exact("đảng")}));
  EXPECT_EQ(marked_near({{"dang", ""}, {"dung", ""}}, {articles()[1]}), (Keys{exact("đang"), exact("dùng")}));
}

TEST(Marks, AreTheCommonestOfTheArchiveWhereNoHitHasTheWord) {
  EXPECT_EQ(marked_near({{"dung", ""}}, {}), Keys{exact("dùng")});
}

TEST(Marks, LeaveReadingsThatAreKnownAndWordsThatTheArchiveDoesNotHave) {
  EXPECT_EQ(marked_near({{"dang", exact("đang")}, {"qqq", ""}}, {articles()[0]}), (Keys{exact("đang"), "qqq"}));
  EXPECT_TRUE(marked_near({}, {}).empty());
}

}  // namespace
}  // namespace timbao
