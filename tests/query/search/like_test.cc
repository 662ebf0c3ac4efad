// SPDX-License-Identifier: GPL-2.0-or-later
// --like and --recent: articles like one, and newer ones first among equals.
#include "query/search/like.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "common/base/error.h"
#include "query/search/recency.h"
#include "query/search/searcher.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"
#include "tests/query/support/generated_archive.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using Ids = std::vector<std::string>;

/// Four articles about floods, four about football, and what they share.
std::vector<Article> archive() {
  std::vector<Article> articles;
  const auto add = [&](std::string id, std::string title, std::string body) {
    Article article = test::article_with(std::move(title), std::move(body));
    article.id = std::move(id);
    article.source = articles.size() % 2 == 0 ? "Báo Tỉnh" : "Báo Huyện";
    articles.push_back(std::move(article));
  };
  add("lũ-1", "Nước lũ lên nhanh ở hạ lưu", "Nước lũ tràn qua đê sông. Đê sông vỡ ở hai xã, dân chạy lũ trong đêm.");
  add("lũ-2", "Vỡ đê sông, hai xã ngập", "Đê sông vỡ lúc nửa đêm, nước lũ tràn vào ruộng.");
  add("lũ-3", "Dân hạ lưu chạy lũ", "Nước lũ lên, hạ lưu ngập trong đêm.");
  add("bóng-1", "Đội chủ nhà thắng trận mở màn", "Đội chủ nhà ghi hai bàn trong hiệp một ở sân vận động tỉnh.");
  add("bóng-2", "Trận mở màn không có bàn thắng", "Hai đội chơi chậm trong hiệp một, khán giả bỏ về.");
  add("khác", "Chợ hoa họp sớm", "Người dân ở hai xã bán hoa trong đêm.");
  return articles;
}

class Like : public ::testing::Test {
 protected:
  void SetUp() override { test::write_index(directory_ / "index", archive()); }

  [[nodiscard]] Answer answer(const std::string& like, const std::string& query = "") {
    SearchRequest request;
    request.like = like;
    request.query = query;
    return Searcher({directory_ / "index"}).search(request);
  }

  [[nodiscard]] Ids ids(const std::string& like, const std::string& query = "") {
    Ids found;
    for (const Hit& hit : answer(like, query).hits) found.push_back(hit.id);
    return found;
  }

  test::TempDirectory directory_;
};

TEST_F(Like, FindsTheLikestFirstAndNeverTheArticleItself) {
  const Ids like_flood = ids("lũ-1");
  ASSERT_GE(like_flood.size(), 2U);
  EXPECT_EQ(std::set<std::string>(like_flood.begin(), like_flood.begin() + 2), (std::set<std::string>{"lũ-2", "lũ-3"}));
  EXPECT_EQ(std::count(like_flood.begin(), like_flood.end(), "lũ-1"), 0);
  ASSERT_FALSE(ids("bóng-1").empty());
  EXPECT_EQ(ids("bóng-1").front(), "bóng-2");
}

TEST_F(Like, RestrictsTheHitsToWhatTheQueryFinds) {
  EXPECT_EQ(ids("lũ-1", "source:\"báo tỉnh\" ngập"), (Ids{"lũ-3"}));
  EXPECT_EQ(ids("lũ-1", "hoa").size(), 1U);
  EXPECT_TRUE(ids("lũ-1", "khuyu").empty());
}

TEST_F(Like, SaysThatNoArticleHasTheId) {
  try {
    (void)answer("vắng");
    FAIL() << "an unknown id is an error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::incomplete);
    EXPECT_EQ(error.message(), "--like: no article has the id 'vắng'");
  }
}

TEST_F(Like, TellsItsQuery) {
  const Answer like = answer("lũ-1");
  EXPECT_NE(like.parsed.find("nước lũ OR hạ lưu"), std::string::npos) << like.parsed;
  EXPECT_NE(like.parsed.find("-id:lũ-1"), std::string::npos) << like.parsed;
  EXPECT_EQ(like.total.count, like.hits.size());
}

TEST(LikeTree, FindsNothingForAnArticleWithoutWords) {
  Tokenizer tokenizer;
  const test::FakeVocabulary vocabulary(archive());
  EXPECT_TRUE(like_tree(test::article_with("***", "2018"), vocabulary, tokenizer).children.empty());
}

TEST(LikeTree, HoldsWhatTheArticleHasAndNothingElse) {
  Tokenizer tokenizer;
  std::vector<Article> articles;
  for (const test::GeneratedArticle& generated : test::generated_archive()) articles.push_back(generated.article);
  const test::FakeVocabulary vocabulary(articles);
  for (std::size_t i = 0; i < 50; ++i) {
    const Node tree = like_tree(articles[i], vocabulary, tokenizer);
    ASSERT_EQ(tree.children.size(), 2U) << articles[i].id;
    EXPECT_LE(tree.children[0].children.size(), 20U);
    for (const Node& part : tree.children[0].children)
      EXPECT_TRUE(test::is_hit("\"" + part.value + "\"", articles[i])) << part.value << " of " << articles[i].id;
  }
}

std::int64_t moment_of(const Day& day) { return first_second_of(day) + 3600; }

TEST(Recency, HalvesWithEachHalfLife) {
  const Day today{2018, 3, 3};
  EXPECT_DOUBLE_EQ(recency_factor(moment_of(today), today, 30), 1.25);
  EXPECT_DOUBLE_EQ(recency_factor(moment_of({2018, 2, 1}), today, 30), 1.125);
  EXPECT_DOUBLE_EQ(recency_factor(moment_of({2018, 1, 2}), today, 30), 1.0625);
}

TEST(Recency, LiftsNothingWithoutADateAndNothingMoreThanTheNewest) {
  const Day today{2018, 3, 3};
  EXPECT_EQ(recency_factor(std::nullopt, today, 30), 1);
  EXPECT_EQ(recency_factor(moment_of({2090, 1, 1}), today, 30), 1.25);
  EXPECT_GE(recency_factor(moment_of({1860, 1, 1}), today, 1), 1);
}

std::vector<std::pair<std::string, double>> scores(const std::string& query, std::optional<std::uint32_t> recent) {
  SearchRequest request;
  request.query = query;
  request.recent_days = recent;
  request.today = {2018, 2, 1};
  request.limit = 50;
  std::vector<std::pair<std::string, double>> found;
  for (const Hit& hit : Searcher({test::generated_index()}).search(request).hits) found.emplace_back(hit.id, hit.score);
  return found;
}

TEST(Recency, NeverLetsAWeakHitPassAStrongOne) {
  for (const std::string query : {"dang bo", "ngân sách", "hội nghị trung ương", "khuyu"}) {
    std::map<std::string, double> usual;
    for (const auto& [id, score] : scores(query, std::nullopt)) usual[id] = score;
    const auto lifted = scores(query, 60);
    for (std::size_t i = 0; i < lifted.size(); ++i)
      for (std::size_t j = i + 1; j < lifted.size(); ++j)
        if (usual.count(lifted[i].first) != 0 && usual.count(lifted[j].first) != 0) {
          EXPECT_GE(usual[lifted[i].first] * 1.25 + 1e-9, usual[lifted[j].first]) << query;
        }
  }
}

TEST(Recency, ChangesTheOrderOfEqualHits) {
  test::TempDirectory directory;
  std::vector<Article> articles{test::article_with("Giá xăng tăng", "Giá xăng tăng ở tỉnh."),
                                test::article_with("Giá xăng tăng", "Giá xăng tăng ở tỉnh ta hôm nay.")};
  articles[0].id = "cũ";
  articles[0].date = first_second_of({2010, 1, 1});
  articles[1].id = "mới";
  articles[1].date = first_second_of({2018, 1, 31});
  test::write_index(directory / "index", articles);
  SearchRequest request;
  request.query = "giá xăng";
  request.today = {2018, 2, 1};
  request.explain = Explain::yes;
  Searcher searcher({directory / "index"});
  EXPECT_EQ(searcher.search(request).hits.at(0).id, "cũ") << "the shorter article";
  request.recent_days = 30;
  const Hit first = searcher.search(request).hits.at(0);
  EXPECT_EQ(first.id, "mới");
  EXPECT_EQ(first.parts.back().name, "recent");
  double sum = 0;
  for (const ScorePart& part : first.parts) sum += part.value;
  EXPECT_NEAR(sum, first.score, 1e-9);
}

}  // namespace
}  // namespace timbao
