// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: `--batch` answers every line of its input with one line, in order and at once, whatever the line holds.
#include "tests/cli/query_fixture.h"

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

}  // namespace
}  // namespace timbao::test
