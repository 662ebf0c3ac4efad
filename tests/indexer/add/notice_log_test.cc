// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/notice_log.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "common/base/error.h"
#include "common/base/json.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

class NoticeLogTest : public testing::Test {
 protected:
  NoticeLog report(ReportDetail detail, const std::optional<std::string>& errors = std::nullopt) {
    return {detail, [this](const std::string& line) { printed_.push_back(line); }, errors};
  }

  static Rejected rejected(std::uint64_t line) {
    Rejected rejected;
    rejected.path = "n.jsonl";
    rejected.line = line;
    rejected.reason = RejectReason::broken_record;
    rejected.detail = "đứt";
    return rejected;
  }

  static Notice notice(NoticeKind kind, std::uint64_t line, std::string detail = "đứt") {
    return {"n.jsonl", line, "id1", {kind, 1, std::move(detail)}};
  }

  test::TempDirectory directory_;
  std::vector<std::string> printed_;
};

TEST_F(NoticeLogTest, PrintsTheFirstOfEachKindAndWritesAll) {
  NoticeLog log = report(ReportDetail::first, directory_ / "errors");
  for (std::uint64_t line = 1; line <= 25; ++line) log.reject(rejected(line));
  for (std::uint64_t line = 1; line <= 9; ++line) log.note(notice(NoticeKind::unread_date, line));
  log.note(notice(NoticeKind::hidden, 0, ""));
  log.open_errors_file();
  log.finish();
  EXPECT_EQ(log.rejected(), 25U);
  EXPECT_EQ(log.passed_over(), 1U);
  ASSERT_EQ(printed_.size(), 20U + 5U + 3U);
  EXPECT_EQ(printed_[0], "n.jsonl:1: broken_record: đứt");
  EXPECT_EQ(printed_[20], "n.jsonl:1: warning: unread_date: đứt");
  EXPECT_EQ(printed_[25], "… and 5 more rejections; see " + (directory_ / "errors"));
  EXPECT_EQ(printed_[26],
            "warning: dates that could not be read: 9; their articles have no date, and the text is kept");
  EXPECT_EQ(printed_[27], "passed over: hidden files and folders: 1 (n.jsonl)");
  const std::vector<std::string> lines = test::lines_of(test::read_file(directory_ / "errors"));
  ASSERT_EQ(lines.size(), 35U);
  EXPECT_EQ(
      lines[0],
      R"({"path":"n.jsonl","inner":null,"line":1,"id":null,"reason":"broken_record","detail":"đứt","kind":"rejected"})");
  EXPECT_EQ(
      lines[25],
      R"({"path":"n.jsonl","inner":null,"line":1,"id":"id1","reason":"unread_date","detail":"đứt","kind":"warning"})");
}

TEST_F(NoticeLogTest, PrintsAllOrNothing) {
  NoticeLog all = report(ReportDetail::all);
  for (std::uint64_t line = 1; line <= 25; ++line) all.note(notice(NoticeKind::hidden, line));
  EXPECT_EQ(printed_.size(), 25U);
  printed_.clear();
  NoticeLog none = report(ReportDetail::none);
  none.reject(rejected(1));
  none.note(notice(NoticeKind::hidden, 1));
  none.finish();
  EXPECT_TRUE(printed_.empty());
}

TEST_F(NoticeLogTest, NamesAnUnknownKeyOnce) {
  NoticeLog log = report(ReportDetail::first);
  for (std::uint64_t line = 1; line <= 3; ++line)
    for (const char* key : {"'views'", "'hot'"}) log.note(notice(NoticeKind::unknown_key, line, key));
  EXPECT_EQ(printed_.size(), 2U);
  EXPECT_EQ(log.count(NoticeKind::unknown_key), 6U);
}

TEST_F(NoticeLogTest, KeepsWhatStandsInTheErrorsFileUntilTheInputsAreKnown) {
  const std::string errors = directory_.write("errors", "cũ");
  {
    NoticeLog log = report(ReportDetail::first, errors);
    log.reject(rejected(1));
    EXPECT_EQ(test::read_file(errors), "cũ");
  }
  EXPECT_EQ(test::read_file(errors), "cũ");
}

TEST_F(NoticeLogTest, RefusesAFileThatCannotBeWritten) {
  EXPECT_THROW(report(ReportDetail::first, "/nowhere/errors"), Error);
}

TEST_F(NoticeLogTest, RefusesAnErrorsFileThatIsAnInput) {
  const std::string input = directory_.write("archive/a.jsonl", "x");
  std::filesystem::create_hard_link(input, directory_ / "hard");
  std::filesystem::create_symlink(input, directory_ / "soft");
  std::filesystem::create_directory_symlink(directory_ / "archive", directory_ / "link");
  for (const std::string& errors : {input, directory_ / "hard", directory_ / "soft", directory_ / "link/a.jsonl"})
    EXPECT_THROW(refuse_errors_file_in(errors, input), Error) << errors;
  for (const std::string& errors :
       {directory_ / "archive/new", directory_ / "link/sub/new", directory_ / "archive/../archive/e"})
    EXPECT_THROW(refuse_errors_file_in(errors, directory_ / "archive"), Error) << errors;
  for (const std::string& errors : {directory_ / "archive-errors", directory_ / "errors", std::string("/dev/null")})
    EXPECT_NO_THROW(refuse_errors_file_in(errors, directory_ / "archive")) << errors;
}

TEST(Notices, HaveARowEachWithANameOfItsOwn) {
  std::set<std::string_view> names;
  for (std::size_t kind = 0; kind < kNoticeKinds; ++kind) {
    const NoticeRow& row = row_of(static_cast<NoticeKind>(kind));
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_FALSE(row.what.empty());
  }
}

}  // namespace
}  // namespace timbao
