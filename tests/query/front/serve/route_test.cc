// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a request reaches the endpoint of its path alone, with parameters that the endpoint takes; errors are JSON with
// the right status; and what stands in articles cannot become a part of a page or a feed.
#include "query/front/serve/route.h"

#include <gtest/gtest.h>

#include "common/base/json.h"
#include "query/front/option_table.h"
#include "query/front/serve/endpoints.h"
#include "query/front/serve/page_files.h"
#include "query/front/serve/reply_workers.h"
#include "tests/query/front/fake_archive.h"

namespace timbao {
namespace {

class RouteTest : public ::testing::Test {
 protected:
  Reply get(const std::string& target, std::vector<HttpHeader> headers = {}) {
    HttpRequest request{HttpMethod::get, target, std::move(headers), "127.0.0.1"};
    request.headers.push_back({"Host", "localhost:8042"});
    std::variant<Reply, Job> planned = router_.plan(request);
    if (const Reply* const reply = std::get_if<Reply>(&planned)) return *reply;
    Reply reply;
    std::string body;
    ReplyPipe pipe([&] {
      const std::optional<ReplyPiece> piece = pipe_->take();
      if (piece->head) reply = *piece->head;
      body += piece->body;
    });
    pipe_ = &pipe;
    try {
      std::get<Job>(planned).run(archive_, pipe);
    } catch (const Error& error) {
      return reply_for(error);
    }
    reply.body += body;
    return reply;
  }

  [[nodiscard]] std::string message(const std::string& target, int status) {
    const Reply reply = get(target);
    EXPECT_EQ(reply.status, status) << target;
    EXPECT_EQ(reply.type, "application/json; charset=utf-8");
    const Json error = Json::parse(reply.body).at("error");
    EXPECT_EQ(error.at("status"), status);
    return error.at("message");
  }

  test::FakeArchive fake_;
  Archive archive_ = fake_.archive();
  ReplyPipe* pipe_ = nullptr;
  Router router_{HostCheck({"127.0.0.1", 8042}, "127.0.0.1"), std::nullopt,
                 std::make_shared<const ServeSetup>(ServeSetup{{},
                                                               [] {
                                                                 return Day{2018, 2, 1};
                                                               },
                                                               [] { return 0.0; }})};
};

TEST_F(RouteTest, FindsEndpointsByTheirWholePath) {
  EXPECT_EQ(get("/healthz").body, "ok\n");
  EXPECT_EQ(get("/api/search?q=dang").status, 200);
  for (const char* path :
       {"/api", "/api/", "/api/search/", "/API/search", "/api/../healthz", "//healthz", "/healthz/", "/index.html",
        "/../../etc/passwd", "/%2e%2e/etc/passwd", "/..%2fetc%2fpasswd", "/page/page.css", "/.", "/page.css%00"})
    EXPECT_EQ(message(path, 404), "there is no such page");
}

TEST_F(RouteTest, GivesParametersToTheSearch) {
  get("/api/"
      "search?q=d%C3%A2n+ch%E1%BB%A7&limit=3&sort=newest&marks=strict&collapse=true&facet=source:8&facet=section&from="
      "7d");
  const SearchRequest& asked = fake_.asked.back();
  EXPECT_EQ(asked.query.text(), "dân chủ");
  EXPECT_EQ(asked.limit, 3U);
  EXPECT_EQ(asked.sort, SortOrder::newest);
  EXPECT_EQ(asked.marks, MarksMode::strict);
  EXPECT_EQ(asked.collapse, Collapse::yes);
  ASSERT_EQ(asked.overview.facets.size(), 2U);
  EXPECT_EQ(asked.overview.facets[0].limit, 8U);
  ASSERT_TRUE(asked.days);
  EXPECT_EQ(format_day(asked.days->first), "2018-01-26");
}

TEST_F(RouteTest, RefusesParametersThatMakeNoSense) {
  EXPECT_EQ(message("/api/search?q=a&index=/etc", 400), "there is no parameter 'index' here");
  EXPECT_EQ(message("/api/search?q=a&abbreviations=/etc/passwd", 400), "there is no parameter 'abbreviations' here");
  EXPECT_EQ(message("/api/search?q=a&%3Cb%3E=1", 400), "there is no parameter '<b>' here");
  EXPECT_EQ(message("/api/search?q=a&q=b", 400), "q is given twice");
  EXPECT_EQ(message("/api/search?q=a&limit=1&limit=2", 400).substr(0, 5), "limit");
  EXPECT_EQ(message("/api/search?q=a&limit=1001", 400),
            "limit takes a whole number from 0 to 1000 here; /api/export gives all hits");
  EXPECT_EQ(message("/api/search?q=a&limit=all", 400),
            "limit takes a whole number from 0 to 1000 here; /api/export gives all hits");
  EXPECT_EQ(message("/api/search?q=a&offset=100001", 400), "offset takes a whole number from 0 to 100000 here");
  EXPECT_EQ(message("/api/search?q=a&mentions=true", 400),
            "at most 1000 mentions come at once here; /api/export gives all");
  EXPECT_EQ(message("/api/mentions?q=a&limit=1001", 400),
            "at most 1000 mentions come at once here; /api/export gives all");
  EXPECT_EQ(message("/api/mentions?q=a&offset=100001", 400),
            "the offset of mentions is a whole number from 0 to 100000 here");
  EXPECT_EQ(message("/api/search?q=a&from=2019&to=2018", 400), "from 2019-01-01 is after --to 2018-12-31");
  EXPECT_EQ(message("/api/article", 400), "the parameter 'id' is missing");
  EXPECT_EQ(message("/api/article?id=unknown", 404), "no article has the id 'unknown'");
  EXPECT_EQ(message("/api/export?q=a&format=json", 400).substr(0, 12), "format takes");
  EXPECT_EQ(message("/healthz?x=1", 400), "there is no parameter 'x' here");
}

TEST_F(RouteTest, AsksForTheTimelineWithoutHits) {
  get("/api/timeline?q=a&unit=year&limit=7");
  EXPECT_EQ(fake_.asked.back().limit, 0U);
  EXPECT_EQ(fake_.asked.back().overview.timeline, TimelineUnit::year);
  get("/api/timeline?q=a");
  EXPECT_EQ(fake_.asked.back().overview.timeline, TimelineUnit::month);
  EXPECT_EQ(get("/api/timeline?q=a&unit=week").status, 400);
  get("/api/readings?q=a");
  EXPECT_EQ(fake_.asked.back().overview.readings, ShowReadings::yes);
}

TEST_F(RouteTest, ExportsAllHitsAsAFile) {
  const Reply reply = get("/api/export?q=a+b+c&format=ids");
  EXPECT_EQ(reply.body, "a\nb\nc\n");
  EXPECT_EQ(reply.headers.at(0).value, "attachment; filename=\"timbao.ids\"");
  EXPECT_EQ(fake_.asked.back().limit, std::nullopt);
  EXPECT_EQ(get("/api/export?q=&format=ids").status, 200);
  EXPECT_EQ(get("/api/export?q=a+b+c&format=ids&limit=2").body, "a\nb\n");
}

TEST_F(RouteTest, CompletesTheWordBeforeTheCursor) {
  archive_.complete = [](const ToComplete& wanted) -> std::vector<Completion> {
    return {{"<" + wanted.before + "|" + wanted.typed + ">", 7}};
  };
  EXPECT_EQ(get("/api/complete?q=%C4%91%E1%BA%A3ng+dan").body,
            "{\"completions\":[{\"text\":\"<đảng|dan>\",\"count\":7,\"begin\":5,\"end\":8}]}\n");
  EXPECT_EQ(get("/api/complete?q=%C4%91%E1%BA%A3ng+dan&at=2").body,
            "{\"completions\":[{\"text\":\"<|đả>\",\"count\":7,\"begin\":0,\"end\":2}]}\n");
  EXPECT_EQ(get("/api/complete?q=a&at=2").status, 400);
  EXPECT_EQ(get("/api/complete").body, "{\"completions\":[]}\n");
}

TEST_F(RouteTest, PutsTheCitationOfAnArticleIntoThePage) {
  archive_.articles = [](std::string_view id) -> std::vector<FoundArticle> {
    Article article;
    article.id = id;
    article.title = "Hội nghị \"mở\" <script>alert(1)</script>\u202E";
    article.authors = {"An & Bình"};
    article.date = 1517360460;
    article.source = "Báo Thanh Lĩnh";
    article.url = id == "js" ? "javascript:alert(1)" : "https://example.vn/a?b=1&c=2";
    return {{article, ""}};
  };
  const std::string page = get("/article?id=a&q=x&anything=1").body;
  EXPECT_NE(page.find("<title>Hội nghị &quot;mở&quot; &lt;script&gt;alert(1)&lt;/script&gt;</title>"),
            std::string::npos);
  EXPECT_NE(page.find("<meta name=\"citation_author\" content=\"An &amp; Bình\">"), std::string::npos);
  EXPECT_NE(page.find("<meta name=\"citation_publication_date\" content=\"2018/01/31\">"), std::string::npos);
  EXPECT_NE(page.find("content=\"https://example.vn/a?b=1&amp;c=2\""), std::string::npos);
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_EQ(page.find("\u202E"), std::string::npos);
  EXPECT_EQ(get("/article?id=js").body.find("javascript:"), std::string::npos);
  EXPECT_NE(get("/").body.find("<title>timbao</title>"), std::string::npos);
}

TEST_F(RouteTest, MakesAFeedThatIsWellFormedWhateverArticlesHold) {
  archive_.search = [&](const SearchRequest& request) {
    fake_.asked.push_back(request);
    Answer answer;
    Hit hit;
    hit.id = "a&b<c>\"\x01";
    hit.title.text = "Tin \x0B<b>\uFFFE & ]]>";
    hit.author = "Lê <Bình>";
    hit.source = "\"Báo\"";
    answer.hits = {hit};
    return answer;
  };
  const Reply reply = get("/feed?q=%3Cx%3E%26");
  EXPECT_EQ(reply.type, "application/atom+xml; charset=utf-8");
  EXPECT_EQ(fake_.asked.back().sort, SortOrder::newest);
  EXPECT_NE(reply.body.find("<title>Tin  &lt;b&gt;\uFFFD &amp; ]]&gt;</title>"), std::string::npos) << reply.body;
  EXPECT_NE(reply.body.find("<id>urn:timbao:a%26b%3Cc%3E%22%01</id>"), std::string::npos);
  EXPECT_NE(reply.body.find("<category term=\"&quot;Báo&quot;\"/>"), std::string::npos);
  EXPECT_NE(reply.body.find("href=\"http://localhost:8042/article?id=a%26b%3Cc%3E%22%01&amp;q=%3Cx%3E%26\""),
            std::string::npos);
}

TEST_F(RouteTest, ServesEachFileOfThePage) {
  EXPECT_FALSE(page_files().empty());
  for (const PageFile& file : page_files()) {
    if (file.name == "index.html") continue;
    const Reply reply = get("/" + std::string(file.name));
    EXPECT_EQ(reply.body, file.text) << file.name;
    EXPECT_EQ(reply.type, file.type);
    EXPECT_NE(reply.type, "application/octet-stream") << file.name;
  }
}

TEST(Endpoints, AreDescribedByRowsThatAreWhole) {
  for (const Endpoint& endpoint : endpoints()) {
    const int functions =
        (endpoint.say != nullptr ? 1 : 0) + (endpoint.answer != nullptr ? 1 : 0) + (endpoint.write != nullptr ? 1 : 0);
    EXPECT_EQ(functions, 1) << endpoint.path;
    EXPECT_EQ(endpoint.help.back(), '.') << endpoint.path;
    EXPECT_EQ(endpoint_at(endpoint.path), &endpoint) << "each path has one row";
  }
}

}  // namespace
}  // namespace timbao
