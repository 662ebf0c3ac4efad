// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/batch.h"

#include <gtest/gtest.h>

#include "common/base/json.h"
#include "common/base/line_source.h"
#include "query/front/batch_line.h"
#include "tests/query/front/fake_archive.h"
#include "tests/sanitizer.h"

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
  Ran ran{run_batch(usual, {archive.archive()}, console.console()), {}};
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

TEST(Batch, PassesOverAByteOrderMarkBeforeAnyLine) {
  const Ran ran = run("\uFEFFa\n\uFEFF{\"id\":1,\"query\":\"b\"}\r\n\uFEFF\uFEFFq\tc\n\uFEFF\n");
  EXPECT_EQ(ran.status, ExitCode::done);
  ASSERT_EQ(ran.answers.size(), 3U);
  EXPECT_EQ(ran.answers[0]["query"], "a");
  EXPECT_EQ(ran.answers[1]["id"], 1);
  EXPECT_EQ(ran.answers[2]["id"], "q");
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

/// The id of a line, as it is given back.
std::string id_of(std::string_view line) { return read_batch_line(line, {}).id.text; }

TEST(BatchLine, KeepsIdsAsTheyAre) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"({"query":"","id":"a\tb"})", R"("a\tb")"},
      {R"({"query":"","id":"\u1ee5\u2028"})", R"("ụ\u2028")"},
      {R"({"query":""})", "null"},
      {R"({"query":"","id":null})", "null"},
      {R"({"id" : true , "query":""})", "true"},
      {R"({"query":"","id":false})", "false"},
      {R"({"\u0069d":7,"query":""})", "7"},
      {R"({"id":1,"query":"","id":2})", "2"},
      {R"(  {"id":1,"query":""})", "1"},
      {R"({"query":"\"id\":9","id":"C:\dir"})", R"("C:\\dir")"},
      {"\tx", R"("")"},
      {"7\tx", R"("7")"},
      {"a\u2028\tx", R"("a\u2028")"},
  };
  for (const auto& [line, id] : cases) {
    EXPECT_EQ(id_of(line), id) << line;
    EXPECT_FALSE(read_batch_line(line, {}).error) << line;
  }
}

TEST(BatchLine, GivesNumbersBackDigitForDigit) {
  for (const std::string number :
       {"0", "-0", "-5", "1.5", "1.50", "0.0", "1e400", "-1E+05", "1e-400", "18446744073709551615",
        "12345678901234567890123", "3.141592653589793238462643383279", "-12345678901234567890"}) {
    const BatchLine line = read_batch_line(R"({"id":)" + number + R"(,"query":"a"})", {});
    EXPECT_EQ(line.id.text, number);
    EXPECT_FALSE(line.error) << *line.error;
    EXPECT_EQ(id_of(R"({"id":)" + number), number) << "cut off";
  }
  for (const std::string text : {"01", "+1", ".5", "1.", "1e", "1e+", "-", "NaN", "--1", "1.2.3", "0x10"}) {
    const BatchLine line = read_batch_line(R"({"id":)" + text + R"(,"query":"a"})", {});
    EXPECT_EQ(line.id.text, "null") << text;
    EXPECT_EQ(line.error, "the line is no JSON object") << text;
  }
}

TEST(BatchLine, MendsWhatIsWrongWithinStrings) {
  const auto query_of = [](std::string_view text) {
    const BatchLine line = read_batch_line(text, {});
    EXPECT_FALSE(line.error) << *line.error;
    EXPECT_EQ(line.id.text, "\"u\"");
    return line.request.query.text();
  };
  EXPECT_EQ(query_of(R"({"id":"u","query":"lụt \ud83d"})"), "lụt \uFFFD");
  EXPECT_EQ(query_of(R"({"id":"u","query":"\ude00\ud83d x \ud83d\ude00"})"), "\uFFFD\uFFFD x \U0001F600");
  EXPECT_EQ(query_of(std::string("{\"id\":\"u\",\"query\":\"a\0b\tc\x1B\"\0}", 28)), std::string("a\0b\tc\x1B", 6));
  EXPECT_EQ(query_of(R"({"id":"u","query":"C:\dir \u12"})"), R"(C:\dir \u12)");
  EXPECT_EQ(query_of("{\"id\":\"u\",\"query\":\"ch\xFFo\"}"), "ch\uFFFDo");
}

TEST(BatchLine, GivesItsIdWhateverIsWrongWithTheRest) {
  for (const std::string line :
       {R"({"id":"k7","query":"a","limit":1e999})", R"({"id":"k7","query":"a","limit":-3})", R"({"id":"k7"})",
        R"({"id":"k7","query":["a"]})", R"({"x":[{"id":1}],"id":"k7","query":"a"})", R"({"id":"k7","query":"a")",
        R"({"id":"k7","query":"a"} x)", R"({"query":"a,"id":"k7"})", R"({"limit":007,"id":"k7"})", R"({"id":"k7")",
        R"({id:1,"id":"k7"})", R"({"id":{},"query":"a","id":"k7","x":})"}) {
    const BatchLine read = read_batch_line(line, {});
    EXPECT_EQ(read.id.text, "\"k7\"") << line;
    EXPECT_TRUE(read.error) << line;
  }
  EXPECT_EQ(id_of(R"({"query":{"id":5},"limit":1})"), "null") << "a sound object has no other id than its own";
}

TEST(BatchLine, GivesTheIdOfALineThatIsTooLong) {
  EXPECT_EQ(refuse_batch_line(R"({"id":7.0,"query":"aaaa)", "too long").id.text, "7.0");
  EXPECT_EQ(refuse_batch_line(R"({"query":"aaaa)", "too long").id.text, "null");
  EXPECT_EQ(refuse_batch_line("q1\taaaa", "too long").id.text, "\"q1\"");
  EXPECT_EQ(refuse_batch_line("aaaa", "too long").error, "too long");
}

TEST(BatchLine, IsReadInTimeThatGrowsWithItsLength) {
  for (const std::string piece : {R"("id":)", R"({"id":)", R"("id":1,)", R"("\u0069d":)", R"(\ud83d)", "["}) {
    std::string line = "{";
    while (line.size() + piece.size() < test::rounds(kBatchLineLimit)) line += piece;
    EXPECT_TRUE(read_batch_line(line, {}).error) << piece;
    static_cast<void>(refuse_batch_line(line, "too long"));
  }
}

TEST(BatchLine, SaysWhatIsWrong) {
  EXPECT_EQ(error_of("{"), "the line is no JSON object");
  EXPECT_EQ(error_of("{\"query\":\"a\"} x"), "the line is no JSON object");
  EXPECT_EQ(error_of("{}"), "the object has no 'query'");
  EXPECT_EQ(error_of("{\"query\":5}"), "'query' takes a string");
  EXPECT_EQ(error_of("{\"query\":[]}"), "'query' takes a string or a number");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"id\":[1]}"), "'id' takes a string, a number, true or false");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"limit\":-3}"), "--limit takes a whole number or 'all', not '-3'");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"limit\":\"all\"}"),
            "'limit' takes a whole number here: an answer is one object");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"frobnicate\":1}"), "a line has no key 'frobnicate'");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"batch\":true}"), "a line has no key 'batch'");
  EXPECT_EQ(error_of("{\"query\":\"a\",\"from\":2018,\"to\":2017}"), "--from 2018-01-01 is after --to 2017-12-31");
}

TEST(BatchLine, RepairsTextThatIsNoUtf8) {
  EXPECT_EQ(read_batch_line("ch\xFFo", {}).request.query.text(), "ch\uFFFDo");
  EXPECT_EQ(read_batch_line("{\"query\":\"ch\xFFo\"}", {}).request.query.text(), "ch\uFFFDo");
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
