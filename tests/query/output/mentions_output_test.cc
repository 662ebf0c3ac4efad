// SPDX-License-Identifier: GPL-2.0-or-later
// Mentions as lines for people, as columns and as JSON.
#include <gtest/gtest.h>

#include "common/base/escape.h"
#include "common/base/utf8.h"
#include "common/text/columns.h"
#include "query/output/json.h"
#include "query/output/mentions_json.h"
#include "query/output/mentions_lines.h"
#include "query/output/mentions_text.h"
#include "query/output/text.h"

namespace timbao {
namespace {

Mention a_mention() {
  Mention mention;
  mention.id = "tl-7";
  mention.title = "Xây dựng Đảng từ chi bộ";
  mention.date = 1552323600;
  mention.source = "Báo Thanh Lĩnh";
  mention.field = Field::body;
  mention.marks = {10, 17};
  mention.left = "Họp bàn của ";
  mention.match = "Đảng bộ";
  mention.right = " huyện hiện có.";
  mention.reading = "đảng bộ";
  return mention;
}

/// What a hostile article may print: controls, signs of HTML, and an override of the direction.
Mention hostile_mention() {
  const std::string evil = "a\x1B[2J\tb\n\u202Ec\u2028<script>\"&\u0085";
  Mention mention = a_mention();
  for (std::string* text : {&mention.id, &mention.title, &mention.source, &mention.left, &mention.match, &mention.right,
                            &mention.reading, &mention.index})
    *text = evil;
  return mention;
}

TEST(MentionText, BeginsEveryMatchInOneColumn) {
  const std::string line = mention_as_text(a_mention(), {});
  EXPECT_EQ(line, "2019-03-12  Báo Thanh Lĩnh    " + std::string(48, ' ') + "Họp bàn của Đảng bộ huyện hiện có.\n");
  Mention other = a_mention();
  other.date.reset();
  other.source.clear();
  other.left = "Hôm qua, hội nghị đã bàn của ";
  const std::string there = mention_as_text(other, {});
  EXPECT_EQ(count_code_points(there.substr(0, there.find("Đảng"))),
            count_code_points(line.substr(0, line.find("Đảng"))));
}

TEST(MentionText, FitsIntoTheWidth) {
  Mention mention = a_mention();
  mention.left = "một hai ba bốn năm sáu bảy tám chín mười của ";
  mention.right = " một hai ba bốn năm sáu bảy tám chín mười";
  for (const std::size_t columns : {1U, 5U, 20U, 39U, 40U, 71U, 72U, 80U, 200U}) {
    std::string line = mention_as_text(mention, {Highlight::none, columns});
    line.pop_back();
    EXPECT_LE(columns_of(line), columns) << line;
  }
  EXPECT_EQ(mention_as_text(mention, {Highlight::none, 72}),
            "2019-03-12  Báo Thanh Lĩnh    … chín mười của Đảng bộ một hai ba bốn nă…\n");
  EXPECT_EQ(mention_as_text(mention, {Highlight::none, 40}), "2019-03-12  … mười của Đảng bộ một hai …\n");
  EXPECT_EQ(mention_as_text(mention, {Highlight::ansi, 20}), "…ời của \x1B[1mĐảng bộ\x1B[0m một…\n");
}

TEST(MentionText, MarksTheMatchAndShowsNoControl) {
  const std::string html = mention_as_text(hostile_mention(), Highlight::html);
  EXPECT_NE(html.find("<mark>a [2J b c &lt;script&gt;&quot;&amp; </mark>"), std::string::npos) << html;
  EXPECT_EQ(html.find("<script>"), std::string::npos);
  const std::string plain = mention_as_text(hostile_mention(), {Highlight::none, 80});
  EXPECT_EQ(find_control(plain), plain.size() - 1) << "only the end of the line";
}

TEST(MentionTsv, IsOneLineOfTwelveColumns) {
  EXPECT_EQ(mention_as_tsv(a_mention()),
            "tl-7\t2019-03-12T00:00:00+07:00\tBáo Thanh Lĩnh\tXây dựng Đảng từ chi bộ\tbody\t0\t10\t17\t"
            "Họp bàn của \tĐảng bộ\t huyện hiện có.\tđảng bộ\n");
  const std::string line = mention_as_tsv(hostile_mention());
  EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 11);
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
  for (std::size_t at = 0; at + 1 < line.size(); ++at)
    EXPECT_TRUE(line[at] == '\t' || control_at(line, at).length == 0) << at;
}

TEST(MentionCsv, RunsNothingInASpreadsheet) {
  Mention mention = a_mention();
  mention.title = "=HYPERLINK(\"x\")";
  mention.left = "@a, b";
  EXPECT_EQ(mention_as_csv(mention),
            "tl-7,2019-03-12T00:00:00+07:00,Báo Thanh Lĩnh,\"'=HYPERLINK(\"\"x\"\")\",body,0,10,17,\"'@a, b\",Đảng bộ,"
            "\" huyện hiện có.\",đảng bộ\n");
  const std::string line = mention_as_csv(hostile_mention());
  EXPECT_EQ(find_control(line), line.size() - 1);
}

TEST(MentionJson, HasTheKeysOfTheSchema) {
  EXPECT_EQ(to_line(mention_json(a_mention())),
            R"({"id":"tl-7","title":"Xây dựng Đảng từ chi bộ","date":"2019-03-12T00:00:00+07:00",)"
            R"("source":"Báo Thanh Lĩnh","field":"body","item":0,"marks":[10,17],"left":"Họp bàn của ",)"
            R"("match":"Đảng bộ","right":" huyện hiện có.","reading":"đảng bộ"})");
  Mention bare;
  bare.index = "ix";
  EXPECT_EQ(to_line(mention_json(bare)),
            R"({"id":"","title":"","date":null,"source":null,"field":"body","item":0,"marks":[0,0],"left":"",)"
            R"("match":"","right":"","reading":"","index":"ix"})");
  const std::string hostile = to_line(mention_json(hostile_mention()));
  EXPECT_EQ(find_control(hostile), hostile.size());
}

TEST(MentionJson, StandsInTheAnswerWhereItWasAsked) {
  Answer answer;
  SearchRequest request;
  request.mentions = {ShowMentions::yes, 2, 4, MentionSort::left};
  EXPECT_EQ(answer_as_json({}, request, answer, [] { return 0.0; }).find("mentions"), std::string::npos);
  answer.mentions = Mentions{9, 3, 1, {a_mention()}};
  const Json object = Json::parse(answer_as_json({}, request, answer, [] { return 0.0; }));
  EXPECT_EQ(to_line(object["mentions"]), R"({"count":9,"articles":3,"sort":"left","offset":4,"items":[)" +
                                             to_line(mention_json(a_mention())) + "]}");
}

TEST(MentionJson, MarksAnArticle) {
  ArticleMarks marks;
  marks.words = {{"đảng", {}, 2}, {"bộ", Field::title, 1}};
  marks.title = {{{0, 7}, {0, 1}}};
  marks.body = {{{3, 7}, {0}}};
  marks.captions = {{}, {}};
  Json object = Json::object();
  add_marks_json(marks, object);
  EXPECT_EQ(to_line(object),
            R"({"marks":{"title":[[0,7,0,1]],"lead":[],"body":[[3,7,0]],"captions":[[],[]],"author":[]},)"
            R"("words":[{"word":"đảng","field":null,"mentions":2},{"word":"bộ","field":"title","mentions":1}]})");
}

TEST(MentionCount, SaysHowManyThereAreAndWhichAreShown) {
  EXPECT_EQ(count_of_mentions({}, {}), "no mentions");
  EXPECT_EQ(count_of_mentions({}, {1, 1, 1, {}}), "1 mention in 1 article, sorted by date");
  EXPECT_EQ(count_of_mentions({}, {1234567, 5600, 1234567, {}}),
            "1,234,567 mentions in 5,600 articles, sorted by date");
  EXPECT_EQ(count_of_mentions({ShowMentions::yes, 20, 20, MentionSort::left}, {1234, 56, 20, {}}),
            "1,234 mentions in 56 articles; 21 to 40 shown, sorted by left");
  EXPECT_EQ(count_of_mentions({ShowMentions::yes, 0, 0, MentionSort::left}, {12, 5, 0, {}}),
            "12 mentions in 5 articles; none shown");
  Answer answer;
  answer.mentions = Mentions{};
  EXPECT_EQ(answer_as_text({}, answer, {}), "no mentions\nno article found\n");
}

}  // namespace
}  // namespace timbao
