// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: whatever a program throws becomes one line and an exit status, and a write that was lost is never taken for
// done.
#include "common/base/error.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <new>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

namespace timbao {
namespace {

struct Ended {
  int status;
  std::string line;
};
Ended ended(const std::function<ExitCode()>& body) {
  std::ostringstream err;
  const int status = guarded_main("timbao-x", err, body);
  return {status, err.str()};
}

TEST(GuardedMain, ReturnsTheStatusOfTheBody) {
  for (const ExitCode code : {ExitCode::done, ExitCode::incomplete, ExitCode::usage, ExitCode::index_failed,
                              ExitCode::locked, ExitCode::io_failed, ExitCode::interrupted}) {
    const Ended end = ended([&] { return code; });
    EXPECT_EQ(end.status, static_cast<int>(code));
    EXPECT_EQ(end.line, "");
  }
}

TEST(GuardedMain, TellsAnErrorAndItsHintOnOneLine) {
  const Ended end = ended([]() -> ExitCode { throw Error(ExitCode::locked, "/x: in use\nby 7", "wait a while"); });
  EXPECT_EQ(end.status, 4);
  EXPECT_EQ(end.line, "timbao-x: /x: in use by 7; wait a while\n");
}

TEST(GuardedMain, LeavesOutAnEmptyHint) {
  EXPECT_EQ(ended([]() -> ExitCode { throw Error(ExitCode::usage, "no"); }).line, "timbao-x: no\n");
}

TEST(GuardedMain, EndsQuietlyWhenTheReaderWentAway) {
  const Ended end = ended([]() -> ExitCode { throw BrokenPipe{}; });
  EXPECT_EQ(end.status, 0);
  EXPECT_EQ(end.line, "");
}

TEST(GuardedMain, LetsNothingEscape) {
  const std::vector<std::pair<std::function<ExitCode()>, std::string>> cases = {
      {[]() -> ExitCode { throw std::bad_alloc(); }, "timbao-x: out of memory\n"},
      {[]() -> ExitCode { throw std::runtime_error("odd"); }, "timbao-x: odd\n"},
      {[]() -> ExitCode { throw 42; }, "timbao-x: unexpected failure\n"},
  };
  for (const auto& [body, line] : cases) {
    const Ended end = ended(body);
    EXPECT_EQ(end.status, 5);
    EXPECT_EQ(end.line, line);
  }
}

TEST(GuardedMain, SurvivesAWriteToAClosedPipe) {
  const Ended end = ended([] {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    close(ends[0]);
    EXPECT_EQ(write(ends[1], "x", 1), -1);
    EXPECT_EQ(errno, EPIPE);
    close(ends[1]);
    return ExitCode::done;
  });
  EXPECT_EQ(end.status, 0);
}

TEST(ThrowIoError, SaysWhatWasRefusedWhyAndWhatToDo) {
  try {
    throw_io_error("hits.jsonl", EACCES, "give another name");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::io_failed);
    EXPECT_EQ(error.message(), "hits.jsonl: Permission denied");
    EXPECT_EQ(error.hint(), "give another name");
  }
}

TEST(FlushOrThrow, IsQuietWhenEverythingWasWritten) {
  std::ostringstream out;
  out << "x";
  EXPECT_NO_THROW(flush_or_throw(out, "standard output"));
  EXPECT_NO_THROW(flush_or_throw(out, "standard output"));
}

TEST(FlushOrThrow, NamesTheStreamAndTheReason) {
  std::ofstream full("/dev/full");
  full << "x";
  try {
    flush_or_throw(full, "hits.json");
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::io_failed);
    EXPECT_EQ(error.message(), "hits.json: No space left on device");
  }
}

TEST(FlushOrThrow, SeesAFailureOfAnEarlierWrite) {
  std::ofstream full("/dev/full");
  full << std::string(1U << 20U, 'x');
  ASSERT_FALSE(full.good());
  EXPECT_THROW(flush_or_throw(full, "hits.json"), Error);
  EXPECT_THROW(flush_or_throw(full, "hits.json"), Error);
}

TEST(FlushOrThrow, TellsAClosedPipeFromAFailure) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  std::signal(SIGPIPE, SIG_IGN);
  std::ofstream out("/dev/fd/" + std::to_string(ends[1]));
  close(ends[0]);
  out << "x";
  EXPECT_THROW(flush_or_throw(out, "standard output"), BrokenPipe);
  close(ends[1]);
}

TEST(OnOneLine, TurnsControlsAndLineEndsIntoSpaces) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},
      {"Đảng ủy", "Đảng ủy"},
      {"a\nb\r\nc", "a b  c"},
      {"a\tb\x1B[31mc\x7F", "a b [31mc "},
      {std::string("a\0b", 3), "a b"},
      {"a\u0085b\u009Bc\u00A0d", "a b c\u00A0d"},
      {"a\u2028b\u2029c\u2030d", "a b c\u2030d"},
      {"a\u202Eb\u2066c\u200Ed\u061Ce", "abcde"},
      {"cut \xC2", "cut \xC2"},
      {"\xC2\u202E\x9B", "\xC2 \x9B"},
      {"cut \xE2\x80", "cut \xE2\x80"},
  };
  for (const auto& [text, line] : cases) {
    EXPECT_EQ(on_one_line(text), line);
    EXPECT_EQ(on_one_line(line), line);
  }
}

}  // namespace
}  // namespace timbao
