// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "common/base/json.h"
#include "query/front/once.h"
#include "query/front/show.h"
#include "query/output/csv.h"
#include "tests/query/front/fake_archive.h"

namespace timbao {
namespace {

using test::FakeArchive;
using test::FakeConsole;

struct Ran {
  ExitCode status;
  std::string out;
};

Ran once(const SearchRequest& request, OutputFormat format) {
  FakeArchive archive;
  FakeConsole console;
  const ExitCode status = run_once(request, {format, Highlight::none}, archive.archive(), console.console());
  return {status, console.out.str()};
}

SearchRequest request_of(std::string query, std::optional<std::size_t> limit = 10, std::size_t offset = 0) {
  SearchRequest request;
  request.query = std::move(query);
  request.limit = limit;
  request.offset = offset;
  return request;
}

constexpr std::array<OutputFormat, 8> kAllFormats{OutputFormat::text,   OutputFormat::json, OutputFormat::jsonl,
                                                  OutputFormat::tsv,    OutputFormat::ids,  OutputFormat::csv,
                                                  OutputFormat::bibtex, OutputFormat::ris};

TEST(Once, WritesEachFormat) {
  EXPECT_EQ(once(request_of("a b"), OutputFormat::ids).out, "a\nb\n");
  EXPECT_EQ(once(request_of("a b"), OutputFormat::tsv).out, "1\t0\ta\t\t\t\n2\t0\tb\t\t\t\n");
  EXPECT_EQ(once(request_of("a b", std::nullopt), OutputFormat::ids).out, "a\nb\n");
  EXPECT_EQ(once(request_of("a b"), OutputFormat::csv).out, std::string(kCsvHead) + "1,a,,,,,,,,\n2,b,,,,,,,,\n");
  EXPECT_EQ(once(request_of("c", 0), OutputFormat::csv).out, kCsvHead) << "a table without rows";
  const std::string jsonl = once(request_of("a b"), OutputFormat::jsonl).out;
  EXPECT_EQ(jsonl.substr(0, 32), "{\"rank\":1,\"score\":0.0,\"id\":\"a\",\"");
  EXPECT_NE(once(request_of("a"), OutputFormat::text).out.find("1. (no title)\n   a\n"), std::string::npos);
  EXPECT_NE(once(request_of("a"), OutputFormat::json).out.find("\"elapsed_ms\":0.5,"), std::string::npos);
}

TEST(Once, TellsByItsStatusWhetherThereAreHits) {
  for (const OutputFormat format : kAllFormats) {
    EXPECT_EQ(once(request_of("a"), format).status, ExitCode::done);
    EXPECT_EQ(once(request_of(""), format).status, ExitCode::incomplete);
    EXPECT_EQ(once(request_of("a", 10, 5), format).status, ExitCode::incomplete) << "a page past the end";
    EXPECT_EQ(once(request_of("a", 0), format).status, ExitCode::done) << "only counted";
    EXPECT_EQ(once(request_of("", 0), format).status, ExitCode::incomplete);
  }
}

TEST(Once, SaysWarningsOnStandardErrorWhateverTheFormat) {
  for (const OutputFormat format : kAllFormats) {
    FakeArchive archive;
    archive.notes = {{NoteKind::remark, "một"}, {NoteKind::warning, "hai\nba"}};
    FakeConsole console;
    EXPECT_EQ(run_once(request_of("a"), {format, Highlight::none}, archive.archive(), console.console()),
              ExitCode::done);
    EXPECT_EQ(console.err.str(), "timbao-query: hai ba\n");
  }
}

TEST(Show, GivesTheArticlesOfEveryIndexThatHasTheId) {
  FakeArchive archive;
  FakeConsole text, json;
  EXPECT_EQ(run_show({"twice"}, OutputFormat::text, archive.archive(), text.console()), ExitCode::done);
  EXPECT_EQ(text.out.str(),
            "Bài twice\n\nid:      twice\nindex:   một\n\n----\n\nBài twice\n\nid:      twice\nindex:   hai\n");
  EXPECT_EQ(run_show({"twice", "a"}, OutputFormat::json, archive.archive(), json.console()), ExitCode::done);
  const std::string lines = json.out.str();
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 3);
}

/// An output whose reader went away.
class ClosedPipe : public std::streambuf {
  int_type overflow(int_type) override {
    errno = EPIPE;
    return traits_type::eof();
  }
};

TEST(Once, StopsAtTheFirstHitThatNobodyReads) {
  FakeArchive archive;
  FakeConsole console;
  ClosedPipe closed;
  std::ostream out(&closed);
  const Console broken{console.in, out, console.err, Terminal{}, [] { return 0.0; }};
  EXPECT_THROW(
      run_once(request_of("a b c", std::nullopt), {OutputFormat::ids, Highlight::none}, archive.archive(), broken),
      BrokenPipe);
}

TEST(Show, PrintsArticlesInTheOrderOfTheirIds) {
  FakeArchive archive;
  FakeConsole console("x\n\ny\r\n");
  EXPECT_EQ(run_show({"b", "-", "a"}, OutputFormat::json, archive.archive(), console.console()), ExitCode::done);
  std::istringstream lines(console.out.str());
  std::string ids;
  for (std::string line; std::getline(lines, line);) ids += Json::parse(line)["id"].get<std::string>();
  EXPECT_EQ(ids, "bxya");
}

TEST(Show, TellsUnknownIdsAndShowsTheOthers) {
  FakeArchive archive;
  FakeConsole console;
  EXPECT_EQ(run_show({"a", "unknown", "b"}, OutputFormat::text, archive.archive(), console.console()),
            ExitCode::incomplete);
  EXPECT_EQ(console.err.str(), "timbao-query: no article has the id 'unknown'\n");
  EXPECT_EQ(console.out.str(), "Bài a\n\nid:      a\n\n----\n\nBài b\n\nid:      b\n");
}

}  // namespace
}  // namespace timbao
