// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/copies.h"

#include <gtest/gtest.h>

#include "tests/indexer/command/made_index.h"

namespace timbao {
namespace {

/// A line of JSON: article `id` whose body is that of story number `story`.
std::string line_of(const std::string& id, int story) {
  std::string body;
  for (int i = 0; i < 40; ++i) body += "xã" + std::to_string(story * 1000 + i) + ' ';
  return R"({"id":")" + id + R"(","title":"Tin )" + id + R"(","body":")" + body + R"("})";
}

CopyCounts counts_of(const std::vector<std::string>& lines) {
  const test::TempDirectory directory;
  const std::string index = directory / "index";
  test::add_lines(index, lines);
  return count_shared_keys(Xapian::Database(index));
}

TEST(Copies, AreArticlesThatShareTheirKey) {
  const CopyCounts counts =
      counts_of({line_of("a", 1), line_of("b", 2), line_of("c", 1), line_of("d", 3), line_of("e", 3), line_of("f", 3),
                 R"({"id":"g","title":"Tin vắn"})", R"({"id":"h","title":"Tin vắn"})"});
  EXPECT_EQ(counts.stories, 2U);
  EXPECT_EQ(counts.articles, 5U);
}

TEST(Copies, AreNoneWhereEveryStoryIsThereOnce) {
  const CopyCounts counts = counts_of({line_of("a", 1), line_of("b", 2)});
  EXPECT_EQ(counts.stories, 0U);
  EXPECT_EQ(counts.articles, 0U);
}

}  // namespace
}  // namespace timbao
