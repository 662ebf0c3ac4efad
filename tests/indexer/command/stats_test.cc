// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/stats_command.h"

#include <gtest/gtest.h>

#include "common/base/error.h"
#include "tests/indexer/command/made_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

IndexStats example() {
  IndexStats stats;
  stats.articles = 12'345;
  stats.terms = 7;
  stats.readings = 3;
  stats.folded = 2;
  stats.bytes = {{"total", 9'000}, {"postlist", 8'192}};
  stats.first = Day{2017, 6, 5};
  stats.last = Day{2018, 1, 31};
  stats.years = {{"2017", 4}, {"2018", 5}};
  stats.sources = {{"Báo Làng", 3}};
  stats.copies = {2, 5};
  stats.versions = {{"program", "1"}};
  return stats;
}

TEST(Stats, AsJsonHasItsKeysInOrder) {
  EXPECT_EQ(
      stats_as_json(example()),
      R"({"articles":12345,"removed":0,"terms":7,"readings":3,"folded":2,"bytes":{"total":9000,"postlist":8192},)"
      R"("dates":{"first":"2017-06-05","last":"2018-01-31"},)"
      R"("years":[{"value":"2017","count":4},{"value":"2018","count":5}],"sources":[{"value":"Báo Làng","count":3}],)"
      R"("copies":{"stories":2,"articles":5},)"
      R"("versions":{"program":"1"}})"
      "\n");
}

TEST(Stats, AsJsonHasNullForNoDates) {
  EXPECT_NE(stats_as_json(IndexStats()).find(R"("dates":{"first":null,"last":null},"years":[],"sources":[])"),
            std::string::npos);
}

TEST(Stats, AsTextIsALineAFigure) {
  EXPECT_EQ(stats_as_text(example()),
            "articles    12,345\nremoved     0\nterms       7\nreadings    3 of 2 folded words\n"
            "bytes       total: 9,000\nbytes       postlist: 8,192\n"
            "dates       2017-06-05 to 2018-01-31\nyear        2017: 4\nyear        2018: 5\n"
            "source      Báo Làng: 3\ncopies      5 articles of 2 stories\nversion     program 1\n");
}

TEST(Stats, AsTextNamesTheTenGreatestSources) {
  IndexStats stats;
  for (int i = 1; i <= 12; ++i) stats.sources.emplace_back("Báo " + std::to_string(i), 100 - i);
  const std::string text = stats_as_text(stats);
  EXPECT_NE(text.find("source      Báo 10: 90\nsource      and 2 others\n"), std::string::npos) << text;
}

TEST(Stats, CountsWhatAnIndexHolds) {
  const test::TempDirectory directory;
  const std::string index = directory / "index";
  test::add_lines(index, {R"({"id":"a","title":"Đảng đang","date":"31/01/2018"})",
                          R"({"id":"b","title":"Đảng dang bán","date":"2/2/2018"})",
                          R"({"id":"c","title":"Bàn","date":"5/6/2017"})"});
  const IndexStats stats = read_stats(index);
  EXPECT_EQ(stats.readings, 5U) << "đảng đang dang bán bàn";
  EXPECT_EQ(stats.folded, 2U);
  EXPECT_EQ(stats.years, (std::vector<std::pair<std::string, std::uint64_t>>{{"2017", 1}, {"2018", 2}}));
}

TEST(Stats, RefusesWhatIsNoIndex) {
  const test::TempDirectory directory;
  EXPECT_THROW(read_stats(directory / "none"), Error);
}

}  // namespace
}  // namespace timbao
