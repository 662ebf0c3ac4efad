// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/stats.h"

#include <gtest/gtest.h>

#include "common/base/error.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

IndexStats example() {
  IndexStats stats;
  stats.articles = 12'345;
  stats.terms = 7;
  stats.bytes = {{"total", 9'000}, {"postlist", 8'192}};
  stats.first = Day{2017, 6, 5};
  stats.last = Day{2018, 1, 31};
  stats.sources = {{"Báo Làng", 3}};
  stats.versions = {{"program", "1"}};
  return stats;
}

TEST(Stats, AsJsonHasItsKeysInOrder) {
  EXPECT_EQ(stats_as_json(example()),
            R"({"articles":12345,"removed":0,"terms":7,"bytes":{"total":9000,"postlist":8192},)"
            R"("dates":{"first":"2017-06-05","last":"2018-01-31"},"sources":[{"value":"Báo Làng","count":3}],)"
            R"("versions":{"program":"1"}})"
            "\n");
}

TEST(Stats, AsJsonHasNullForNoDates) {
  EXPECT_NE(stats_as_json(IndexStats()).find(R"("dates":{"first":null,"last":null},"sources":[])"), std::string::npos);
}

TEST(Stats, AsTextIsALineAFigure) {
  EXPECT_EQ(
      stats_as_text(example()),
      "articles    12,345\nremoved     0\nterms       7\nbytes       9,000\ndates       2017-06-05 to 2018-01-31\n"
      "source      Báo Làng: 3\nversion     program 1\n");
}

TEST(Stats, RefusesWhatIsNoIndex) {
  const test::TempDirectory directory;
  EXPECT_THROW(read_stats(directory / "none"), Error);
}

}  // namespace
}  // namespace timbao
