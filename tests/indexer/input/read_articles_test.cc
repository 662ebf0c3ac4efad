// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/read_articles.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "indexer/input/article/article_id.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

struct Outcome {
  std::vector<ReadArticle> articles;
  std::vector<Rejected> rejected;
};

Outcome read(const SourceFile& file, ReadOptions options = {}) {
  Outcome outcome;
  ArticleReader(std::move(options)).read(file, [&](ParsedArticle parsed) {
    if (auto* rejected = std::get_if<Rejected>(&parsed))
      outcome.rejected.push_back(std::move(*rejected));
    else
      outcome.articles.push_back(std::get<ReadArticle>(std::move(parsed)));
  });
  return outcome;
}

TEST(ReadArticles, GivesATextFileItsPathAsId) {
  const test::TempDirectory directory;
  ReadOptions options;
  options.source = "Báo Làng";
  const Outcome outcome = read({directory.write("a.txt", "Tin vắn\nMưa."), "2018/a.txt", {}, 0}, options);
  ASSERT_EQ(outcome.articles.size(), 1U);
  EXPECT_EQ(outcome.articles[0].article.id, "2018/a.txt");
  EXPECT_EQ(outcome.articles[0].article.path, "2018/a.txt");
  EXPECT_EQ(outcome.articles[0].article.source, "Báo Làng");
}

TEST(ReadArticles, ReportsABrokenLineByItsNumberAndReadsTheRest) {
  const test::TempDirectory directory;
  const std::string path = directory.write(
      "n.jsonl", "{\"title\":\"a\"}\n\n{\"title\":\n{\"id\":\"x\"}\n{\"title\":\"b\",\"source\":\"S\"}");
  const Outcome outcome = read({path, "n.jsonl", {}, 0});
  ASSERT_EQ(outcome.articles.size(), 2U);
  EXPECT_EQ(outcome.articles[0].article.id, "n.jsonl!1");
  EXPECT_EQ(outcome.articles[1].article.id, "n.jsonl!5");
  EXPECT_EQ(outcome.articles[1].article.source, "S");
  ASSERT_EQ(outcome.rejected.size(), 2U);
  EXPECT_EQ(outcome.rejected[0].line, 3U);
  EXPECT_EQ(outcome.rejected[0].path, path);
  EXPECT_EQ(outcome.rejected[0].reason, RejectReason::broken_record);
  EXPECT_EQ(outcome.rejected[1].line, 4U);
  EXPECT_EQ(outcome.rejected[1].id, "x");
}

TEST(ReadArticles, RejectsWhatIsOverTheLimit) {
  const test::TempDirectory directory;
  ReadOptions options;
  options.share.article_text = 20;
  const std::string text = directory.write("a.txt", std::string(21, 'x'));
  EXPECT_EQ(read({text, "a.txt", {}, 0}, options).rejected.at(0).reason, RejectReason::too_large);
  const Outcome lines = read(
      {directory.write("a.jsonl", "{\"title\":\"a\"}\n" + std::string(50, 'x') + "\n{\"title\":\"b\"}"), "a", {}, 0},
      options);
  EXPECT_EQ(lines.articles.size(), 2U);
  ASSERT_EQ(lines.rejected.size(), 1U);
  EXPECT_EQ(lines.rejected[0].line, 2U);
  EXPECT_EQ(lines.rejected[0].reason, RejectReason::too_large);
}

TEST(ReadArticles, RejectsEmptyAndBinaryFiles) {
  const test::TempDirectory directory;
  for (const char* name : {"a.txt", "a.jsonl", "a.json"}) {
    const auto reason_of = [&](std::string_view content) {
      return read({directory.write(name, content), "e", {}, 0}).rejected.at(0).reason;
    };
    EXPECT_EQ(reason_of(""), RejectReason::empty);
    EXPECT_EQ(reason_of("\n \n"), RejectReason::empty);
    EXPECT_EQ(reason_of("%PDF-1.7"), RejectReason::binary);
    EXPECT_EQ(reason_of(std::string_view("a\0b", 3)), RejectReason::binary);
    EXPECT_EQ(read({directory / "none", "n", {}, 0}).rejected.at(0).reason, RejectReason::missing);
  }
}

TEST(ReadArticles, RejectsOnlyTheRecordThatHoldsZeroBytes) {
  const test::TempDirectory directory;
  const std::string zeros(100'000, '\0'), good = "{\"title\":\"a\"}\n";
  for (const std::string& content : {zeros + "\n" + good + good, good + zeros + "\n" + good, good + good + zeros,
                                     good + "{\"title\":\"" + zeros + "\n" + good}) {
    const Outcome outcome = read({directory.write("n.jsonl", content), "n.jsonl", {}, 0});
    EXPECT_EQ(outcome.articles.size(), 2U);
    ASSERT_EQ(outcome.rejected.size(), 1U);
    EXPECT_EQ(outcome.rejected[0].reason, RejectReason::binary);
  }
}

TEST(ReadArticles, RepairsUtf8BeforeAnyFormatAndCountsItOnce) {
  const test::TempDirectory directory;
  const auto only_remark = [&](const std::string& name, const std::string& content) {
    const Outcome outcome = read({directory.write(name, content), name, {}, 0});
    EXPECT_EQ(outcome.articles.at(0).article.title, "H\uFFFD p\uFFFD") << name;
    EXPECT_EQ(outcome.articles[0].remarks.size(), 1U) << name;
    return outcome.articles[0].remarks.at(0);
  };
  const std::string title = "H\xE1\xBB p\xFF";
  EXPECT_EQ(only_remark("a.txt", title + "\nMưa.").count, 2U);
  EXPECT_EQ(only_remark("a.jsonl", "{\"title\":\"" + title + "\"}").count, 2U);
  EXPECT_EQ(only_remark("a.json", "[\n{\"title\":\"" + title + "\",\"body\":\"\\ud83d\"}]").count, 3U);
  EXPECT_EQ(only_remark("b.txt", title + "\nMưa.").kind, NoticeKind::ill_formed);
}

TEST(ReadArticles, ReadsRecordsWhateverTheFileIsCalled) {
  const test::TempDirectory directory;
  for (const char* name : {"a.txt", "a.jl", "a", "A.JSONL", "a.json", "a.dat"}) {
    for (const char* content : {"{\"title\":\"a\"}\n{\"title\":\"b\"}", "[{\"title\":\"a\"},{\"title\":\"b\"}]",
                                "\xEF\xBB\xBF[\n  {\n    \"title\": \"a\"\n  },\n  {\n    \"title\": \"b\"\n  }\n]\n",
                                "{\n\"title\":\n\"a\"}\n{\n\"title\":\"b\"}\n"}) {
      const Outcome outcome = read({directory.write(name, content), name, {}, 0});
      ASSERT_EQ(outcome.articles.size(), 2U) << name << content;
      EXPECT_EQ(outcome.articles[1].article.title, "b");
      EXPECT_TRUE(outcome.rejected.empty());
    }
  }
}

TEST(ReadArticles, KeepsTextThatOnlyBeginsLikeRecords) {
  const test::TempDirectory directory;
  for (const char* text : {"[Ảnh] Lễ khai mạc\nHội xuân.", "<Bài 1> Đê điều\nBà con họp.", "{Tin vắn}\nMưa.",
                           "{\"Tin\": vắn}\nMưa.", "[\"Ảnh\", phóng sự]\nMưa.", "[{Ảnh}]\nMưa."}) {
    const Outcome outcome = read({directory.write("a.txt", text), "a.txt", {}, 0});
    ASSERT_EQ(outcome.articles.size(), 1U) << text;
    EXPECT_EQ(outcome.articles[0].line, 0U);
    EXPECT_EQ(outcome.articles[0].article.title, std::string(text).substr(0, std::string(text).find('\n')));
  }
}

TEST(ArticleId, IsTheIdElseTheUrlElseThePlace) {
  Article article;
  EXPECT_EQ(article_id(article, {"a.txt", 0}), "a.txt");
  EXPECT_EQ(article_id(article, {"a.jsonl", 7}), "a.jsonl!7");
  article.url = "https://Example.VN/tin/1?utm_source=x#top";
  EXPECT_EQ(article_id(article, {"a.jsonl", 7}), "example.vn/tin/1");
  for (const char* nothing : {"#", "?", "https://", "https://bao.vn", "https://bao.vn/", "https://bao.vn/#!", "/"}) {
    article.url = nothing;
    EXPECT_EQ(article_id(article, {"a.jsonl", 7}), "a.jsonl!7") << nothing;
  }
  article.url = "https://bao.vn/#!/tin/1";
  EXPECT_EQ(article_id(article, {"a.jsonl", 7}), "bao.vn#!/tin/1");
  article.url = "tin-1.html";
  EXPECT_EQ(article_id(article, {"a.jsonl", 7}), "tin-1.html");
  article.id = "x1";
  EXPECT_EQ(article_id(article, {"a.jsonl", 7}), "x1");
}

TEST(ArticleId, OfARecordOfStandardInputFollowsFromItsContent) {
  Article article;
  article.title = "Tin vắn";
  const std::string id = article_id(article, {"-", 7});
  EXPECT_EQ(id.size(), 34U);
  EXPECT_EQ(article_id(article, {"-", 9}), id);
  article.title = "Tin khác";
  EXPECT_NE(article_id(article, {"-", 7}), id);
}

}  // namespace
}  // namespace timbao
