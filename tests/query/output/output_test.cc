// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "common/base/escape.h"
#include "common/index/article_json.h"
#include "query/output/article.h"
#include "query/output/json.h"
#include "query/output/render.h"
#include "query/output/score.h"
#include "query/output/text.h"
#include "query/output/tsv.h"

namespace timbao {
namespace {

constexpr std::int64_t kMoment = 1517360460;  // 2018-01-31T08:01:00+07:00

Hit full_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 17.23456789;
  hit.id = "a.txt";
  hit.title = {"Đảng bộ họp", {{0, 4}, {8, 11}}};
  hit.date = kMoment;
  hit.source = "Báo tỉnh";
  hit.section = "Thời sự";
  hit.author = "Nguyễn Khánh";
  hit.url = "https://example.vn/a";
  hit.path = "/x/a.txt";
  hit.snippet = {"… Đảng bộ họp bàn …", {{2, 6}}};
  return hit;
}

Answer answer_of(std::vector<Hit> hits) {
  Answer answer;
  answer.parsed = "đảng họp";
  answer.total = {12, MatchMode::all, true};
  answer.hits = std::move(hits);
  return answer;
}

SearchRequest request_of(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  return request;
}

TEST(Output, SaysHowManyCopiesAHitStandsFor) {
  Hit hit = full_hit();
  EXPECT_FALSE(hit_json(hit).contains("collapsed"));
  hit.collapsed = 0;
  EXPECT_EQ(hit_json(hit)["collapsed"], 0);
  EXPECT_EQ(answer_as_text(request_of("x"), answer_of({hit}), Highlight::none).find("like it"), std::string::npos);
  hit.collapsed = 3;
  EXPECT_EQ(hit_json(hit)["collapsed"], 3);
  EXPECT_NE(answer_as_text(request_of("x"), answer_of({hit}), Highlight::none).find("\n   … and 3 like it\n"),
            std::string::npos);
}

TEST(Render, ShowsHighlights) {
  const HighlightedText text{"Đảng bộ", {{0, 4}}};
  EXPECT_EQ(render(text, Highlight::none), "Đảng bộ");
  EXPECT_EQ(render(text, Highlight::ansi), "\x1B[1mĐảng\x1B[0m bộ");
  EXPECT_EQ(render(text, Highlight::html), "<mark>Đảng</mark> bộ");
}

TEST(Render, EscapesHtmlAndControlCharacters) {
  EXPECT_EQ(render({"<b>\"A\" & B", {{3, 6}}}, Highlight::html), "&lt;b&gt;<mark>&quot;A&quot;</mark> &amp; B");
  EXPECT_EQ(render("a\x1B[31m\nb\tc", Highlight::ansi), "a [31m b c");
  EXPECT_EQ(render("<b>", Highlight::none), "<b>");
}

TEST(Render, IgnoresHighlightsBeyondTheEnd) {
  EXPECT_EQ(render({"ab", {{1, 9}, {10, 12}}}, Highlight::html), "a<mark>b</mark>");
}

TEST(Score, HasSixSignificantDigits) {
  EXPECT_EQ(format_score(17.23456789), "17.2346");
  EXPECT_EQ(format_score(0), "0");
  EXPECT_EQ(format_score(12), "12");
  EXPECT_EQ(rounded_score(17.23456789), 17.2346);
}

TEST(HitJson, HasEveryKey) {
  EXPECT_EQ(to_line(hit_json(full_hit())),
            R"({"rank":1,"score":17.2346,"id":"a.txt","title":"Đảng bộ họp","title_marks":[[0,4],[8,11]],)"
            R"("date":"2018-01-31T08:01:00+07:00","source":"Báo tỉnh","section":"Thời sự","author":"Nguyễn Khánh",)"
            R"("url":"https://example.vn/a","path":"/x/a.txt",)"
            R"("snippet":{"text":"… Đảng bộ họp bàn …","marks":[[2,6]]}})");
}

TEST(HitJson, SaysNullForWhatTheArticleHasNot) {
  Hit hit;
  hit.rank = 3;
  hit.id = "b";
  EXPECT_EQ(to_line(hit_json(hit)),
            R"({"rank":3,"score":0.0,"id":"b","title":"","title_marks":[],"date":null,"source":null,"section":null,)"
            R"("author":null,"url":null,"path":null,"snippet":null})");
}

TEST(AnswerJson, IsOneLineOfTheSchema) {
  const std::string line = answer_as_json({R"("q\"1")"}, request_of("đảng"), answer_of({}), [] { return 1.23456; });
  EXPECT_EQ(line,
            R"({"schema":"timbao-query/1","id":"q\"1","query":"đảng","parsed":"đảng họp","notes":[],)"
            R"("total":{"count":12,"match":"all","exact":true},"offset":0,"elapsed_ms":1.235,"hits":[],"facets":{},)"
            R"("suggestion":null})"
            "\n");
}

TEST(AnswerJson, ExplainsOnlyWhereAsked) {
  Hit hit = full_hit();
  hit.parts = {{"words", 12.5}, {"neighbours", 4.7346}};
  Answer answer = answer_of({hit});
  answer.explanation = {"đảng: 3 readings"};
  SearchRequest request = request_of("đảng");
  request.explain = Explain::yes;
  const Json object = Json::parse(answer_as_json(JsonToken(), request, answer, [] { return 0.0; }));
  EXPECT_EQ(object["explain"], Json::array({"đảng: 3 readings"}));
  EXPECT_EQ(to_line(object["hits"][0]["explain"]),
            R"([{"name":"words","value":12.5},{"name":"neighbours","value":4.7346}])");
}

TEST(AnswerJson, TakesTheTimeLast) {
  bool is_formatted = false;
  Answer answer = answer_of({full_hit()});
  const std::string line = answer_as_json(JsonToken(), request_of("x"), answer, [&] {
    is_formatted = true;
    return 2.0;
  });
  EXPECT_TRUE(is_formatted);
  EXPECT_EQ(Json::parse(line)["elapsed_ms"], 2.0);
}

TEST(AnswerText, ShowsHitsAndTheirCount) {
  Hit bare;
  bare.rank = 2;
  bare.id = "b";
  EXPECT_EQ(answer_as_text(request_of("đảng"), answer_of({full_hit(), bare}), Highlight::none),
            "1. Đảng bộ họp\n"
            "   2018-01-31 · Báo tỉnh\n"
            "   … Đảng bộ họp bàn …\n"
            "   a.txt\n"
            "\n"
            "2. (no title)\n"
            "   b\n"
            "\n"
            "12 articles have all the words; 1 to 2 shown\n");
}

TEST(AnswerText, SaysHowManyThereAre) {
  SearchRequest request = request_of("x");
  Answer answer = answer_of({});
  EXPECT_EQ(answer_as_text(request, answer, Highlight::none), "12 articles have all the words; none shown\n");
  answer.total = {1, MatchMode::any, true};
  request.limit = 0;
  EXPECT_EQ(answer_as_text(request, answer, Highlight::none), "1 article has any of the words\n");
  answer.total = {340, MatchMode::all, false};
  EXPECT_EQ(answer_as_text(request, answer, Highlight::none), "about 340 articles have all the words\n");
  answer.total = {0, MatchMode::all, true};
  answer.hits.push_back(full_hit());
  const std::string text = answer_as_text(request, answer, Highlight::none);
  EXPECT_NE(text.find("no article has all the words; 1 to 1 shown\n"), std::string::npos) << text;
  answer.hits.clear();
  EXPECT_EQ(answer_as_text(request, answer, Highlight::none), "no article found\n");
}

TEST(AnswerText, SaysOfWhichArticlesThePageIs) {
  const auto last_line = [](HitsHave hits_have, const Total& total) {
    Answer answer = answer_of({full_hit()});
    answer.hits_have = hits_have;
    answer.total = total;
    const std::string text = answer_as_text(request_of("x y"), answer, Highlight::none);
    return text.substr(text.rfind('\n', text.size() - 2) + 1);
  };
  struct Case {
    HitsHave hits_have;
    Total total;
    std::string_view line;
  };
  const std::vector<Case> cases{
      {HitsHave::what_is_counted, {18, MatchMode::all, true}, "18 articles have all the words; 1 to 1 shown\n"},
      {HitsHave::what_is_counted, {18, MatchMode::any, true}, "18 articles have any of the words; 1 to 1 shown\n"},
      {HitsHave::any_word,
       {18, MatchMode::all, true},
       "18 articles have all the words; 1 to 1 of those with any of them shown\n"},
      {HitsHave::any_word,
       {0, MatchMode::all, true},
       "no article has all the words; 1 to 1 of those with any of them shown\n"},
      {HitsHave::any_word,
       {340, MatchMode::all, false},
       "about 340 articles have all the words; 1 to 1 of those with any of them shown\n"},
      {HitsHave::no_words, {1, MatchMode::all, true}, "1 article is found; 1 to 1 shown\n"},
      {HitsHave::no_words, {18, MatchMode::any, true}, "18 articles are found; 1 to 1 shown\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(last_line(c.hits_have, c.total), c.line);
}

TEST(AnswerText, NamesTheIndexOfAHitOfSeveral) {
  Hit hit = full_hit();
  hit.index = "báo/index";
  EXPECT_NE(answer_as_text(request_of("x"), answer_of({hit}), Highlight::none).find("   a.txt\n   index: báo/index\n"),
            std::string::npos);
}

TEST(AnswerJson, NamesTheIndexOfAHitOfSeveral) {
  Hit hit = full_hit();
  EXPECT_FALSE(hit_json(hit).contains("index"));
  hit.index = "báo/index";
  EXPECT_EQ(hit_json(hit)["index"], "báo/index");
}

TEST(AnswerJson, HasTheNotesOfTheQuery) {
  Answer answer = answer_of({});
  answer.notes = {{NoteKind::remark, "một"}, {NoteKind::warning, "hai"}};
  const Json object = Json::parse(answer_as_json(JsonToken(), request_of("x"), answer, [] { return 0.0; }));
  EXPECT_EQ(object["notes"], Json::array({"một", "hai"}));
}

TEST(AnswerJson, ListsWhatIsAlsoSearchedOnlyWhereAnythingIs) {
  Answer answer = answer_of({});
  answer.notes = {{NoteKind::remark, "một"},
                  {NoteKind::remark, "hai", AlsoSearched{"csgt", "cảnh sát", "abbreviation", 0.9}}};
  const auto object_of = [](const Answer& one) {
    return Json::parse(answer_as_json(JsonToken(), request_of("x"), one, [] { return 0.0; }));
  };
  EXPECT_EQ(object_of(answer)["alternatives"],
            Json::parse(R"([{"typed":"csgt","found":"cảnh sát","kind":"abbreviation","weight":0.9,"note":"hai"}])"));
  answer.notes.pop_back();
  EXPECT_FALSE(object_of(answer).contains("alternatives"));
}

TEST(AnswerText, ExplainsBelow) {
  Hit hit = full_hit();
  hit.parts = {{"words", 12.5}, {"neighbours", 4.7346}};
  Answer answer = answer_of({hit});
  answer.explanation = {"đảng: 3 readings"};
  SearchRequest request = request_of("đảng");
  request.explain = Explain::yes;
  const std::string text = answer_as_text(request, answer, Highlight::none);
  EXPECT_NE(text.find("   score 17.2346: words 12.5, neighbours 4.7346\n"), std::string::npos) << text;
  EXPECT_NE(text.find("\nread as: đảng họp\nđảng: 3 readings\n"), std::string::npos) << text;
}

TEST(Tsv, EscapesTabsLineEndsBackslashesAndControls) {
  EXPECT_EQ(hit_as_tsv(full_hit()), "1\t17.2346\ta.txt\t2018-01-31T08:01:00+07:00\tĐảng bộ họp\t/x/a.txt\n");
  Hit hit;
  hit.rank = 1;
  hit.id = "a\tb\\c\nd\re\u2028\x1B";
  hit.title.text = "\u202E\u009B31m";
  hit.path = "\x7F";
  EXPECT_EQ(hit_as_tsv(hit), "1\t0\ta\\tb\\\\c\\nd\\re\\u2028\\u001b\t\t\\u202e\\u009b31m\t\\u007f\n");
  EXPECT_EQ(hit_as_id(hit), "a\\tb\\\\c\\nd\\re\\u2028\\u001b\n");
}

Article full_article() {
  Article article;
  article.id = "a.txt";
  article.title = "Đảng bộ họp";
  article.lead = "Ngày mở đầu.";
  article.body = "Đoạn một.\nĐoạn hai.";
  article.captions = {"Quang cảnh. Ảnh: A"};
  article.authors = {"Nguyễn Khánh", "Khánh Linh"};
  article.sections = {"Thời sự"};
  article.date = kMoment;
  article.path = "/x/a.txt";
  article.others = {{"page", "3"}, {"extra.editor", "\"Hà\""}, {"extra.words", "120"}};
  return article;
}

TEST(ArticleJson, HasTheKeysOfAdd) {
  EXPECT_EQ(to_line(article_json(full_article())),
            R"({"id":"a.txt","title":"Đảng bộ họp","lead":"Ngày mở đầu.","body":"Đoạn một.\nĐoạn hai.",)"
            R"("captions":["Quang cảnh. Ảnh: A"],"author":["Nguyễn Khánh","Khánh Linh"],"source":null,)"
            R"("section":"Thời sự","date":"2018-01-31T08:01:00+07:00","url":null,"path":"/x/a.txt","page":3,)"
            R"("extra":{"editor":"Hà","words":120}})");
  EXPECT_EQ(to_line(article_json({})),
            R"({"id":"","title":null,"lead":null,"body":null,"captions":[],"author":null,"source":null,)"
            R"("section":null,"date":null,"url":null,"path":null})");
}

TEST(ArticleText, ShowsTheWholeArticle) {
  EXPECT_EQ(article_as_text(full_article()),
            "Đảng bộ họp\n"
            "\n"
            "id:      a.txt\n"
            "date:    2018-01-31T08:01:00+07:00\n"
            "author:  Nguyễn Khánh, Khánh Linh\n"
            "section: Thời sự\n"
            "path:    /x/a.txt\n"
            "page:    3\n"
            "extra.editor: \"Hà\"\n"
            "extra.words: 120\n"
            "\n"
            "Ngày mở đầu.\n"
            "\n"
            "Đoạn một.\n"
            "\n"
            "Đoạn hai.\n"
            "\n"
            "[Quang cảnh. Ảnh: A]\n");
}

TEST(ArticleText, LetsNoControlThroughWhereverItStands) {
  const std::string bad = "\x1B[31m\u009B\u202E\u2028x\n";
  Article article = full_article();
  for (std::string* text : {&article.id, &article.title, &article.lead, &article.body, &article.source, &article.url,
                            &article.path, &article.others[0].name, &article.others[0].json})
    *text += bad;
  article.captions = {bad};
  article.authors = {bad};
  article.sections = {bad};
  for (std::string text : {article_as_text(article), article_as_text(article, {40, {}})}) {
    text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
    EXPECT_EQ(find_control(text), text.size()) << text;
  }
}

TEST(ArticleText, IsWrappedUnderTheBeginningOfEachLine) {
  Article article;
  article.id = "a";
  article.title = "Đảng bộ huyện Thanh Lĩnh tổng kết";
  article.source = "Báo của tỉnh nhà rất xa";
  article.body = "Một hai ba bốn năm sáu bảy.";
  EXPECT_EQ(article_as_text(article, {20, {}}),
            "Đảng bộ huyện Thanh\nLĩnh tổng kết\n\nid:      a\nsource:  Báo của\n         tỉnh nhà\n         rất xa\n"
            "\nMột hai ba bốn năm\nsáu bảy.\n");
}

TEST(Text, IsWrappedUnderTheBeginningOfEachLine) {
  Hit hit = full_hit();
  hit.title = {"Đảng bộ họp bàn việc đê điều", {{0, 4}}};
  const std::string text = answer_as_text(request_of("x"), answer_of({hit}), {Highlight::ansi, 20});
  EXPECT_EQ(text.substr(0, text.find("   2018")), "1. \x1B[1mĐảng\x1B[0m bộ họp bàn\n   việc đê điều\n");
  EXPECT_NE(text.find("\n12 articles have all\nthe words; 1 to 1\nshown\n"), std::string::npos) << text;
}

TEST(Text, CutsATitleThatWouldFillTheScreen) {
  Hit hit = full_hit();
  hit.title = {"Đảng " + std::string(300'000, '='), {{0, 4}, {200'000, 200'002}}};
  hit.source = std::string(300'000, 's');
  const std::string text = answer_as_text(request_of("x"), answer_of({hit}), Highlight::html);
  EXPECT_EQ(text.substr(0, text.find('\n')), "1. <mark>Đảng</mark> " + std::string(295, '=') + "…");
  EXPECT_LT(text.size(), 700U);
}

}  // namespace
}  // namespace timbao
