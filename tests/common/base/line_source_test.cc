// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: lines of input end where they should, within their limit and in time that grows with their length.
#include "common/base/line_source.h"

#include <gtest/gtest.h>

#include <sstream>
#include <streambuf>
#include <string>
#include <system_error>
#include <vector>

#include "common/base/error.h"
#include "tests/processor_time.h"

namespace timbao {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t kLimit = std::size_t{4} << 20U;

Lines lines_of(const std::string& input, std::size_t limit_bytes = kLimit) {
  std::istringstream in(input);
  LineSource source(in, limit_bytes, [] {});
  Lines lines;
  while (const auto line = source.next()) lines.push_back(line->is_too_long ? line->text + "<cut>" : line->text);
  return lines;
}

TEST(LineSource, CutsAtLineEndsAndKeepsTheBeginningOfALongLine) {
  EXPECT_EQ(lines_of("một\r\nhai\n\nba"), (Lines{"một", "hai", "", "ba"}));
  EXPECT_EQ(lines_of("12345\n123456\n", 5), (Lines{"12345", "12345<cut>"}));
  EXPECT_EQ(lines_of(""), Lines{});
}

TEST(LineSource, PassesOverByteOrderMarksBeforeALine) {
  EXPECT_EQ(lines_of("\uFEFFmột\n\uFEFF\uFEFFhai\uFEFF\n"), (Lines{"một", "hai\uFEFF"}));
}

TEST(LineSource, PassesOverAMillionByteOrderMarksInTimeThatGrowsWithTheirNumber) {
  std::string marks;
  while (marks.size() + 3 < kLimit) marks += "\uFEFF";
  Lines lines;
  EXPECT_LT(test::processor_seconds([&] { lines = lines_of(marks + "a"); }), test::kSomeSeconds);
  EXPECT_EQ(lines, Lines{"a"});
}

/// Input that cannot be read, as a folder cannot.
class Unreadable : public std::streambuf {
 protected:
  int_type underflow() override {
    throw std::ios_base::failure("some_class::some_function error reading the file",
                                 std::make_error_code(std::errc::is_a_directory));
  }
};

TEST(LineSource, SaysInOneLineWhyInputCannotBeRead) {
  Unreadable folder;
  std::istream in(&folder);
  LineSource source(in, kLimit, [] {});
  try {
    static_cast<void>(source.next());
    FAIL() << "nothing was said";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::io_failed);
    EXPECT_EQ(error.message(), "standard input: Is a directory");
  }
}

}  // namespace
}  // namespace timbao
