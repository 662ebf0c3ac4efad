// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/token_cache.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/error.h"
#include "common/index/stored.h"
#include "tests/query/support/asked.h"

namespace timbao {
namespace {

Xapian::Document document_with(const std::string& body) {
  Xapian::Document document;
  put_stored(document, test::sequence_of(test::article_with("", body)), "");
  return document;
}

std::size_t tokens_in(TokenCache& memory, Xapian::docid id, const Xapian::Document& document) {
  return memory.tokens_of(id, document).codes().size();
}

TEST(TokenCache, ReadsAnArticleOnce) {
  TokenCache memory;
  EXPECT_EQ(tokens_in(memory, 1, document_with("một hai")), 2U);
  EXPECT_EQ(tokens_in(memory, 1, document_with("một hai ba")), 2U) << "what stands there now is not asked";
  EXPECT_EQ(tokens_in(memory, 2, document_with("một hai ba")), 3U);
}

TEST(TokenCache, ForgetsWhenTheIndexWasOpenedAnew) {
  TokenCache memory;
  memory.clear_if_reopened(1);
  EXPECT_EQ(tokens_in(memory, 1, document_with("một hai")), 2U);
  memory.clear_if_reopened(1);
  EXPECT_EQ(tokens_in(memory, 1, document_with("một")), 2U);
  memory.clear_if_reopened(2);
  EXPECT_EQ(tokens_in(memory, 1, document_with("một")), 1U);
}

TEST(TokenCache, IsFullWhenItBeginsToForget) {
  TokenCache memory(20'000);
  EXPECT_EQ(tokens_in(memory, 1, document_with("một hai")), 2U);
  EXPECT_FALSE(memory.is_full());
  for (Xapian::docid other = 2; other < 200; ++other) EXPECT_EQ(tokens_in(memory, other, document_with("một")), 1U);
  EXPECT_TRUE(memory.is_full());
  memory.clear_if_reopened(1);
  EXPECT_FALSE(memory.is_full());
}

TEST(TokenCache, ForgetsWhatNobodyAskedForLately) {
  TokenCache memory(20'000);  // some 80 articles of this length
  const Xapian::Document before = document_with("một hai"), after = document_with("một");
  EXPECT_EQ(tokens_in(memory, 1, before), 2U);
  EXPECT_EQ(tokens_in(memory, 2, before), 2U);
  for (Xapian::docid other = 3; other < 1'000; ++other) {
    EXPECT_EQ(tokens_in(memory, other, before), 2U);
    ASSERT_EQ(tokens_in(memory, 2, after), 2U) << "it is asked for again and again";
  }
  EXPECT_EQ(tokens_in(memory, 1, after), 1U);
}

TEST(TokenCache, HasRoomForAsManyArticlesAfterALongOne) {
  TokenCache memory(400'000);
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "một ";
  EXPECT_EQ(tokens_in(memory, 1, document_with(text)), 20'000U);
  for (Xapian::docid other = 2; other < 200; ++other) EXPECT_EQ(tokens_in(memory, other, document_with("một")), 1U);
  EXPECT_FALSE(memory.is_full()) << "short articles are taken to be as long as the longest";
}

TEST(TokenCache, MovesAnArticleThatIsUsedAgainWhole) {
  TokenCache memory(20'000);
  EXPECT_EQ(tokens_in(memory, 1, document_with("ông Xyzzyq họp về KT-XH")), 6U);
  for (Xapian::docid other = 2; other < 1'000; ++other) {
    EXPECT_EQ(tokens_in(memory, other, document_with("một")), 1U);
    const ArticleTokens& first = memory.tokens_of(1, document_with(""));
    ASSERT_EQ(first.codes().size(), 6U);
    ASSERT_EQ(first.name(0).term, "xyzzyq~");
  }
}

TEST(TokenCache, RefusesADamagedSequenceEachTime) {
  TokenCache memory;
  Xapian::Document damaged;
  put_stored(damaged, "odd", "");
  for (int i = 0; i < 2; ++i) EXPECT_THROW(memory.tokens_of(1, damaged), Error);
}

}  // namespace
}  // namespace timbao
