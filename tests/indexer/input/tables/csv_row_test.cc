// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/csv_row.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace timbao {
namespace {

using Lines = std::vector<std::string>;

struct Row {
  Lines lines, cells;
  const char* why;
};

class CsvRowTable : public testing::TestWithParam<Row> {};

TEST_P(CsvRowTable, HasTheseCells) {
  CsvRow row(',');
  for (const std::string& line : GetParam().lines)
    EXPECT_EQ(row.take(line), &line == &GetParam().lines.back() ? RowEnd::closed : RowEnd::open) << GetParam().why;
  EXPECT_EQ(row.cells(), GetParam().cells) << GetParam().why;
}

INSTANTIATE_TEST_SUITE_P(
    Table, CsvRowTable,
    testing::Values(
        Row{{""}, {""}, "an empty line is one empty cell"}, Row{{"a,b"}, {"a", "b"}, "cells without quotes"},
        Row{{",,"}, {"", "", ""}, "empty cells"}, Row{{"\"a,b\",c"}, {"a,b", "c"}, "a separator within quotes"},
        Row{{R"("a ""b"" c",d)"}, {R"(a "b" c)", "d"}, "doubled quotes"}, Row{{R"("",x)"}, {"", "x"}, "empty quotes"},
        Row{{"\"một", "hai\",x"}, {"một\nhai", "x"}, "a line end within quotes"},
        Row{{"\"một", "", "hai\""}, {"một\n\nhai"}, "an empty line within quotes"},
        Row{{R"(a "b" c,d)"}, {R"(a "b" c)", "d"}, "quotes in a cell that does not begin with one"},
        Row{{R"(a, "b, c" ,d)"}, {"a", "b, c", "d"}, "blanks around quotes"},
        Row{{R"("Ông nói \"không\" với xã",x)"}, {R"(Ông nói "không" với xã)", "x"}, "quotes escaped by a backslash"},
        Row{{R"("Ông nói "không" với xã",x)"}, {R"(Ông nói "không" với xã)", "x"}, "quotes that are not doubled"},
        Row{{R"("Ông nói "không", rồi về",x)"}, {R"(Ông nói "không", rồi về)", "x"}, "the same before a comma"},
        Row{{R"("Đê" mới,x)"}, {"Đê mới", "x"}, "text behind a closing quote"},
        Row{{"\"một", "Ông nói \"không\" với xã\",x"},
            {"một\nÔng nói \"không\" với xã", "x"},
            "the same in a later line"},
        Row{{"\" một \",hai"}, {" một ", "hai"}, "blanks within quotes stay"}));

TEST(CsvRow, SeesThatACellOfAnEarlierLineWasNeverClosed) {
  for (const char* next : {"2,\"hai\",y", "\"2\",hai"}) {
    CsvRow row(',');
    EXPECT_EQ(row.take("1,\"một"), RowEnd::open);
    EXPECT_EQ(row.take(next), RowEnd::broken) << next;
  }
}

TEST(CsvRow, IsBrokenWhereItHasTooManyCells) {
  CsvRow row(';');
  EXPECT_EQ(row.take(std::string(kMostCells - 1, ';')), RowEnd::closed);
  EXPECT_EQ(row.cells().size(), kMostCells);
  row.clear();
  EXPECT_EQ(row.take(std::string(kMostCells, ';')), RowEnd::broken);
}

TEST(CsvRow, GivesBackWhatIsWrittenByTheStandard) {
  const Lines values{"", "a", ",", "\"", "\"\"", " a \"b\" ", "một\nhai", "x\n\n\"y\",\n", "\\", "đê"};
  for (std::size_t round = 0; round < values.size() * values.size(); ++round) {
    const Lines cells{values[round % values.size()], values[round / values.size()], "end"};
    std::string text;
    for (const std::string& cell : cells) {
      text += text.empty() ? "\"" : ",\"";
      for (const char byte : cell) text += byte == '"' ? "\"\"" : std::string(1, byte);
      text += '"';
    }
    CsvRow row(',');
    RowEnd end = RowEnd::open;
    for (std::size_t at = 0; end == RowEnd::open && at <= text.size();) {
      const std::size_t line_end = std::min(text.find('\n', at), text.size());
      end = row.take(std::string_view(text).substr(at, line_end - at));
      at = line_end + 1;
    }
    EXPECT_EQ(end, RowEnd::closed) << text;
    EXPECT_EQ(row.cells(), cells) << text;
  }
}

}  // namespace
}  // namespace timbao
