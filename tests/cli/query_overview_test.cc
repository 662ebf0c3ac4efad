// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: --facet, --timeline, --compare, --readings, --neighbours, --like and --recent do what
// docs/query-language.md says, and refuse the rest.
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

class QueryOverview : public QueryTest {};

TEST_F(QueryOverview, CountsByFieldBehindTheTotal) {
  EXPECT_EQ(query({"-n", "0", "--facet", "source", "--facet=year:1", "huyện OR tỉnh OR phường"}).out,
            "3 articles have all the words\n\n"
            "by source, of 3 articles:\n  Báo huyện  1\n  Báo tỉnh   1\n  1 article has none\n\n"
            "by year, of 3 articles:\n  2017  2\n  … and 1 more\n");
}

TEST_F(QueryOverview, CountsThroughTime) {
  const Json timeline =
      Json::parse(query({"--format=json", "--timeline", "month", "--match=any", "ngân sách huyện"}).out)["timeline"];
  EXPECT_EQ(to_line(timeline),
            R"({"unit":"month","buckets":[{"date":"2017-12","hits":1,"held":1,"per_1000":1000.0},)"
            R"({"date":"2018-01","hits":1,"held":1,"per_1000":1000.0}],"undated":{"hits":0,"held":1}})");
}

TEST_F(QueryOverview, ComparesQueriesThroughTime) {
  EXPECT_EQ(query({"-n", "0", "--timeline=month", "ngân", "--compare", "đảng", "--compare=vắng"}).out,
            "1 article has all the words\n\n"
            "by month, articles with each query and how many of 1,000 held (‰):\n"
            "  1  ngân: 1 article\n  2  đảng: 1 article\n  3  vắng: 0 articles\n\n"
            "           held  1     ‰  2     ‰  3  ‰\n"
            "  2017-12     1  0     0  1  1000  0  0\n"
            "  2018-01     1  1  1000  0     0  0  0\n"
            "  without a date: 0, 0, 0 of 1\n");
}

TEST_F(QueryOverview, ComparesQueriesOfALineOfABatch) {
  const auto batch = objects(query({"--batch", "--timeline=year", "--compare=ngân"},
                                   "{\"query\":\"đảng\",\"compare\":[\"đăng, ký\",\"họp\"]}\n"
                                   "đảng\n{\"query\":\"đảng\",\"compare\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}\n"
                                   "{\"query\":\"đảng\",\"compare\":\"\"}\n")
                                 .out);
  ASSERT_EQ(batch.size(), 4U);
  ASSERT_EQ(batch[0]["timeline"]["compared"].size(), 2U);
  EXPECT_EQ(batch[0]["timeline"]["compared"][0]["query"], "đăng, ký");
  EXPECT_EQ(to_line(batch[0]["timeline"]["compared"][0]["buckets"]),
            R"([{"date":"2017","hits":1,"held":2,"per_1000":500.0},{"date":"2018","hits":0,"held":1,"per_1000":0.0}])");
  EXPECT_EQ(batch[1]["timeline"]["compared"][0]["query"], "ngân");
  EXPECT_EQ(batch[2]["error"], "--compare takes at most 4 queries, not 5");
  EXPECT_EQ(batch[3]["error"], "--compare needs a query, not ''");
}

TEST_F(QueryOverview, ListsReadings) {
  const Json readings = Json::parse(query({"--format=json", "--readings", "dang"}).out)["readings"];
  EXPECT_EQ(to_line(readings), R"([{"word":"dang","field":null,"readings":[{"reading":"đăng","hits":1,"articles":1},)"
                               R"({"reading":"đảng","hits":1,"articles":1}]}])");
}

TEST_F(QueryOverview, ListsWordsNearTheQuery) {
  const std::string text = query({"-n", "0", "--neighbours=2", "--from=2017-12", "--to=2017-12", "đảng"}).out;
  EXPECT_EQ(text.find("1 article has all the words\n\nwords within 2 of 2 mentions:\n"), 0U) << text;
  EXPECT_NE(text.find("xây dựng"), std::string::npos) << text;
  const Json neighbours =
      Json::parse(query({"--format=json", "--neighbours", "--function-words", "\"ngân sách\""}).out)["neighbours"];
  EXPECT_EQ(neighbours["within"], 5);
  EXPECT_EQ(neighbours["mentions"], 1);
  ASSERT_FALSE(neighbours["words"].empty());
  for (const Json& word : neighbours["words"])
    EXPECT_EQ(word["observed"], word["left"].get<int>() + word["right"].get<int>()) << to_line(word);
  const Json none = Json::parse(query({"--format=json", "--neighbours", "vắng"}).out)["neighbours"];
  EXPECT_EQ(to_line(none), R"({"within":5,"mentions":0,"words":[]})");
}

TEST_F(QueryOverview, ListsWordsNearTheQueryOfALineOfABatch) {
  const auto batch = objects(query({"--batch", "--neighbours=3"},
                                   "{\"query\":\"đảng\",\"neighbours\":7}\nđảng\n"
                                   "{\"query\":\"đảng\",\"neighbours\":false}\n"
                                   "{\"query\":\"đảng\",\"neighbours\":51}\n")
                                 .out);
  ASSERT_EQ(batch.size(), 4U);
  EXPECT_EQ(batch[0]["neighbours"]["within"], 7);
  EXPECT_EQ(batch[1]["neighbours"]["within"], 3);
  EXPECT_FALSE(batch[2].contains("neighbours"));
  EXPECT_EQ(batch[3]["error"], "--neighbours takes a whole number from 1 to 50, not '51'");
}

TEST_F(QueryOverview, IsAskedByALineOfABatchInPlaceOfTheCommandLine) {
  const auto batch = objects(query({"--batch", "--facet=year"},
                                   "{\"query\":\"đảng\",\"facet\":[\"source\",\"month:2\"],\"timeline\":\"year\"}\n"
                                   "đảng\n{\"query\":\"đảng\",\"facet\":\"path\"}\n{\"like\":\"vắng\"}\n")
                                 .out);
  ASSERT_EQ(batch.size(), 4U);
  EXPECT_TRUE(batch[0]["facets"].contains("source"));
  EXPECT_TRUE(batch[0]["facets"].contains("month"));
  EXPECT_FALSE(batch[0]["facets"].contains("year"));
  EXPECT_TRUE(batch[0].contains("timeline"));
  EXPECT_TRUE(batch[1]["facets"].contains("year"));
  EXPECT_EQ(batch[2]["error"].get<std::string>().find("--facet takes source"), 0U);
  EXPECT_EQ(batch[3]["error"], "--like: no article has the id 'vắng'");
}

TEST_F(QueryOverview, RefusesWhatMakesNoSense) {
  EXPECT_NE(refusal({"--facet", "path", "họp"}).find("--facet takes source, section, author, year or month"),
            std::string::npos);
  EXPECT_NE(refusal({"--facet=year", "--facet=year:3", "họp"}).find("--facet names year twice"), std::string::npos);
  EXPECT_NE(refusal({"--timeline", "week", "họp"}).find("--timeline takes day, month or year"), std::string::npos);
  EXPECT_NE(refusal({"--timeline=day", "--timeline=day", "họp"}).find("timeline"), std::string::npos);
  EXPECT_NE(refusal({"--compare=họp", "họp"}).find("--compare compares queries through time: it needs --timeline"),
            std::string::npos);
  EXPECT_NE(
      refusal({"--timeline=day", "--compare=a", "--compare=b", "--compare=c", "--compare=d", "--compare=e", "họp"})
          .find("--compare takes at most 4 queries, not 5"),
      std::string::npos);
  EXPECT_NE(refusal({"--neighbours=0", "họp"}).find("--neighbours takes a whole number from 1 to 50"),
            std::string::npos);
  EXPECT_NE(refusal({"--function-words", "họp"}).find("give --neighbours too"), std::string::npos);
  EXPECT_NE(refusal({"--neighbours", "--format=ids", "họp"}).find("have no place in this format"), std::string::npos);
  EXPECT_NE(refusal({"--readings", "--format=tsv", "họp"}).find("have no place in this format"), std::string::npos);
  EXPECT_NE(refusal({"--readings", "--readings", "họp"}).find("readings"), std::string::npos);
  EXPECT_NE(refusal({"--recent", "0", "họp"}).find("--recent takes a whole number from 1"), std::string::npos);
  EXPECT_NE(refusal({"--recent=7", "--sort=newest", "họp"}).find("takes no --sort but relevance"), std::string::npos);
  EXPECT_NE(refusal({"--recent=7", "--recent=7", "họp"}).find("recent"), std::string::npos);
  EXPECT_NE(refusal({"--like="}).find("--like needs a value"), std::string::npos);
  EXPECT_NE(refusal({"--like=a", "--like=b"}).find("like"), std::string::npos);
  EXPECT_NE(refusal({"--show", "--facet=year", "dang-bo"}).find("--facet is no option of --show"), std::string::npos);
}

TEST_F(QueryOverview, FindsArticlesLikeOneWithoutAQuery) {
  add(R"({"id":"dang-bo-2","title":"Đảng bộ huyện tổng kết","body":"Huyện ủy ngăn chặn tự chuyển hóa."})"
      "\n");
  EXPECT_EQ(ids({"--like", "dang-bo"}).front(), "dang-bo-2");
  const RunResult unknown = query({"--like", "vắng"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_EQ(unknown.out, "");
  EXPECT_EQ(unknown.err, "timbao-query: --like: no article has the id 'vắng'\n");
}

TEST_F(QueryOverview, LiftsNewerArticles) {
  EXPECT_EQ(query({"--recent", "30", "đảng"}).status, 0);
  EXPECT_NE(query({"--recent", "30", "--explain", "đảng"}).out.find("recent "), std::string::npos);
}

}  // namespace
}  // namespace timbao::test
