// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: --mentions lists every place of every article that is counted, in each format, and refuses what makes no sense.
#include "common/base/escape.h"
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

class QueryMentions : public QueryTest {};

TEST_F(QueryMentions, AreLinesForPeopleAndACountBehindThem) {
  const RunResult result = query({"--mentions", "dang"});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "2017-12-05  Báo huyện         " + std::string(60, ' ') +
                            "Đảng bộ huyện tổng kết công tác xây dựng Đảng\n"
                            "2017-12-05  Báo huyện         " +
                            std::string(19, ' ') +
                            "Đảng bộ huyện tổng kết công tác xây dựng Đảng\n"
                            "2017-06-10                    " +
                            std::string(50, ' ') +
                            "Người dân đăng ký lịch khám bệnh\n"
                            "2017-06-10                    " +
                            std::string(53, ' ') +
                            "Phường đăng thông báo ở nhà văn hóa.\n"
                            "4 mentions in 2 articles, sorted by date\n"
                            "2 articles have all the words\n");
}

TEST_F(QueryMentions, AreLinesOfJsonAndOfColumns) {
  const RunResult jsonl = query({"--mentions", "--mention-sort=reading", "--format", "jsonl", "dang"});
  const auto objects_of = objects(jsonl.out);
  ASSERT_EQ(objects_of.size(), 4U);
  std::string readings;
  for (const Json& mention : objects_of) readings += mention["reading"].get<std::string>() + " ";
  EXPECT_EQ(readings, "đảng đảng đăng đăng ");
  EXPECT_EQ(to_line(objects_of[1]),
            R"({"id":"dang-bo","title":"Đảng bộ huyện tổng kết công tác xây dựng Đảng",)"
            R"("date":"2017-12-05T07:30:00+07:00","source":"Báo huyện","field":"title","item":0,"marks":[41,45],)"
            R"("left":"Đảng bộ huyện tổng kết công tác xây dựng ","match":"Đảng","right":"","reading":"đảng"})");
  EXPECT_EQ(lines_of(query({"--mentions=1", "--format=csv", "dang"}).out).front(),
            "id,date,source,title,field,item,begin,end,left,match,right,reading");
  EXPECT_EQ(query({"--mentions=1", "--mention-offset=2", "--format=tsv", "dang"}).out,
            "dang-ky\t2017-06-10T00:00:00+07:00\t\tNgười dân đăng ký lịch khám bệnh\ttitle\t0\t10\t14\t"
            "Người dân \tđăng\t ký lịch khám bệnh\tđăng\n");
}

TEST_F(QueryMentions, StandBesideTheHitsInJson) {
  const Json answer = Json::parse(query({"--mentions=1", "--mention-sort=left", "--format=json", "-n1", "dang"}).out);
  EXPECT_EQ(answer["hits"].size(), 1U);
  EXPECT_EQ(answer["mentions"]["count"], 4);
  EXPECT_EQ(answer["mentions"]["articles"], 2);
  EXPECT_EQ(answer["mentions"]["sort"], "left");
  EXPECT_EQ(answer["mentions"]["items"].size(), 1U);
  EXPECT_EQ(answer["total"]["count"], 2);
  EXPECT_FALSE(Json::parse(query({"--format=json", "dang"}).out).contains("mentions"));
}

TEST_F(QueryMentions, AreAskedByALineOfABatch) {
  const auto batch = objects(query({"--batch", "--mentions"},
                                   "đảng\n{\"query\":\"dang\",\"mentions\":2,\"mention-sort\":\"right\"}\n"
                                   "{\"query\":\"dang\",\"mentions\":false}\n{\"query\":\"dang\",\"mentions\":-1}\n")
                                 .out);
  ASSERT_EQ(batch.size(), 4U);
  EXPECT_EQ(batch[0]["mentions"]["items"].size(), 2U);
  EXPECT_EQ(batch[1]["mentions"]["items"].size(), 2U);
  EXPECT_EQ(batch[1]["mentions"]["count"], 4);
  EXPECT_FALSE(batch[2].contains("mentions"));
  EXPECT_EQ(batch[3]["error"], "--mentions takes a whole number from 0 to 1000000000, not '-1'");
}

TEST_F(QueryMentions, FollowFieldsPhrasesAndListsOfTexts) {
  const auto captions = objects(query({"--mentions", "--format=jsonl", "\"hà thu\""}).out);
  ASSERT_EQ(captions.size(), 2U);
  EXPECT_EQ(captions[0]["field"], "captions");
  EXPECT_EQ(to_line(captions[0]["marks"]), "[28,34]");
  EXPECT_EQ(captions[1]["field"], "author");
  EXPECT_EQ(captions[1]["item"], 1);
  EXPECT_EQ(lines_of(query({"--mentions", "--format=tsv", "title:dang"}).out).size(), 3U);
  EXPECT_EQ(lines_of(query({"--mentions", "--format=tsv", "dang -phường"}).out).size(), 2U);
}

TEST_F(QueryMentions, AreNoneWhereNothingIsFoundOrOnlyFiltersMatch) {
  const RunResult none = query({"--mentions", "vắng"});
  EXPECT_EQ(none.status, 1);
  EXPECT_EQ(none.out.find("no mentions\n"), 0U) << none.out;
  EXPECT_EQ(query({"--mentions", "--format=jsonl", "date:2017"}).out, "");
  EXPECT_EQ(query({"--mentions", "date:2017"}).out, "no mentions\n2 articles are found\n");
  EXPECT_EQ(query({"--mentions=0", "dang"}).out,
            "4 mentions in 2 articles; none shown\n2 articles have all the words\n");
  EXPECT_EQ(query({"--mentions=0", "dang"}).status, 0);
}

TEST_F(QueryMentions, SteerNothingThatShowsThem) {
  add("{\"id\":\"evil\",\"title\":\"xấu <nguy> \\u202e\\u001b[2J\\u0085 "
      "xấu\",\"source\":\"a\\tb\\u2028\",\"body\":\"x\"}\n");
  for (const char* format : {"text", "json", "jsonl", "tsv"}) {
    const std::string out = query({"--mentions", "-n0", "--format", format, "xấu"}).out;
    for (std::size_t at = 0; at < out.size(); ++at)
      EXPECT_TRUE(control_at(out, at).length == 0 || out[at] == '\n' || (out[at] == '\t' && format[0] == 't'))
          << format << " " << at;
    EXPECT_EQ(std::string(format) == "json" ? 1U : 2U, lines_of(out).size() - (std::string(format) == "text" ? 2 : 0));
  }
  const std::string html = query({"--mentions", "--highlight=html", "xấu"}).out;
  EXPECT_EQ(html.find("<nguy>"), std::string::npos);
  EXPECT_NE(html.find("<mark>xấu</mark> &lt;nguy&gt;"), std::string::npos);
}

TEST_F(QueryMentions, RefuseWhatMakesNoSense) {
  EXPECT_NE(refusal({"--mentions", "--format=ids", "dang"}).find("--mentions has no place in this format"),
            std::string::npos);
  EXPECT_NE(refusal({"--mention-sort=left", "dang"}).find("give --mentions too"), std::string::npos);
  EXPECT_NE(refusal({"--mention-offset=1", "dang"}).find("give --mentions too"), std::string::npos);
  EXPECT_NE(
      refusal({"--mentions", "--mention-sort=up", "dang"}).find("--mention-sort takes date, left, right or reading"),
      std::string::npos);
  EXPECT_NE(refusal({"--mentions=many", "dang"}).find("--mentions takes a whole number"), std::string::npos);
  EXPECT_NE(refusal({"--mentions=", "dang"}).find("--mentions needs a value (N)"), std::string::npos);
  EXPECT_NE(refusal({"--mentions", "--mentions", "dang"}).find("--mentions is given twice"), std::string::npos);
  EXPECT_NE(refusal({"--show", "--mentions", "dang-bo"}).find("--mentions is no option of --show"), std::string::npos);
}

}  // namespace
}  // namespace timbao::test
