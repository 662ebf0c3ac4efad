// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/line_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/input/memory_source.h"
#include "tests/processor_time.h"

namespace timbao {
namespace {

std::vector<std::string> read_lines(std::string_view content, std::size_t limit_bytes) {
  test::MemorySource source(content);
  BufferedInput input(source);
  LineReader lines(input, limit_bytes);
  std::vector<std::string> read;
  while (lines.next()) {
    EXPECT_EQ(lines.number(), read.size() + 1);
    read.push_back(lines.is_too_long() ? "<too long>" : lines.text());
  }
  return read;
}

using Lines = std::vector<std::string>;

TEST(LineReader, CutsAtEveryKindOfLineEnd) {
  EXPECT_EQ(read_lines("a\nb\r\n\nc", 100), (Lines{"a", "b", "", "c"}));
  EXPECT_EQ(read_lines("a\n", 100), Lines{"a"});
  EXPECT_EQ(read_lines("", 100), Lines{});
  EXPECT_EQ(read_lines("\n", 100), Lines{""});
}

TEST(LineReader, DropsByteOrderMarksWhereverALineBegins) {
  EXPECT_EQ(read_lines("\xEF\xBB\xBF{}\n\xEF\xBB\xBF\n\xEF\xBB\xBF\xEF\xBB\xBF[]x\xEF\xBB\xBF", 100),
            (Lines{"{}", "", "[]x\xEF\xBB\xBF"}));
}

TEST(LineReader, DropsMillionsOfByteOrderMarksInTimeThatGrowsWithTheirNumber) {
  std::string marks;
  while (marks.size() < 6'000'000) marks += "\uFEFF";
  Lines lines;
  EXPECT_LT(test::processor_seconds([&] { lines = read_lines(marks + "{}\n", 8'000'000); }), test::kSomeSeconds);
  EXPECT_EQ(lines, Lines{"{}"});
}

TEST(LineReader, PassesOverALineThatIsTooLong) {
  EXPECT_EQ(read_lines("12345\n123456\n1\n", 5), (Lines{"12345", "<too long>", "1"}));
  EXPECT_EQ(read_lines(std::string(3'000'000, 'x') + "\nend", 1'000'000), (Lines{"<too long>", "end"}));
  EXPECT_EQ(read_lines("1\n" + std::string(1'000'000, 'x'), 10), (Lines{"1", "<too long>"}));
}

TEST(LineReader, JoinsALineThatManyReadsBring) {
  const std::string line(700'000, 'y');
  EXPECT_EQ(read_lines(line + "\n" + line, 1'000'000), (Lines{line, line}));
}

TEST(LineReader, GivesNoLineThatAStopCutsShort) {
  for (const SourceState end : {SourceState::stopped, SourceState::failed}) {
    test::MemorySource source("a\nb", 1);
    source.end_as(end);
    BufferedInput input(source);
    LineReader lines(input, 1'000);
    EXPECT_TRUE(lines.next());
    EXPECT_FALSE(lines.next());
  }
}

TEST(LineReader, GivesTheSameLinesOfASourceThatGivesOneByteAtATime) {
  test::MemorySource source("\uFEFFa\r\n\nbc\n12345\nd", 1);
  BufferedInput input(source);
  LineReader lines(input, 4);
  Lines read;
  while (lines.next()) read.push_back(lines.is_too_long() ? "<too long>" : lines.text());
  EXPECT_EQ(read, (Lines{"<too long>", "", "bc", "<too long>", "d"}));
}

}  // namespace
}  // namespace timbao
