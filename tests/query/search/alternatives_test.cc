// SPDX-License-Identifier: GPL-2.0-or-later
// Alternatives in clauses, in ranking and in highlights: they count as what was typed, and never more.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "query/language/parse.h"
#include "query/plan/candidates.h"
#include "query/plan/clause_matcher.h"
#include "query/search/rank.h"
#include "query/show/highlighter.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

using test::article_with;

struct Also {
  std::size_t first, count;
  std::string value;
  double weight = 0.9;
};

/// The question of a words query with alternatives to some of its words.
Question ask_also(std::string_view query, const std::vector<Also>& alternatives, const SearchRequest& request = {}) {
  static Tokenizer tokenizer;
  Node root = parse_query(query, tokenizer, {2018, 2, 1}).root;
  for (const Also& also : alternatives) {
    Alternative alternative;
    alternative.first = also.first;
    alternative.count = also.count;
    alternative.weight = also.weight;
    alternative.node.kind = NodeKind::words;
    alternative.node.value = also.value;
    alternative.node.text = tokenizer.tokenize(also.value);
    root.children.front().alternatives.push_back(std::move(alternative));
  }
  return make_question(root, request);
}

const std::string kFiller = " ở xã này có ba việc phải xong trước tết";

std::vector<Article> archive_of(std::vector<Article> articles) {
  for (int i = 0; i < 20; ++i) articles.push_back(article_with("Tin khác", "Không liên quan gì cả"));
  return articles;
}

std::vector<FullScore> full_scores(const Question& question, const std::vector<Article>& articles) {
  const test::FakeVocabulary vocabulary(archive_of(articles));
  const PreparedQuestion prepared(question, vocabulary);
  Ranker ranker(prepared, RestoredWords(prepared.weights().words.size()), 12);
  std::vector<FullScore> scores;
  scores.reserve(articles.size());
  for (const Article& article : articles) scores.push_back(ranker.score(test::scanned(article, prepared.scanner())));
  return scores;
}

std::vector<double> totals(const Question& question, const std::vector<Article>& articles) {
  const std::vector<FullScore> scores = full_scores(question, articles);
  double best = 0;
  for (const FullScore& score : scores) best = std::max(best, score.text());
  std::vector<double> sums;
  sums.reserve(scores.size());
  for (const FullScore& score : scores) sums.push_back(score.total(best));
  return sums;
}

TEST(Alternatives, FindArticlesThatHaveThemInPlaceOfTheWords) {
  SearchRequest all;
  all.match = MatchMode::all;
  const std::vector<Also> csgt{{1, 1, "cảnh sát giao thông"}};
  EXPECT_EQ(test::describe_clause(ask_also("phạt csgt", csgt, all), ask_also("phạt csgt", csgt, all).hits),
            "all(~phat~5, any(csgt, phrase(~canh~3 ~sat~1 giao ~thông)))");
  EXPECT_EQ(test::describe_clause(ask_also("phạt csgt", csgt), ask_also("phạt csgt", csgt).hits),
            "any(phat~5, csgt, phrase(~canh~3 ~sat~1 giao ~thông))");
}

TEST(Alternatives, OfSeveralWordsLeaveEachOfThemASingleOptionalWord) {
  const Question question = ask_also("cảnh sát giao thông", {{0, 4, "CSGT"}});
  EXPECT_EQ(test::describe_clause(question, question.hits), "any(canh~3, sat~1, giao, thông, csgt)");
}

TEST(Alternatives, RankBelowWhatWasTypedAndAboveNothing) {
  const std::vector<Article> articles{article_with("Tin mới", "csgt" + kFiller),
                                      article_with("Tin mới", "cảnh sát giao thông" + kFiller),
                                      article_with("Tin mới", "cảnh giao sát thông" + kFiller)};
  const std::vector<double> scores = totals(ask_also("csgt", {{0, 1, "cảnh sát giao thông"}}), articles);
  EXPECT_GT(scores[0], scores[1]);
  EXPECT_GT(scores[1], 0.8 * scores[0]);
  EXPECT_EQ(scores[2], 0) << "the words do not stand side by side";
}

TEST(Alternatives, OfSeveralWordsCountForEachWordAndPair) {
  const std::vector<Article> articles{article_with("Tin mới", "cảnh sát giao thông" + kFiller),
                                      article_with("Tin mới", "CSGT của toàn tỉnh" + kFiller),
                                      article_with("Tin mới", "cảnh giao" + kFiller)};
  const std::vector<double> scores = totals(ask_also("cảnh sát giao thông", {{0, 4, "CSGT"}}), articles);
  EXPECT_GT(scores[0], scores[1]);
  EXPECT_GT(scores[1], scores[2]);
}

TEST(Alternatives, MakePairsWithTheWordsBesideThem) {
  const std::vector<Article> articles{article_with("Tin mới", "chống đối cảnh sát giao thông Hà Nội" + kFiller),
                                      article_with("Tin mới", "đối Hà chống cảnh sát giao thông Nội" + kFiller)};
  const Question question = ask_also("đối csgt Hà", {{1, 1, "cảnh sát giao thông"}});
  const std::vector<FullScore> scores = full_scores(question, articles);
  EXPECT_GT(scores[0].pairs, 0) << "of both pairs, one before the alternative and one behind it";
  EXPECT_DOUBLE_EQ(scores[0].neighbours, 1);
  EXPECT_EQ(scores[1].pairs, 0);
  EXPECT_EQ(scores[1].neighbours, 0);
}

TEST(Alternatives, MakePairsWithAlternativesBesideThem) {
  const std::vector<Article> articles{article_with("Tin mới", "hội đồng nhân dân thành phố Hồ Chí Minh" + kFiller),
                                      article_with("Tin mới", "thành phố Hồ Chí Minh hội đồng nhân dân" + kFiller)};
  const Question question = ask_also("hđnd tphcm", {{0, 1, "hội đồng nhân dân"}, {1, 1, "thành phố Hồ Chí Minh"}});
  const std::vector<FullScore> scores = full_scores(question, articles);
  EXPECT_GT(scores[0].pairs, 0);
  EXPECT_EQ(scores[1].pairs, 0) << "the other way round";
}

TEST(Alternatives, MakeNoPairsAcrossParagraphs) {
  const std::vector<Article> articles{article_with("Tin mới", "Nhiều người chống đối\nCảnh sát giao thông" + kFiller)};
  const std::vector<FullScore> scores = full_scores(ask_also("đối csgt", {{1, 1, "cảnh sát giao thông"}}), articles);
  EXPECT_EQ(scores[0].pairs, 0);
}

TEST(Alternatives, MakeASingleWordAsCommonAsBothAre) {
  const test::FakeVocabulary vocabulary(archive_of(
      {article_with("a", "csgt"), article_with("b", "CA"), article_with("c", "CA"), article_with("d", "CA")}));
  const PreparedQuestion alone(ask_also("csgt", {}), vocabulary), both(ask_also("csgt", {{0, 1, "CA"}}), vocabulary);
  EXPECT_LT(both.weights().words[WeightId(0)].idf, alone.weights().words[WeightId(0)].idf);
}

TEST(Alternatives, FindCandidatesByTheirOwnLists) {
  const test::FakeVocabulary vocabulary(
      archive_of({article_with("a", "csgt"), article_with("b", "cảnh sát giao thông")}));
  const CandidateQueries queries =
      candidate_queries({ask_also("csgt", {{0, 1, "cảnh sát giao thông"}}), vocabulary}, vocabulary);
  ASSERT_EQ(queries.lines.size(), 2U);
  EXPECT_EQ(queries.lines[0], "list csgt: 1");
}

TEST(Alternatives, AreHighlightedWhole) {
  const Article article = article_with("Hôm nay cảnh sát giao thông và cảnh sát biển", "Cảnh sát giao thông nói gì");
  const test::FakeVocabulary vocabulary(archive_of({article}));
  const PreparedQuestion prepared(ask_also("csgt", {{0, 1, "cảnh sát giao thông"}}), vocabulary);
  const ScannedArticle scanned = test::scanned(article, prepared.scanner());
  Tokenizer tokenizer;
  const ArticleHighlighter highlighter(prepared.weights(), prepared.scanner(), scanned, tokenizer);
  const HighlightedText title = highlighter.title(article);
  ASSERT_EQ(title.highlights.size(), 1U);
  EXPECT_EQ(title.highlights[0].begin, 8U);
  EXPECT_EQ(title.highlights[0].end, 27U);
  EXPECT_EQ(highlighter.snippet(article, 200).highlights.size(), 1U);
}

}  // namespace
}  // namespace timbao
