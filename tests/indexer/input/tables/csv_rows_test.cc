// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/csv_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/input/memory_source.h"
#include "tests/processor_time.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using Texts = std::vector<std::string>;

/// The rows of a source as "line:cell|cell", and what is said of those that are not whole.
Texts cut(std::string_view content, std::size_t limit_bytes = 1'000, std::size_t piece_bytes = 1'000'000) {
  test::MemorySource source(content, piece_bytes);
  BufferedInput input(source);
  CsvRows rows(input, {limit_bytes, ','});
  Texts found;
  while (rows.next()) {
    std::string text = std::to_string(rows.line()) + ":";
    if (rows.kind() == CsvRows::Kind::whole)
      for (const std::string& cell : rows.cells()) text += (&cell == &rows.cells().front() ? "" : "|") + cell;
    else
      text += rows.kind() == CsvRows::Kind::broken ? "<broken>" : "<too long>";
    found.push_back(text);
  }
  return found;
}

TEST(CsvRows, AreCutWhereverTheirBytesAreCut) {
  for (const std::size_t piece_bytes : {1U, 3U, 1'000U})
    EXPECT_EQ(cut("\xEF\xBB\xBF"
                  "a,b\r\n\"một\r\nhai\",x\n\n,\nlast",
                  1'000, piece_bytes),
              (Texts{"1:a|b", "2:một\nhai|x", "4:", "5:|", "6:last"}));
}

TEST(CsvRows, LoseOnlyTheRowOfAQuoteThatIsNeverClosed) {
  EXPECT_EQ(cut("1,\"một,x\n2,\"hai\",y\n3,ba,z\n"), (Texts{"1:<broken>", "2:2|hai|y", "3:3|ba|z"}));
  EXPECT_EQ(cut("1,\"một,x\n2,hai,y\n3,\"ba\",z\n"), (Texts{"1:<broken>", "2:2|hai|y", "3:3|ba|z"}));
  EXPECT_EQ(cut("1,\"một,x\n2,hai,y\n3,ba,z"), (Texts{"1:<broken>", "2:2|hai|y", "3:3|ba|z"}));
  EXPECT_EQ(cut("1,\"một,x\n2,hai,y\n3,\"ba\nbốn\",z\n4,a\n"),
            (Texts{"1:<broken>", "2:2|hai|y", "3:3|ba\nbốn|z", "5:4|a"}));
}

TEST(CsvRows, AreReadAgainLineByLineWhereAQuoteTakesMoreThanTheLimit) {
  std::string content = "1,\"một\n";
  for (int i = 0; i < 100; ++i) content += "dòng " + std::to_string(i) + "\n";
  const Texts found = cut(content, 100);
  EXPECT_EQ(found.size(), 101U);
  EXPECT_EQ(found.front(), "1:<broken>");
  EXPECT_EQ(found.back(), "101:dòng 99");
}

TEST(CsvRows, CountTheEndsOfLinesInACell) {
  const std::string lines(200, '\n');
  EXPECT_EQ(cut("1,\"" + lines + "\"\n", 100).front(), "1:<broken>") << "of empty lines a cell may have no more either";
  EXPECT_EQ(cut("1,\"" + lines + "\"\n", 300).size(), 1U);
}

TEST(CsvRows, PassOverALineThatIsTooLong) {
  EXPECT_EQ(cut("a,b\n" + std::string(2'000, 'x') + "\nc,d\n"), (Texts{"1:a|b", "2:<too long>", "3:c|d"}));
}

TEST(CsvRows, AreNotGivenWhereAFailureCutsThemShort) {
  test::MemorySource source("a,b\nc,\"d");
  source.end_as(SourceState::failed);
  BufferedInput input(source);
  CsvRows rows(input, {1'000, ','});
  EXPECT_TRUE(rows.next());
  EXPECT_FALSE(rows.next());
}

TEST(CsvRows, OfAnyBrokenKindTakeTimeThatGrowsWithTheirNumber) {
  for (const std::string line : {",\"", ",\"\"\"\"a", ", \"x", "\"", "x \"y", ",\"\"\"", "a,\"b", ",\"a\"\",\""}) {
    std::string content;
    while (content.size() < test::rounds(3'000'000)) content += line + "\n";
    std::size_t rows = 0;
    EXPECT_LT(test::processor_seconds([&] { rows = cut(content, 16'000'000).size(); }), test::kSomeSeconds) << line;
    EXPECT_GE(rows, 1U);
  }
}

}  // namespace
}  // namespace timbao
