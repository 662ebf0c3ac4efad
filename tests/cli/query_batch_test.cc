// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: `--batch` answers every line of its input with one line, in order and at once, whatever the line holds.
#include "tests/cli/query_fixture.h"
#include "tests/cli/without_time.h"

namespace timbao::test {
namespace {

class QueryBatch : public QueryTest {};

TEST_F(QueryBatch, AnswersInOrderWithWhatEachLineSays) {
  const RunResult result = query({"--batch", "-n", "1", "--snippet", "0"},
                                 "ngân sách\nq2\tđảng bộ\n\n{\"id\":3,\"query\":\"dang\",\"limit\":2}\n"
                                 "{\"id\":\"4\",\"query\":\"\"}\n{\"id\":5,\"query\":\"dang\",\"sort\":\"oldest\"}\n");
  EXPECT_EQ(result.status, 0) << result.err;
  const std::vector<Json> answers = objects(result.out);
  ASSERT_EQ(answers.size(), 5U);
  EXPECT_EQ(answers[0]["id"], nullptr);
  EXPECT_EQ(answers[0]["hits"].at(0)["id"], "ngan-sach");
  EXPECT_EQ(answers[0]["hits"].at(0)["snippet"], nullptr);
  EXPECT_EQ(answers[1]["id"], "q2");
  EXPECT_EQ(answers[1]["hits"].at(0)["id"], "dang-bo");
  EXPECT_EQ(answers[2]["id"], 3);
  EXPECT_EQ(answers[2]["hits"].size(), 2U);
  EXPECT_EQ(answers[3]["id"], "4");
  EXPECT_EQ(answers[3]["hits"], Json::array());
  EXPECT_EQ(answers[4]["hits"].at(0)["id"], "dang-ky");
  for (const Json& answer : answers) EXPECT_GE(answer["elapsed_ms"], 0);
}

TEST_F(QueryBatch, GoesOnBehindBadLines) {
  const RunResult result =
      query({"--batch"}, "{\"id\":1}\n{oops\n{\"id\":2,\"query\":\"x\",\"limit\":\"many\"}\n\xFF\xFE\nđảng\n");
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "");
  const std::vector<Json> answers = objects(result.out);
  ASSERT_EQ(answers.size(), 5U);
  EXPECT_EQ(to_line(answers[0]), R"({"id":1,"error":"the object has no 'query'"})");
  EXPECT_EQ(to_line(answers[1]), R"({"id":null,"error":"the line is no JSON object"})");
  EXPECT_EQ(to_line(answers[2]), R"({"id":2,"error":"--limit takes a whole number or 'all', not 'many'"})");
  EXPECT_EQ(answers[3]["hits"], Json::array());
  EXPECT_EQ(answers[4]["hits"].at(0)["id"], "dang-bo");
}

TEST_F(QueryBatch, AnswersBeforeTheNextQuestionComes) {
  RunningProgram program(
      {"bash", "-c",
       std::string("coproc Q { ") + TIMBAO_QUERY_BIN + " --index " + index() +
           " --batch; }\n"
           "for word in ngân đảng; do echo \"$word\" >&${Q[1]}; read -r -t 20 answer <&${Q[0]} || exit 9; "
           "echo \"$answer\"; done\n"});
  const RunResult result = program.finish();
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(objects(result.out).size(), 2U);
}

TEST_F(QueryBatch, AnswersNothingWithNothing) {
  const RunResult result = query({"--batch"}, "");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "");
}

/// The answers of a batch without what depends on the clock.
std::vector<std::string> timeless(const std::string& out) {
  std::vector<std::string> lines;
  for (const std::string& line : lines_of(out)) lines.push_back(to_line(without_time(Json::parse(line))));
  return lines;
}

TEST_F(QueryBatch, GivesTheSameAnswersInTheSameOrderByAnyNumberOfThreads) {
  std::string input;
  for (int i = 0; i < 200; ++i)
    for (const std::string query : {"ngân sách", "dang", "đảng bộ huyện", "\"đăng ký\"", "{oops", "date:2017 -xổ"})
      input += (query[0] == '{' ? "" : std::to_string(i) + "\t") + query + "\n";
  const RunResult one = query({"--batch", "--jobs", "1"}, input);
  EXPECT_EQ(one.status, 1) << "some lines are no queries";
  ASSERT_EQ(lines_of(one.out).size(), 1200U);
  for (const std::string jobs : {"2", "5"}) {
    const RunResult several = query({"--batch", "--jobs", jobs}, input);
    EXPECT_EQ(several.status, 1);
    EXPECT_EQ(timeless(several.out), timeless(one.out)) << jobs;
  }
}

TEST_F(QueryBatch, SearchesSeveralIndexesAsOneByAnyNumberOfThreads) {
  const TempDirectory other;
  RunOptions options;
  options.input = "{\"id\":\"khac\",\"title\":\"Ngân sách xã\"}\n";
  ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--index", other / "index", "--quiet", "add", "-"}, options).status, 0);
  const std::string input = "ngân sách\ndang\nid:khac\n";
  const auto answers = [&](const std::string& jobs) {
    return timeless(query({"--index", other / "index", "--batch", "--jobs", jobs}, input).out);
  };
  EXPECT_EQ(answers("3"), answers("1"));
  EXPECT_EQ(Json::parse(answers("3").at(2))["hits"].at(0)["index"], other / "index");
}

TEST_F(QueryBatch, AnswersBeforeTheNextQuestionComesByAnyNumberOfThreads) {
  RunningProgram program({TIMBAO_QUERY_BIN, "--index", index(), "--batch", "--jobs", "3"});
  for (const std::string word : {"ngân", "đảng"}) {
    program.write(word + "\n");
    EXPECT_EQ(Json::parse(program.read_line())["query"], word);
  }
  EXPECT_EQ(program.finish().status, 0);
}

TEST_F(QueryBatch, TakesJobsAloneAndOnce) {
  EXPECT_EQ(query({"--batch", "--jobs", "0"}, "").err,
            "timbao-query: --jobs takes a whole number from 1 to 256, not '0'; see --help\n");
  EXPECT_EQ(query({"--batch", "--jobs", "2", "--jobs", "2"}, "").status, 2);
  EXPECT_EQ(query({"--jobs", "2", "dang"}).err, "timbao-query: --jobs is no option of a search; see --help\n");
}

}  // namespace
}  // namespace timbao::test
