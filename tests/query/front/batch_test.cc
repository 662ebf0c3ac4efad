// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/batch.h"

#include <gtest/gtest.h>

#include "common/base/json.h"
#include "query/front/batch_line.h"
#include "query/front/line_source.h"
#include "tests/query/front/fake_archive.h"

namespace timbao {
namespace {

using test::FakeArchive;
using test::FakeConsole;

struct Ran {
  ExitCode status;
  std::vector<Json> answers;
};

Ran run(const std::string& input, const SearchRequest& usual = {}) {
  FakeArchive archive;
  FakeConsole console(input);
  Ran ran{run_batch(usual, archive.archive(), console.console()), {}};
  std::istringstream lines(console.out.str());
  for (std::string line; std::getline(lines, line);) ran.answers.push_back(Json::parse(line));
  return ran;
}

std::string error_of(const std::string& line) { return read_batch_line(line, {}).error.value_or("accepted"); }

TEST(Batch, AnswersLinesOfEveryKindInOrder) {
  const Ran ran = run("đảng bộ\nq2\tủy ban nhân dân\n{\"id\":3,\"query\":\"họp\"}\n{\"id\":\"4\",\"query\":\"\"}\r\n");
  EXPECT_EQ(ran.status, ExitCode::done);
  ASSERT_EQ(ran.answers.size(), 4U);
  EXPECT_EQ(ran.answers[0]["id"], nullptr);
  EXPECT_EQ(ran.answers[0]["query"], "đảng bộ");
  EXPECT_EQ(ran.answers[0]["hits"].size(), 2U);
  EXPECT_EQ(ran.answers[1]["id"], "q2");
  EXPECT_EQ(ran.answers[1]["query"], "ủy ban nhân dân");
  EXPECT_EQ(ran.answers[2]["id"], 3);
  EXPECT_EQ(ran.answers[3]["id"], "4");
  EXPECT_EQ(ran.answers[3]["query"], "");
  EXPECT_TRUE(ran.answers[3]["hits"].empty());
}

TEST(Batch, PassesOverEmptyLinesAndAByteOrderMark) {
  const Ran ran = run("\uFEFF{\"query\":\"a\"}\n\n\r\nb");
  EXPECT_EQ(ran.status, ExitCode::done);
  ASSERT_EQ(ran.answers.size(), 2U);
  EXPECT_EQ(ran.answers[0]["query"], "a");
  EXPECT_EQ(ran.answers[1]["query"], "b");
}

TEST(Batch, TellsBadLinesAndGoesOn) {
  const Ran ran = run("a\n{\"id\":7,\"limit\":3}\n{broken\nb\n");
  EXPECT_EQ(ran.status, ExitCode::incomplete);
  ASSERT_EQ(ran.answers.size(), 4U);
  EXPECT_EQ(to_line(ran.answers[1]), R"({"id":7,"error":"the object has no 'query'"})");
  EXPECT_EQ(to_line(ran.answers[2]), R"({"id":null,"error":"the line is no JSON object"})");
  EXPECT_EQ(ran.answers[3]["query"], "b");
}

TEST(Batch, RefusesALineThatIsTooLong) {
  const Ran ran = run(std::string(kBatchLineLimit + 1, 'a') + "\nb\n" + std::string(kBatchLineLimit, '-') + "\n");
  EXPECT_EQ(ran.status, ExitCode::incomplete);
  ASSERT_EQ(ran.answers.size(), 3U);
  EXPECT_EQ(ran.answers[0]["error"], "the line is longer than 1048576 bytes");
  EXPECT_EQ(ran.answers[1]["query"], "b");
  EXPECT_FALSE(ran.answers[2].contains("error"));
}

TEST(Batch, MeasuresFromTheLineReadToTheAnswerFormatted) {
  const Ran ran = run("a\nb\n");
  EXPECT_EQ(ran.answers[0]["elapsed_ms"], 0.5);
  EXPECT_EQ(ran.answers[1]["elapsed_ms"], 0.5);
}

TEST(Batch, GivesNothingForNothing) {
  EXPECT_EQ(run("").status, ExitCode::done);
  EXPECT_TRUE(run("\n\n").answers.empty());
}

TEST(BatchLine, TakesEveryOptionsLongName) {
  SearchRequest usual;
  usual.today = Day{2018, 2, 1};
  usual.limit = 20;
  const BatchLine line = read_batch_line(
      R"({"id":1,"query":"x","limit":5,"offset":"2","sort":"newest","from":"2017","to":"2018-01","match":"all",)"
      R"("marks":"strict","snippet":0,"explain":true,"highlight":"html"})",
      usual);
  ASSERT_FALSE(line.error) << *line.error;
  EXPECT_EQ(line.request.limit, std::size_t{5});
  EXPECT_EQ(line.request.offset, 2U);
  EXPECT_EQ(line.request.sort, SortOrder::newest);
  EXPECT_EQ(line.request.days->first, (Day{2017, 1, 1}));
  EXPECT_EQ(line.request.days->last, (Day{2018, 1, 31}));
  EXPECT_EQ(line.request.match, MatchMode::all);
  EXPECT_EQ(line.request.marks, MarksMode::strict);
  EXPECT_EQ(line.request.snippet_chars, 0U);
  EXPECT_EQ(line.request.explain, Explain::yes);
  EXPECT_EQ(read_batch_line("{\"query\":\"x\",\"limit\":null}", usual).request.limit, std::size_t{20});
}

TEST(BatchLine, KeepsIdsAsTheyAre) {
  EXPECT_EQ(to_line(read_batch_line(R"({"query":"","id":"a\tb"})", {}).id), R"("a\tb")");
  EXPECT_EQ(to_line(read_batch_line(R"({"query":"","id":-5})", {}).id), "-5");
  EXPECT_EQ(to_line(read_batch_line(R"({"query":"","id":18446744073709551615})", {}).id), "18446744073709551615");
  EXPECT_EQ(to_line(read_batch_line(R"({"query":"","id":1.5})", {}).id), "1.5");
  EXPECT_EQ(to_line(read_batch_line(R"({"query":""})", {}).id), "null");
  EXPECT_EQ(to_line(read_batch_line("\tx", {}).id), R"("")");
}

TEST(BatchLine, SaysWhatIsWrong) {
  EXPECT_EQ(error_of("{"), "the line is no JSON object");
  EXPECT_EQ(error_of("{\"query\":\"a\"} x"), "the line is no JSON object");
  EXPECT_EQ(error_of("{}"), "the object has no 'query'");
  EXPECT_EQ(error_of("{\"query\":5}"), "'query' takes a string");
  EXPECT_EQ(error_of("{\"query\":[]}"), "'query' takes a string or a number");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"id\":[1]}"), "'id' takes a string or a number");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"limit\":-3}"), "--limit takes a whole number or 'all', not '-3'");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"limit\":\"all\"}"),
            "'limit' takes a whole number here: an answer is one object");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"frobnicate\":1}"), "a line has no key 'frobnicate'");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"batch\":true}"), "a line has no key 'batch'");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"from\":2018,\"to\":2017}"), "--from 2018-01-01 is after --to 2017-12-31");
}

TEST(BatchLine, RepairsTextThatIsNoUtf8) {
  EXPECT_EQ(read_batch_line("ch\xFFo", {}).request.query, "ch\uFFFDo");
  EXPECT_EQ(read_batch_line("{\"query\":\"ch\xFFo\"}", {}).request.query, "ch\uFFFDo");
}

/// Input that comes in pieces: nothing is ready between two of them.
class Pieces : public std::streambuf {
 public:
  explicit Pieces(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}

 private:
  int_type underflow() override {
    if (next_ == pieces_.size()) return traits_type::eof();
    std::string& piece = pieces_[next_++];
    setg(piece.data(), piece.data(), piece.data() + piece.size());
    return traits_type::to_int_type(piece.front());
  }

  std::vector<std::string> pieces_;
  std::size_t next_ = 0;
};

TEST(LineSource, SaysBeforeItWaitsThatItWill) {
  Pieces pieces({"a\nb", "c\n", "d"});
  std::istream in(&pieces);
  std::string log;
  LineSource lines(in, 100, [&] { log += "wait "; });
  while (const std::optional<InputLine> line = lines.next()) log += line->text + " ";
  EXPECT_EQ(log, "wait a wait bc wait wait d wait ");
}

}  // namespace
}  // namespace timbao
