// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: --serve answers what the command line answers, sees what a writer publishes, and does what its description
// says.
#include <chrono>
#include <thread>

#include "tests/cli/serve_fixture.h"
#include "tests/cli/without_time.h"

namespace timbao::test {
namespace {

TEST_F(ServeTest, GivesTheAnswerOfTheCommandLine) {
  const struct {
    std::string target;
    std::vector<std::string> arguments;
  } kCases[] = {
      {"/api/search?q=ng%C3%A2n+s%C3%A1ch", {"ngân sách"}},
      {"/api/search?q=dang&limit=1&offset=1&sort=newest", {"dang", "--limit=1", "--offset=1", "--sort=newest"}},
      {"/api/search?q=dang&facet=source:2&facet=year&readings=true&explain=true",
       {"dang", "--facet=source:2,year", "--readings", "--explain"}},
      {"/api/search?like=dang-bo", {"--like=dang-bo"}},
      {"/api/timeline?q=dang&unit=year", {"dang", "--limit=0", "--timeline=year"}},
      {"/api/timeline?q=dang", {"dang", "--limit=0", "--timeline=month"}},
      {"/api/readings?q=dang", {"dang", "--limit=0", "--readings"}},
      {"/api/timeline?q=dang&compare=ng%C3%A2n,s%C3%A1ch&compare=b%C3%A0n",
       {"dang", "--limit=0", "--timeline=month", "--compare=ngân,sách", "--compare=bàn"}},
      {"/api/mentions?q=dang&limit=2&offset=1&mention-sort=left",
       {"dang", "--limit=0", "--mentions=2", "--mention-offset=1", "--mention-sort=left"}},
      {"/api/mentions?q=dang", {"dang", "--limit=0", "--mentions=50"}},
  };
  for (const auto& one : kCases) {
    std::vector<std::string> arguments = one.arguments;
    arguments.emplace_back("--format=json");
    EXPECT_EQ(without_time(object(one.target)), without_time(Json::parse(query(arguments).out))) << one.target;
  }
}

TEST_F(ServeTest, ExportsWhatTheCommandLineStreams) {
  for (const std::string format : {"jsonl", "tsv", "ids", "csv", "bibtex", "ris"}) {
    const HttpReply reply = get("/api/export?q=dang&format=" + format);
    EXPECT_EQ(reply.status, 200);
    const std::string mark = format == "csv" ? "\uFEFF" : "";  // spreadsheets need it, pipelines do not
    EXPECT_EQ(reply.body, mark + query({"dang", "--limit=all", "--format=" + format}).out);
    EXPECT_EQ(reply.headers.at("content-disposition"), "attachment; filename=\"timbao." + format + "\"");
  }
}

TEST_F(ServeTest, ExportsMentionsAsTheCommandLineListsThem) {
  for (const std::string format : {"jsonl", "tsv", "csv"}) {
    const HttpReply reply = get("/api/export?q=dang&mentions=true&mention-sort=left&format=" + format);
    EXPECT_EQ(reply.status, 200);
    const std::string mark = format == "csv" ? "\uFEFF" : "";
    EXPECT_EQ(reply.body, mark + query({"dang", "--mentions", "--mention-sort=left", "--format=" + format}).out);
    EXPECT_EQ(reply.headers.at("content-disposition"), "attachment; filename=\"timbao-mentions." + format + "\"");
  }
  EXPECT_EQ(get("/api/export?q=dang&mentions=true&format=ris").status, 400);
}

TEST_F(ServeTest, ShowsArticlesWhole) {
  const Json answer = object("/api/article?id=odd%09id");
  EXPECT_EQ(answer.at("id"), "odd\tid");
  EXPECT_EQ(answer.at("articles").at(0), Json::parse(query({"--show", "--format=json", "odd\tid"}).out));
  EXPECT_EQ(get("/api/article?id=none").status, 404);
  EXPECT_EQ(get("/api/article?id=none&q=dang").status, 404);
}

TEST_F(ServeTest, MarksInAnArticleWhatItsMentionsAre) {
  const Json answer = object("/api/article?id=dang-bo&q=dang+bo");
  std::size_t marks = 0;
  for (const Json& field :
       {answer.at("marks").at("title"), answer.at("marks").at("lead"), answer.at("marks").at("body")})
    marks += field.size();
  std::size_t mentions = 0;
  const Json all = object("/api/mentions?q=dang+bo");
  for (const Json& mention : all.at("mentions").at("items"))
    mentions += mention.at("id") == "dang-bo" ? std::size_t{1} : 0;
  EXPECT_GT(marks, 0U);
  EXPECT_EQ(marks, mentions);
}

TEST_F(ServeTest, SaysWhatTheArchiveHolds) {
  const Json stats = object("/api/stats");
  EXPECT_EQ(stats.at("articles"), 4);
  EXPECT_EQ(stats.at("dates"), (Json{{"first", "2017-06-10"}, {"last", "2018-01-31"}}));
  EXPECT_EQ(stats.at("sources"), Json::parse(R"([{"value":"Báo huyện","count":1},{"value":"Báo tỉnh","count":1}])"));
  EXPECT_EQ(stats.at("coverage"), Json::parse(R"([{"month":null,"source":null,"count":1},
      {"month":"2017-06","source":null,"count":1},{"month":"2017-12","source":"Báo huyện","count":1},
      {"month":"2018-01","source":"Báo tỉnh","count":1}])"));
}

TEST_F(ServeTest, CompletesWords) {
  const Json completions = object("/api/complete?q=chinh+dan").at("completions");
  ASSERT_FALSE(completions.empty());
  EXPECT_EQ(completions.at(0).at("begin"), 6);
  EXPECT_EQ(completions.at(0).at("end"), 9);
}

TEST_F(ServeTest, SeesAPublicationWithinASecond) {
  EXPECT_EQ(object("/api/search?q=th%C3%A1c+M%C6%A1").at("total").at("count"), 0);
  add(R"({"id":"new","title":"Du lịch thác Mơ","body":"Khách đến thác Mơ."})"
      "\n");
  const auto published = std::chrono::steady_clock::now();
  EXPECT_EQ(object("/api/search?q=th%C3%A1c+M%C6%A1").at("total").at("count"), 1);
  EXPECT_EQ(object("/api/stats").at("articles"), 5);
  EXPECT_LT(std::chrono::steady_clock::now() - published, std::chrono::seconds(1));
}

TEST_F(ServeTest, TakesEachParameterThatItsDescriptionNames) {
  const Json description = object("/api/openapi.json");
  const std::map<std::string, std::string> values{
      {"q", "dang"},     {"id", "dang-bo"},   {"from", "2017"},       {"to", "2018"},      {"like", "dang-bo"},
      {"recent", "30"},  {"offset", "0"},     {"limit", "3"},         {"facet", "source"}, {"snippet", "9"},
      {"at", "1"},       {"format", "ids"},   {"unit", "day"},        {"within", "3"},     {"since", "7d"},
      {"mentions", "2"}, {"neighbours", "3"}, {"mention-offset", "0"}};
  for (const auto& [path, item] : description.at("paths").items()) {
    const Json& get_item = item.at("get");
    const std::string type = get_item.at("responses").at("200").at("content").items().begin().key();
    for (const Json& parameter : get_item.at("parameters")) {
      const std::string name = parameter.at("name");
      const Json& schema =
          parameter.at("schema").contains("items") ? parameter.at("schema").at("items") : parameter.at("schema");
      std::string value = schema.at("type") == "boolean" ? "true" : values.count(name) > 0 ? values.at(name) : "";
      if (schema.contains("enum")) value = schema.at("enum").at(0);
      if (name == "compare") value = "dang&timeline=year";
      if (path == "/api/complete" && name == "at") value = "1&q=dang";
      std::string target = path + "?" + name + "=" + value;
      if (path == "/api/article" && name != "id") target += "&id=dang-bo";
      if (name.substr(0, 8) == "mention-") target += "&mentions=2";
      if (name == "function-words") target += "&neighbours=2";
      const HttpReply reply = get(target);
      EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
      EXPECT_TRUE(path == "/api/export" || reply.headers.at("content-type").substr(0, type.size()) == type) << target;
      EXPECT_EQ(get(path + "?no-such-parameter=1").status, parameter.empty() || path == "/article" ? 200 : 400) << path;
    }
  }
}

TEST_F(ServeTest, ServesThePageAndItsFiles) {
  const HttpReply page = get("/?q=anything&view=hits");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.headers.at("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(page.headers.count("content-security-policy"), 1U);
  EXPECT_EQ(get("/page.css").headers.at("content-type"), "text/css; charset=utf-8");
  EXPECT_EQ(get("/page.js").headers.at("content-type"), "text/javascript; charset=utf-8");
  EXPECT_NE(get("/article?id=dang-bo").body.find("Đảng bộ huyện tổng kết"), std::string::npos);
}

}  // namespace
}  // namespace timbao::test
