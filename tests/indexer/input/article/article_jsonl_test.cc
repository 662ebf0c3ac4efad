// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/article_jsonl.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/base/day.h"
#include "common/base/json.h"
#include "common/base/utf8.h"
#include "common/index/article_json.h"

namespace timbao {
namespace {

using Names = std::vector<std::string>;

using Kinds = std::vector<NoticeKind>;

Kinds kinds_of(const ReadArticle& read) {
  Kinds kinds;
  for (const Remark& remark : read.remarks) kinds.push_back(remark.kind);
  return kinds;
}

ParsedArticle parse(std::string line) { return JsonlParser().parse(line); }
ReadArticle read(const std::string& line) { return std::get<ReadArticle>(parse(line)); }
Rejected rejected(const std::string& line) { return std::get<Rejected>(parse(line)); }

TEST(ArticleJsonl, ReadsEveryKey) {
  const Article article =
      read(R"({"id":"a1","title":" Họp xã ","lead":"Sáng nay.","body":"Một.\n\nHai.","captions":["Ảnh"],
    "author":["An Vũ","Hà Chi"],"source":"Báo Làng","section":["Thời sự","Xã hội"],"date":"2018-01-31T08:01:00+07:00",
    "url":"https://example.vn/a","path":"cũ/a.txt"})")
          .article;
  EXPECT_EQ(article.id, "a1");
  EXPECT_EQ(article.title, "Họp xã");
  EXPECT_EQ(article.lead, "Sáng nay.");
  EXPECT_EQ(article.body, "Một.\nHai.");
  EXPECT_EQ(article.captions, Names{"Ảnh"});
  EXPECT_EQ(article.authors, (Names{"An Vũ", "Hà Chi"}));
  EXPECT_EQ(article.source, "Báo Làng");
  EXPECT_EQ(article.sections, (Names{"Thời sự", "Xã hội"}));
  EXPECT_EQ(format_timestamp(article.date.value_or(0)), "2018-01-31T08:01:00+07:00");
  EXPECT_EQ(article.url, "https://example.vn/a");
  EXPECT_EQ(article.path, "cũ/a.txt");
}

TEST(ArticleJsonl, TakesTheNamesThatSitesUse) {
  const Article article =
      read(R"({"headline":"T","sapo":"L","content":["a","b"],"caption":"C","authors":"A","publisher":"P",
    "category":"S","published_at":"31/01/2018","link":"https://example.vn/b"})")
          .article;
  EXPECT_EQ(article.title + article.lead + article.body + article.source, "TLa\nbP");
  EXPECT_EQ(article.captions, Names{"C"});
  EXPECT_EQ(article.authors, Names{"A"});
  EXPECT_EQ(article.sections, Names{"S"});
  EXPECT_TRUE(article.date.has_value());
  EXPECT_EQ(article.url, "https://example.vn/b");
}

TEST(ArticleJsonl, TakesNamesWithAWordBeforeOrBehindThem) {
  const Article article = read(R"({"news_url":"https://bao.vn/1","article_title":"T","post_description":"L",
    "articleBody":"B","post_time":"31/01/2018","author.name":"A","cate_name":"S","source.name":"P","page_id":"7"})")
                              .article;
  EXPECT_EQ(article.title + article.lead + article.body + article.source, "TLBP");
  EXPECT_EQ(article.authors, Names{"A"});
  EXPECT_EQ(article.sections, Names{"S"});
  EXPECT_EQ(article.url, "https://bao.vn/1");
  EXPECT_TRUE(article.date.has_value());
  EXPECT_EQ(article.id, "") << "the id of a page is not that of an article";
  EXPECT_EQ(read(R"({"raw_title":"thô","title":"T"})").article.title, "T") << "the plain name is the better one";
}

TEST(ArticleJsonl, TakesANumberInPlaceOfANameForNone) {
  const Article article =
      read(R"({"title":"T","author":3,"categories":[4,5],"_embedded":{"author":[{"name":"A"}]}})").article;
  EXPECT_EQ(article.authors, Names{"A"});
  EXPECT_TRUE(article.sections.empty());
  const std::vector<OtherField> expected{{"extra.author", "3"}, {"extra.categories", "[4,5]"}};
  EXPECT_EQ(article.others, expected);
}

TEST(ArticleJsonl, TakesANameAloneForNoTitle) {
  for (const char* line : {R"({"id":4,"name":"Thời sự","slug":"thoi-su"})", R"({"name":"An Vũ","email":"an@bao.vn"})"})
    EXPECT_EQ(rejected(line).reason, RejectReason::empty) << line;
  EXPECT_EQ(read(R"({"name":"Đê điều","link":"https://bao.vn/1"})").article.title, "Đê điều");
}

TEST(ArticleJsonl, TakesASourceThatIsAPageForTheAddress) {
  EXPECT_EQ(read(R"({"title":"T","source":"https://bao.vn/tin/1"})").article.url, "https://bao.vn/tin/1");
  for (const char* source : {"https://bao.vn/", "bao.vn/tin", "Báo Làng"})
    EXPECT_EQ(read(R"({"title":"T","source":")" + std::string(source) + "\"}").article.source, source);
  EXPECT_EQ(read(R"({"title":"T","source":"https://bao.vn/tin/1","url":"https://bao.vn/2"})").article.url,
            "https://bao.vn/2");
}

TEST(ArticleJsonl, PutsWhatIsKnownBesideTheRecordBehindWhatItSaysItself) {
  const Article article =
      read(R"({"metadata":{"title":"khác","url":"https://bao.vn/1","lang":"vi"},"title":"T","text":"B"})").article;
  EXPECT_EQ(article.title + article.body + article.url, "TBhttps://bao.vn/1");
  const std::vector<OtherField> expected{{"extra.title", R"("khác")"}, {"extra.lang", R"("vi")"}};
  EXPECT_EQ(article.others, expected);
}

TEST(ArticleJsonl, TakesTheTextsOfBlocks) {
  const Article article = read(R"({"title":{"stringValue":"T"},"author":{"node":{"name":"A"}},
    "category":{"edges":[{"node":{"name":"S"}}]},"mainEntityOfPage":{"@type":"WebPage","@id":"https://bao.vn/1"},
    "body":{"time":1,"blocks":[{"type":"paragraph","data":{"text":"một"}},{"type":"text","content":"hai"}]}})")
                              .article;
  EXPECT_EQ(article.title, "T");
  EXPECT_EQ(article.body, "một\nhai");
  EXPECT_EQ(article.authors, Names{"A"});
  EXPECT_EQ(article.sections, Names{"S"});
  EXPECT_EQ(article.url, "https://bao.vn/1");
}

TEST(ArticleJsonl, PrefersAKeysOwnNameWhereverItStands) {
  for (std::string line : {R"({"title":"T","sapo":"khác","lead":"L"})", R"({"title":"T","lead":"L","sapo":"khác"})"})
    EXPECT_EQ(read(line).article.lead, "L") << line;
}

TEST(ArticleJsonl, IgnoresTheCaseOfKeys) { EXPECT_EQ(read(R"({"Title":"T","ID":7})").article.id, "7"); }

TEST(ArticleJsonl, TakesNumbersAndTruthValuesAsTheirText) {
  const Article article = read(R"({"id":123456789012345678901234567890,"title":1.50,"body":true})").article;
  EXPECT_EQ(article.id, "123456789012345678901234567890");
  EXPECT_EQ(article.title, "1.50");
  EXPECT_EQ(article.body, "true");
}

TEST(ArticleJsonl, TakesTheTextsOfListsAndObjects) {
  const Article article = read(R"({"title":{"rendered":"T","protected":false},"lead":null,
    "author":[null,"A",["B",["C"]],{"name":"D","url":"x"}],"body":[{"text":"một"},{"text":"hai"}],
    "_id":{"$oid":"5f2a"},"date":{"$date":"2018-01-31T01:01:00Z"},"category":{"label":"L","name":"N"}})")
                              .article;
  EXPECT_EQ(article.id, "5f2a");
  EXPECT_EQ(article.title, "T");
  EXPECT_EQ(article.lead, "");
  EXPECT_EQ(article.body, "một\nhai");
  EXPECT_EQ(article.authors, (Names{"A", "B", "C", "D"}));
  EXPECT_EQ(article.sections, Names{"N"});
  EXPECT_EQ(format_timestamp(article.date.value_or(0)), "2018-01-31T08:01:00+07:00");
}

TEST(ArticleJsonl, KeepsWhatItDoesNotUnderstandAndSaysSo) {
  const ReadArticle article = read(R"({"title":"T","author":["A",{"x":1}],"body":{"a":[1, {"b":"c d"}]},"views":3})");
  EXPECT_EQ(article.article.authors, Names{"A"});
  const std::vector<OtherField> expected{
      {"extra.author", R"(["A",{"x":1}])"}, {"extra.body", R"({"a":[1,{"b":"c d"}]})"}, {"extra.views", "3"}};
  EXPECT_EQ(article.article.others, expected);
  EXPECT_EQ(kinds_of(article), (Kinds{NoticeKind::kept_value, NoticeKind::kept_value, NoticeKind::unknown_key}));
}

TEST(ArticleJsonl, TakesWhatSaysNothingForNothing) {
  for (const char* nothing : {"null", "false", "NaN", "-Infinity", R"("")", R"(" ")", R"("nan")", R"("None")",
                              R"("null")", R"("N/A")", "[]", R"(["nan",null])", R"({"name":null})"}) {
    const std::string value = nothing;
    const Article article = read(R"({"title":"T","id":)" + value + R"(,"url":)" + value + R"(,"lead":)" + value +
                                 R"(,"author":)" + value + R"(,"date":)" + value + "}")
                                .article;
    EXPECT_EQ(article.id + article.url + article.lead, "") << value;
    EXPECT_TRUE(article.authors.empty()) << value;
    EXPECT_TRUE(article.others.empty()) << value;
  }
  EXPECT_EQ(read(R"({"title":"Nan giải","id":"nan-1","url":"https://bao.vn/nan"})").article.id, "nan-1");
  EXPECT_EQ(read(R"({"title":"NaN","body":"x NaN, -Infinity \"NaN\""})").article.body, "x NaN, -Infinity \"NaN\"");
}

TEST(ArticleJsonl, KeepsIdsAsTheyStand) {
  for (const std::string id : {" a ", "a\\nb", "\u00A0a", "A", "1.50", "a\\u2028"}) {
    const Article article = read(R"({"title":"T","id":")" + id + "\"}").article;
    EXPECT_EQ(article.id, Json::parse('"' + id + '"').get<std::string>());
  }
}

TEST(ArticleJsonl, TakesTheBestNameAndKeepsTheOthers) {
  const Article article =
      read(R"({"Text":"T và thân","description":"mô tả","sapo":"sapô","Content":"thân","Title":"T"})").article;
  EXPECT_EQ(article.lead, "sapô");
  EXPECT_EQ(article.body, "thân");
  const std::vector<OtherField> expected{{"extra.Text", R"("T và thân")"}, {"extra.description", R"("mô tả")"}};
  EXPECT_EQ(article.others, expected);
}

TEST(ArticleJsonl, TakesTheDateThatCanBeRead) {
  const ReadArticle article =
      read(R"({"title":"T","date":"hôm qua","published_at":"31/01/2018","tags/0":"a","tags/1":"b"})");
  EXPECT_EQ(format_timestamp(article.article.date.value_or(0)), "2018-01-31T00:00:00+07:00");
  const std::vector<OtherField> expected{{"extra.date", R"("hôm qua")"}, {"tags", R"(["a","b"])"}};
  EXPECT_EQ(article.article.others, expected);
  EXPECT_EQ(kinds_of(article), Kinds{NoticeKind::unread_date});
}

TEST(ArticleJsonl, RemarksOnLongTextsInWellFormedUtf8) {
  std::string long_text;
  for (int i = 0; i < 70; ++i) long_text += "ẩ";
  const ReadArticle article = read(R"({"title":"T","a)" + long_text + R"(":1})");
  ASSERT_EQ(article.remarks.size(), 1U);
  EXPECT_TRUE(well_formed_prefix(article.remarks[0].detail) == article.remarks[0].detail.size())
      << article.remarks[0].detail;
}

TEST(ArticleJsonl, JoinsADayAndATimeOfDay) {
  const auto date_of = [](const std::string& members) {
    const ReadArticle article = read(R"({"title":"T",)" + members + "}");
    EXPECT_TRUE(article.remarks.empty()) << members;
    return format_timestamp(article.article.date.value_or(0));
  };
  EXPECT_EQ(date_of(R"("time":"08:30","date":"12/3/2021")"), "2021-03-12T08:30:00+07:00");
  EXPECT_EQ(date_of(R"("ngày":"12/3/2021","giờ":"8:30 PM")"), "2021-03-12T20:30:00+07:00");
  EXPECT_EQ(date_of(R"("date":"12/3/2021 07:00","time":"13/3/2021 08:30")"), "2021-03-12T07:00:00+07:00");
}

TEST(ArticleJsonl, RestoresLettersThatWereWrittenInAnotherWay) {
  const ReadArticle article = read(
      R"({"id":"H\u00b5 N\u00e9i","title":"H\u00b5 N\u00e9i","body":"Hµ Néi, mïa thu n¨m nay bµ con ®i häc","url":"https://bao.vn/?a=1&ecirc;"})");
  EXPECT_EQ(article.article.id, "Hµ Néi") << "an id stays as it is";
  EXPECT_EQ(article.article.title, "Hà Nội");
  EXPECT_EQ(article.article.body, "Hà Nội, mùa thu năm nay bà con đi học");
  EXPECT_EQ(article.article.url, "https://bao.vn/?a=1&ecirc;");
  EXPECT_EQ(kinds_of(article), Kinds{NoticeKind::restored_letters});
}

TEST(ArticleJsonl, ReadsHtmlInWhatPeopleRead) {
  const Article article = read(R"({"title":"Đ&ecirc;","body":"<p>a</p><p>b</p>","url":"x?a&amp;b"})").article;
  EXPECT_EQ(article.title, "Đê");
  EXPECT_EQ(article.body, "a\nb");
  EXPECT_EQ(article.url, "x?a&amp;b");
  EXPECT_EQ(kinds_of(read(R"({"title":"Đ&ecirc;"})")), Kinds{NoticeKind::read_as_html});
  EXPECT_EQ(kinds_of(read(R"({"title":"T","body":"<p>a</p>"})")), Kinds{NoticeKind::read_as_html});
  EXPECT_EQ(kinds_of(read(R"({"title":"<Bài 1> 3 < 5 & 7"})")), Kinds{});
}

TEST(ArticleJsonl, ReadsWhatADumpPrintsAsTheArticleThatItWas) {
  Article article;
  article.id = "a1";
  article.title = "Thẻ <b> và &ecirc;";
  article.body = "Viết <p>a</p> để ngắt đoạn.\nHết.";
  article.captions = {"Trang <i>đầu</i>"};
  const std::string line = to_line(article_json(article));
  EXPECT_EQ(to_line(article_json(read(line).article)), line);
  EXPECT_EQ(kinds_of(read(line)), Kinds{});
  EXPECT_EQ(read(R"({"id":"a1","title":"T","body":"<p>a</p>","path":"x"})").article.body, "a") << "no dump's keys";
}

TEST(ArticleJsonl, RejectsWhatWouldTakeTooMuchMemory) {
  std::string authors = R"({"title":"T","author":["a")";
  for (int i = 0; i < 10'000; ++i) authors += R"(,"a")";
  authors += "]}";
  EXPECT_EQ(std::get<Rejected>(JsonlParser(100'000).parse(authors)).reason, RejectReason::too_large);
}

TEST(ArticleJsonl, KeepsWhatIsShownButNotSearched) {
  const std::vector<OtherField> others =
      read(
          R"({"title":"T","tags":["a","b"],"page":3,"views":12,"hot":true,"list":[1],"extra":{"desk":"Tây","n":null}})")
          .article.others;
  const std::vector<OtherField> expected{{"tags", R"(["a","b"])"}, {"page", "3"},         {"extra.views", "12"},
                                         {"extra.hot", "true"},    {"extra.list", "[1]"}, {"extra.desk", R"("Tây")"}};
  EXPECT_EQ(others, expected);
}

TEST(ArticleJsonl, ReplacesHalfASurrogatePair) {
  const ReadArticle article = read(R"({"title":"a\ud83d b \ude00 \ud83d\ude00 \\ud83d"})");
  EXPECT_EQ(article.article.title, "a\uFFFD b \uFFFD \U0001F600 \\ud83d");
  EXPECT_EQ(article.replaced, 2U);
}

TEST(ArticleJsonl, KeepsADateThatCannotBeReadAndSaysSo) {
  const ReadArticle article = read(R"({"title":"T","published_at":"31/01/18"})");
  EXPECT_FALSE(article.article.date.has_value());
  EXPECT_EQ(kinds_of(article), Kinds{NoticeKind::unread_date});
  EXPECT_EQ(article.article.others, (std::vector<OtherField>{{"extra.date", R"("31/01/18")"}}));
  EXPECT_EQ(kinds_of(read(R"({"title":"T","date":""})")), Kinds{});
}

TEST(ArticleJsonl, RejectsWhatIsNoObject) {
  for (std::string line : {"", "{", "}", "[]", "[{\"title\":\"T\"}]", "null", "7", "\"title\"", "{\"title\":\"T\"",
                           "{\"title\":\"T\"} x", "{\"title\":\"T\"}{\"title\":\"T\"}", "{\"title\":\"T}",
                           "{\"title\":tru}", "{\"title\":1x}", "{\"title\" \"T\"}", "\x01\x02", "{\"title\":nul}"})
    EXPECT_EQ(rejected(line).reason, RejectReason::broken_record) << line;
}

TEST(ArticleJsonl, ReadsWhatIsNearlyAnObject) {
  EXPECT_EQ(read(R"({title:"T",})").article.title, "T");
  EXPECT_EQ(read("{\"title\":\"a\tb\"}").article.title, "a\tb");
  EXPECT_EQ(read(R"({"title":"C:\dir"})").article.title, "C:\\dir");
  EXPECT_EQ(read(R"({"title":"C:\xd","_id":ObjectId("5f")})").article.id, "5f");
  EXPECT_EQ(read(R"({"_index":"tin","_id":"7","_source":{"title":"T","source":"Báo"}})").article.source, "Báo");
}

TEST(ArticleJsonl, RejectsWhatHasNeitherTitleNorBodyAndNamesIt) {
  const Rejected without = rejected(R"({"id":"a7","lead":"L","title":" "})");
  EXPECT_EQ(without.reason, RejectReason::empty);
  EXPECT_EQ(without.id, "a7");
  EXPECT_EQ(without.detail, "has neither a title nor a body");
}

TEST(ArticleJsonl, NamesTheIdThatStoodBeforeTheFault) { EXPECT_EQ(rejected(R"({"id":"a7","title":tru})").id, "a7"); }

TEST(ArticleJsonl, SurvivesDepthAndLength) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_EQ(read(R"({"title":"T","x":)" + deep + "}").article.title, "T");
  EXPECT_EQ(rejected(R"({"title":"T","x":)" + std::string(200'000, '[')).reason, RejectReason::broken_record);
  const std::string word(3'000'000, 'a');
  EXPECT_EQ(read(R"({"body":")" + word + "\"}").bytes, word.size());
}

TEST(ArticleJsonl, ReadsTheNextLineAfterABrokenOne) {
  JsonlParser parser;
  std::string broken = "{\"title\":", good = R"({"title":"T"})";
  EXPECT_TRUE(std::holds_alternative<Rejected>(parser.parse(broken)));
  EXPECT_TRUE(std::holds_alternative<ReadArticle>(parser.parse(good)));
}

}  // namespace
}  // namespace timbao
