// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/format.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(FormatOfName, IsToldByTheSuffixWhateverItsCase) {
  for (const char* path : {"a.jsonl", "A.NDJSON", "b/c.Jl"}) EXPECT_EQ(format_of_name(path), Format::jsonl) << path;
  EXPECT_EQ(format_of_name("a.JSON"), Format::json);
  for (const char* path : {"a.html", "A.HTM", "a.xhtml"}) EXPECT_EQ(format_of_name(path), Format::html) << path;
  for (const char* path : {"a.txt", "jsonl", "a.jsonl/b", "", "a.jsonl.txt"})
    EXPECT_EQ(format_of_name(path), Format::text) << path;
}

TEST(FormatSuffixes, AreLowerCaseWithADot) {
  for (const FormatSuffix& row : kFormatSuffixes)
    EXPECT_EQ(suffix_of("A" + std::string(row.suffix)), &row) << row.suffix;
}

}  // namespace
}  // namespace timbao
