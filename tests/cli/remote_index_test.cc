// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: an index behind xapian-tcpsrv or xapian-progsrv answers as the same index on this machine does; servers that
// end, hang, publish or come back are noticed and said; and nothing but the command line opens a connection.
#include <sys/stat.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "tests/cli/remote_fixture.h"
#include "tests/cli/without_time.h"

namespace timbao::test {
namespace {

class RemoteIndexes : public RemoteTest {
 protected:
  void SetUp() override {
    RemoteTest::SetUp();
    for (std::size_t i = 0; i < kShards; ++i) servers_.push_back(std::make_unique<IndexServer>(folder(i)));
  }

  [[nodiscard]] std::vector<std::string> places() const {
    return {servers_[0]->place(), servers_[1]->place(), servers_[2]->place()};
  }

  std::vector<std::unique_ptr<IndexServer>> servers_;
};

/// Text in which each index is named by its number.
std::string with_numbers(std::string text, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i)
    for (std::size_t at = text.find(names[i]); at != std::string::npos; at = text.find(names[i]))
      text.replace(at, names[i].size(), "index " + std::to_string(i));
  return text;
}

/// An answer without what may differ: its time, the names of indexes, and, of a count that is not exact, the count.
Json comparable(const std::string& line, const std::vector<std::string>& names, const Json* other = nullptr) {
  Json answer = without_time(Json::parse(with_numbers(line, names)));
  if (other != nullptr && answer["total"]["exact"] == false && (*other)["total"]["exact"] == true)
    answer["total"] = (*other)["total"];
  return answer;
}

/// Queries of every kind, each with its options.
const std::vector<std::vector<std::string>> kQueries{
    {"đảng bộ"},
    {"dang bo xa"},
    {"ngân sách xã họp", "--explain"},
    {"\"bàn giao đất\""},
    {"\"dang bo\" ngan sach"},
    {"\"bàn giao\"", "--sort", "newest"},
    {"\"bàn giao\"", "--sort", "title", "--offset", "7"},
    {"\"bàn giao\"", "--sort", "oldest", "-n", "60"},
    {"\"bàn giao\" source:\"bao thanh linh\"", "-n", "40"},
    {"(\"bàn giao\" OR \"đảng bộ\") -source:\"báo mỹ hòa\" date:2016", "-n", "40"},
    {"\"bàn giao\" OR (date:2017 \"đảng viên\")", "--sort", "newest", "-n", "200"},
    {"dân NEAR/3 giao"},
    {"dân NEAR/3 giao", "--collapse", "-n", "30"},
    {"so:05-CT/TW", "-n", "50"},
    {"Chỉ thị 05-CT/TW", "--recent", "30"},
    {"xã", "--sort", "newest"},
    {"xã", "--sort", "oldest", "--from", "2016", "--to", "2017"},
    {"xã", "--sort", "title", "--collapse", "-n", "100"},
    {"lạng hòa", "--collapse"},
    {"\"lạng hòa\"", "--collapse", "--sort", "newest", "-n", "100"},
    {"cầu mới", "--match", "all", "--offset", "10", "-n", "200"},
    {"đản* xã", "--match", "any", "-n", "200"},
    {"=đảng", "--marks", "strict"},
    {"xã -họp", "--facet", "source", "--facet", "section", "--facet", "author", "--facet", "year", "--facet", "month"},
    {"\"bàn giao\"", "--facet", "source", "--facet", "section:2", "--timeline", "month"},
    {"xã", "--timeline", "year", "--compare", "\"đảng bộ\"", "--compare", "lúa"},
    {"dang", "--readings", "-n", "0"},
    {"\"bàn giao\"", "-n", "0"},
    {"ngân sách", "--neighbours"},
    {"\"ngân sách\"", "--mentions", "--mention-sort", "left"},
    {"\"bàn giao\" date:2016", "--mentions=7"},
    {"đảng bộ", "--mentions", "--mention-sort", "reading", "--since", "2000"},
    {"\"bàn giao\"", "--since", "2000"},
    {"ngan sahc xa", "--suggest"},
    {"--like", "bai-40"},
    {"khôngcótừnày"},
    {"title:giao", "-n", "100"},
    {"", "--sort", "newest"},
    {"source:\"tin bắc lạng\"", "-n", "100"},
};

std::vector<std::string> with_json(std::vector<std::string> query) {
  query.insert(query.begin(), {"--format", "json"});
  return query;
}

TEST_F(RemoteIndexes, AnswerAsThoseOfThisMachineDo) {
  for (const std::vector<std::string>& query : kQueries) {
    const RunResult here = ask(folders(), with_json(query)), there = ask(places(), with_json(query));
    ASSERT_EQ(there.status, here.status) << query[0] << there.err;
    EXPECT_EQ(there.err, here.err) << query[0];
    if (here.status > 1) continue;
    const Json expected = comparable(here.out, folders());
    EXPECT_EQ(to_line(comparable(there.out, places(), &expected)), to_line(expected)) << testing::PrintToString(query);
  }
}

TEST_F(RemoteIndexes, AreMixedWithThoseOfThisMachine) {
  const std::vector<std::string> mixed{servers_[0]->place(), folder(1), servers_[2]->place()};
  for (const std::size_t i : {0U, 3U, 6U, 9U, 13U, 23U, 29U}) {
    const Json expected = comparable(ask(folders(), with_json(kQueries[i])).out, folders());
    EXPECT_EQ(to_line(comparable(ask(mixed, with_json(kQueries[i])).out, mixed, &expected)), to_line(expected))
        << kQueries[i][0];
  }
}

TEST_F(RemoteIndexes, AnswerAloneToo) {
  for (const std::size_t i : {0U, 3U, 6U, 13U, 23U, 29U}) {
    const Json expected = comparable(ask({folder(0)}, with_json(kQueries[i])).out, {});
    EXPECT_EQ(to_line(comparable(ask({servers_[0]->place()}, with_json(kQueries[i])).out, {}, &expected)),
              to_line(expected))
        << kQueries[i][0];
  }
}

TEST_F(RemoteIndexes, ShowArticlesAndStreamAllHits) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--show", "bai-7", "bai-8"},
                                             {"-n", "all", "--format", "jsonl", "bàn giao"},
                                             {"-n", "all", "--format", "ids", "\"bàn giao\""},
                                             {"-n", "all", "--format", "ids", "--sort", "title", "--collapse", "xã"},
                                             {"--mentions", "--format", "jsonl", "\"đảng bộ\""},
                                             {"--generate", "words", "--", "ngâ"},
                                             {"--generate", "words", "--", "source:bao"}}) {
    const RunResult here = ask(folders(), arguments), there = ask(places(), arguments);
    EXPECT_EQ(there.status, here.status) << there.err;
    EXPECT_EQ(with_numbers(there.out, places()), with_numbers(here.out, folders())) << arguments[0];
  }
}

TEST_F(RemoteIndexes, AreLeftOutWhereTheServerHasEnded) {
  servers_[1]->stop();
  const RunResult rest = ask(places(), {"--format", "json", "-n", "50", "bàn giao"});
  EXPECT_EQ(rest.status, 0);
  EXPECT_EQ(rest.err.find("timbao-query: " + servers_[1]->place() + ": no answer, so its articles are left out: "), 0U)
      << rest.err;
  EXPECT_EQ(lines_of(rest.err).size(), 1U) << rest.err;
  Json expected =
      comparable(ask({folder(0), folder(2)}, {"--format", "json", "-n", "50", "bàn giao"}).out, {folder(0), folder(2)});
  expected["partial"] = true;
  EXPECT_EQ(to_line(comparable(rest.out, {servers_[0]->place(), servers_[2]->place()})), to_line(expected));

  const RunResult refused = ask(places(), {"--require-all", "bàn giao"});
  EXPECT_EQ(refused.status, 3);
  EXPECT_EQ(refused.out, "");
  EXPECT_EQ(refused.err.find("timbao-query: " + servers_[1]->place() + ": no answer: "), 0U) << refused.err;
}

TEST_F(RemoteIndexes, AreAnErrorWhereNoneAnswers) {
  for (const std::unique_ptr<IndexServer>& server : servers_) server->stop();
  const RunResult none = ask(places(), {"bàn giao"});
  EXPECT_EQ(none.status, 3);
  EXPECT_EQ(lines_of(none.err).size(), 1U) << none.err;
}

/// The answer to a query, as a batch gives it.
Json answer_of(RunningProgram& batch, const std::string& query) {
  batch.write(query + "\n");
  return Json::parse(batch.read_line());
}

/// Asks until the answer is as wanted. An index that is published anew may be seen a second later, and a server that has
/// ended is tried again after ten times as long as it took to find that out, which may be long on a busy machine.
template <typename Wanted>
Json asked_until(RunningProgram& batch, const std::string& query, Wanted wanted) {
  using std::chrono::steady_clock;
  const auto end = steady_clock::now() + std::chrono::seconds(20);
  for (;;) {
    Json answer = answer_of(batch, query);
    if (wanted(answer) || steady_clock::now() > end) return answer;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

TEST_F(RemoteIndexes, ThatEndBetweenQueriesAreMissedAndTakenBack) {
  RunningProgram batch(command(places(), {"--batch", "-n", "0"}));
  const Json before = answer_of(batch, "xã");
  EXPECT_EQ(before.count("partial"), 0U);
  servers_[2]->stop();
  const Json without = answer_of(batch, "xã");
  EXPECT_EQ(without["partial"], true);
  EXPECT_LT(without["total"]["count"], before["total"]["count"]);
  EXPECT_EQ(answer_of(batch, "xã")["total"], without["total"]);
  servers_[2]->start_again();
  const Json after = asked_until(batch, "xã", [](const Json& answer) { return answer.count("partial") == 0; });
  EXPECT_EQ(after["total"], before["total"]);
  EXPECT_EQ(after.count("partial"), 0U);
  const std::vector<std::string> said = lines_of(batch.finish().err);
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[1], "timbao-query: " + servers_[2]->place() + ": answers again");
}

/// Whether a query comes to find so many articles.
bool comes_to(RunningProgram& batch, std::uint64_t expected) {
  const auto has_come = [&](const Json& answer) { return answer["total"]["count"] == expected; };
  return has_come(asked_until(batch, "vừa", has_come));
}

TEST_F(RemoteIndexes, ThatPublishAreSeenInBothWays) {
  RunningProgram batch(command(places(), {"--batch", "-n", "3"}));
  ASSERT_TRUE(comes_to(batch, 0));
  add(1, R"({"id":"moi-1","title":"vừa xong"})");  // in place
  EXPECT_TRUE(comes_to(batch, 1));
  const RunResult rebuilt = run({TIMBAO_INDEX_BIN, "--index", folder(1), "--quiet", "add", "--rebuild"});  // aside
  ASSERT_EQ(rebuilt.status, 0) << rebuilt.err;
  add(1, R"({"id":"moi-2","title":"vừa rồi"})");
  EXPECT_TRUE(comes_to(batch, 2));
}

TEST_F(RemoteIndexes, ThatHangDoNotHoldUpTheOthers) {
  const SilentServer silent;
  const auto began = std::chrono::steady_clock::now();
  const RunResult rest = ask({servers_[0]->place(), silent.place()}, {"--format", "json", "xã"});
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(25));
  EXPECT_EQ(rest.status, 0);
  EXPECT_EQ(Json::parse(rest.out)["partial"], true);
  EXPECT_EQ(lines_of(rest.err).size(), 1U) << rest.err;
}

TEST_F(RemoteIndexes, ThatStopInTheMiddleAreLeftOutInTime) {
  RunningProgram batch(command(places(), {"--batch", "-n", "0"}));
  EXPECT_EQ(answer_of(batch, "xã").count("partial"), 0U);
  servers_[1]->pause();
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(answer_of(batch, "xã")["partial"], true);
  EXPECT_EQ(answer_of(batch, "họp")["partial"], true) << "it is not waited for again";
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(20));
  servers_[1]->go_on();
}

TEST_F(RemoteIndexes, SaySomethingElseThanAnIndexIsNoAnswer) {
  const SilentServer other;
  std::thread talk([&] { other.say("HTTP/1.1 400 Bad Request\r\n\r\n"); });
  const RunResult result = ask({other.place()}, {"xã"});
  talk.join();
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
  EXPECT_EQ(result.err.find("timbao-query: " + other.place() + ": no answer: "), 0U) << result.err;
}

TEST_F(RemoteIndexes, ThePageSaysWhatIsMissing) {
  servers_[0]->stop();
  RunningProgram page(command({places()[0], places()[1]}, {"--serve=:0", "--jobs", "2"}));
  EXPECT_EQ(page.read_line().substr(0, 7), "http://");
  page.signal(SIGINT);
  EXPECT_EQ(lines_of(page.finish().err).size(), 1U);
}

// ---- ssh

/// A folder with a program `ssh` that notes its arguments and runs the command for the other machine here.
std::string fake_ssh(const TempDirectory& directory) {
  const std::string folder = directory / "bin";
  EXPECT_EQ(::mkdir(folder.c_str(), 0700), 0);
  std::ofstream(folder + "/ssh")
      << "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" << folder
      << "/arguments'\nwhile [ \"$1\" != archive-3 ]; do shift; done\nshift\nexec sh -c \"$*\"\n";
  EXPECT_EQ(::chmod((folder + "/ssh").c_str(), 0700), 0);
  return folder;
}

TEST_F(RemoteTest, OverSshAnswersAsThatOfThisMachineDoes) {
  const std::string programs = fake_ssh(directory_);
  RunOptions options;
  options.environment["PATH"] = programs + ":/usr/bin:/bin";
  const std::vector<std::string> places{folder(0), "ssh:archive-3:" + folder(1)};
  for (const std::size_t i : {0U, 3U, 6U, 23U}) {
    const Json expected = comparable(ask({folder(0), folder(1)}, with_json(kQueries[i])).out, {folder(0), folder(1)});
    const RunResult there = ask(places, with_json(kQueries[i]), options);
    EXPECT_EQ(there.err, "");
    EXPECT_EQ(to_line(comparable(there.out, {places[1], places[0]}, &expected)["total"]), to_line(expected["total"]));
  }
  std::ifstream noted(programs + "/arguments");
  const std::string arguments{std::istreambuf_iterator<char>(noted), {}};
  EXPECT_NE(arguments.find("BatchMode=yes\n"), std::string::npos) << arguments;
  EXPECT_NE(arguments.find("\narchive-3\nxapian-progsrv\n'" + folder(1) + "'\n"), std::string::npos) << arguments;
}

TEST_F(RemoteTest, OverSshIsNoAnswerWhereNobodyLetsUsIn) {
  RunOptions options;
  options.environment["PATH"] = directory_ / "empty";
  const RunResult result = ask({"ssh:archive-3:" + folder(1)}, {"xã"}, options);
  EXPECT_EQ(result.status, 3);
  EXPECT_EQ(result.err.find("timbao-query: ssh:archive-3:" + folder(1) + ": no answer: "), 0U) << result.err;
}

// ---- what opens no connection

TEST_F(RemoteTest, PlacesThatCannotBeReadAreRefused) {
  for (const std::string place :
       {"remote:host", "remote:host:0", "remote:host:65536", "remote::7700", "remote:-x:7700", "remote:a b:7700",
        "remote:host:7700x", "ssh:host", "ssh:host:", "ssh:-oProxyCommand=x:dir", "ssh:a;b:dir", "ssh:host:-dir",
        "ssh:host:a b", "ssh:host:a'b", "ssh:host:a\\b", "ssh:host:a\nb"}) {
    const RunResult result = ask({place}, {"xã"});
    EXPECT_EQ(result.status, 2) << place;
    EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
  }
}

TEST_F(RemoteTest, TheEnvironmentOpensNoConnection) {
  const SilentServer silent;
  for (const std::string& given : {silent.place(), std::string("ssh:archive-3:dir")}) {
    RunOptions options;
    options.environment["TIMBAO_INDEX"] = given;
    const RunResult query = run({TIMBAO_QUERY_BIN, "xã"}, options), index = run({TIMBAO_INDEX_BIN, "stats"}, options);
    EXPECT_EQ(query.status, 2);
    EXPECT_EQ(query.err.find("timbao-query: $TIMBAO_INDEX is '" + given + "', which names a server"), 0U) << query.err;
    EXPECT_EQ(index.status, 2);
  }
}

TEST_F(RemoteTest, AStubThatNamesAServerOpensNoConnection) {
  const SilentServer silent;
  std::ofstream(folder(0) + "/XAPIANDB") << "remote 127.0.0.1:" << silent.port() << "\n";
  const auto began = std::chrono::steady_clock::now();
  const RunResult result = ask({folder(0)}, {"xã"});
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5)) << "it may have waited for an answer";
  EXPECT_EQ(result.status, 3);
}

TEST_F(RemoteTest, NothingIsWrittenThroughAServer) {
  for (const std::string& command : std::vector<std::string>{"add", "stats", "check", "dump"}) {
    std::vector<std::string> line{TIMBAO_INDEX_BIN, "--index", "remote:127.0.0.1:7700", command};
    if (command == "add") line.emplace_back("-");
    const RunResult result = run(line);
    EXPECT_EQ(result.status, 2) << command;
    EXPECT_EQ(result.err.find("timbao-index: --index remote:127.0.0.1:7700 names a server"), 0U) << result.err;
  }
}

TEST_F(RemoteTest, AFolderOfSuchANameIsAFolder) {
  RunOptions options;
  options.directory = directory_.path();
  ASSERT_EQ(::rename(folder(0).c_str(), (directory_ / "remote:a:1").c_str()), 0);
  EXPECT_EQ(ask({"./remote:a:1"}, {"xã"}, options).status, 0);
}

}  // namespace
}  // namespace timbao::test
