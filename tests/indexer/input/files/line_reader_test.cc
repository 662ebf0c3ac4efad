// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/line_reader.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "tests/processor_time.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

std::vector<std::string> read_lines(std::string_view content, std::size_t limit_bytes) {
  const test::TempDirectory directory;
  auto opened = open_input(directory.write("lines", content), {});
  BufferedInput input(std::get<InputFile>(opened));
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
  const test::TempDirectory directory;
  int asked = 0;
  auto opened = open_input(directory.write("lines", std::string(600'000, 'z')), [&] { return ++asked > 2; });
  BufferedInput input(std::get<InputFile>(opened));
  LineReader lines(input, 1'000'000);
  EXPECT_FALSE(lines.next());
}

TEST(InputFile, HashesItsBytesHoweverTheyAreRead) {
  const test::TempDirectory directory;
  const std::string path = directory.write("a", std::string(600'000, 'z') + "b");
  auto opened = open_input(path, {});
  auto& file = std::get<InputFile>(opened);
  std::array<char, 1'001> piece{};
  while (file.read(piece.data(), piece.size()) > 0) {
  }
  EXPECT_EQ(hash_of_file(path, {}), file.content_hash());
  EXPECT_NE(hash_of_file(directory.write("b", std::string(600'000, 'z') + "c"), {}), file.content_hash());
  EXPECT_FALSE(hash_of_file(directory / "none", {}).has_value());
}

TEST(InputFile, SaysWhyAPathCannotBeRead) {
  const test::TempDirectory directory;
  EXPECT_EQ(std::get<Rejected>(open_input(directory / "none", {})).reason, RejectReason::missing);
  EXPECT_EQ(std::get<Rejected>(open_input("/dev/zero", {})).detail, "a device, not a file");
  EXPECT_EQ(std::get<Rejected>(open_input(directory.path().string(), {})).detail, "a folder, not a file");
}

}  // namespace
}  // namespace timbao
