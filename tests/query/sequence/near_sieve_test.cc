// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/near_sieve.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "query/sequence/near_match.h"
#include "tests/query/support/asked.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

bool passes(std::string_view query, const Article& article) {
  const Question question = test::ask(query);
  const SequenceScanner scanner(question.words);
  NearSieve sieve(question.hits, scanner);
  const std::string sequence = test::sequence_of(article);
  return sieve.may_hold(ArticleTokens(checked_sequence(sequence)));
}

bool passes(std::string_view query, const std::string& body) { return passes(query, test::article_with("", body)); }

TEST(NearSieve, DropsArticlesWhoseWordsAreFarFromEachOther) {
  EXPECT_TRUE(passes("xăng NEAR/2 giá", "giá bán lẻ xăng"));
  EXPECT_TRUE(passes("xăng NEAR/2 giá", "xăng tăng giá"));
  EXPECT_FALSE(passes("xăng NEAR/2 giá", "giá bán lẻ của xăng"));
  EXPECT_FALSE(passes("xăng NEAR/2 giá", "xăng"));
  EXPECT_TRUE(passes("(xăng OR dầu) NEAR/0 giá", "dầu giá"));
  EXPECT_FALSE(passes("(xăng OR dầu) NEAR/0 giá", "dầu tăng giá của xăng"));
  EXPECT_TRUE(passes("xăng NEAR/0 giá NEAR/0 dầu", "xăng giá dầu"));
  EXPECT_FALSE(passes("xăng NEAR/0 giá NEAR/0 dầu", "xăng giá bán giá dầu"));
}

TEST(NearSieve, LetsPassWhatItDoesNotKnow) {
  EXPECT_TRUE(passes("xăng giá", "họp")) << "words anywhere";
  EXPECT_TRUE(passes("xăng OR (xăng NEAR/1 giá)", "xăng")) << "without it too";
  EXPECT_TRUE(passes("\"xăng dầu\" NEAR/1 \"giá bán\"", "họp")) << "phrases";
  EXPECT_TRUE(passes("xăng NEAR/9999 giá", "giá " + std::string(2'000, '.') + " xăng"));
}

TEST(NearSieve, DropsNothingThatStandsNear) {
  std::mt19937 random(7);
  const std::vector<std::string> words{"xăng", "giá", "bán", "của", "zqkx", "KT-XH", "5 700", "đến", "tăng\n", "là."};
  const std::vector<std::string> queries{"xăng NEAR/1 giá",
                                         "xăng NEAR/3 giá NEAR/0 bán",
                                         "(xăng OR zqkx) NEAR/2 ktxh",
                                         "zq* NEAR/0 kt* NEAR/1 (gia OR 5700)",
                                         "xăng NEAR/63 giá",
                                         "xăng NEAR/70 zqkx",
                                         "xăng NEAR/20 giá NEAR/40 đến",
                                         "xăng (giá NEAR/1 bán)"};
  for (std::size_t round = 0; round < test::rounds(300); ++round) {
    std::string body;
    const auto length = 1 + random() % 200;
    for (std::size_t i = 0; i < length; ++i) {
      body += words[round % 3 == 0 ? random() % words.size() : random() % 20 == 0 ? random() % words.size() : 3];
      body += ' ';
    }
    const Article article = test::article_with("", body);
    for (const std::string& query : queries)
      EXPECT_TRUE(!test::is_hit(query, article) || passes(query, article)) << query << " in " << body;
  }
}

}  // namespace
}  // namespace timbao
