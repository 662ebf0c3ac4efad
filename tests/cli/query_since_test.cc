// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include "common/base/day.h"
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

using Ids = std::vector<std::string>;

/// The second in which a new run begins that no run before it has.
std::string next_second() {
  const std::time_t now = std::time(nullptr);
  while (std::time(nullptr) == now) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return format_timestamp(now + 1);
}

TEST_F(QueryTest, SinceFindsWhatWasIndexedThenAlsoAfterChangesAndRebuilds) {
  const std::string moment = next_second();
  add("{\"id\":\"moi\",\"title\":\"Đảng ủy xã họp\",\"date\":\"2001-01-01\"}\n"
      "{\"id\":\"dang-bo\",\"title\":\"Đảng bộ huyện tổng kết, bài đã sửa\"}\n");
  EXPECT_EQ(ids({"--since", moment, "đảng"}), Ids{"moi"}) << "a changed article is not a new one";
  EXPECT_EQ(ids({"--since", "1d", "=đảng"}).size(), 2U);
  ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--index", index(), "--quiet", "add", "--rebuild"}).status, 0);
  EXPECT_EQ(ids({"--since", moment, "đảng"}), Ids{"moi"}) << "rebuilt";
  ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--index", index(), "compact"}).status, 0);
  EXPECT_EQ(ids({"--since", moment, "đảng"}), Ids{"moi"}) << "compacted";
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--index", index(), "check"}).status, 0);
  EXPECT_EQ(ids({"--since", format_timestamp(std::time(nullptr) + 100'000), "đảng"}), Ids{});
}

TEST_F(QueryTest, SinceTakesADayOrAMomentAndARequestMaySetIt) {
  const RunResult refused = query({"--since", "gần đây", "đảng"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.err.find("--since takes a day or a moment"), std::string::npos) << refused.err;
  const std::vector<Json> answers = objects(query({"--batch"}, R"({"query":"đảng","since":"2d"})"
                                                               "\n"
                                                               R"({"query":"đảng","since":"x"})"
                                                               "\n")
                                                .out);
  EXPECT_GT(answers.at(0)["hits"].size(), 0U);
  EXPECT_NE(answers.at(1).dump().find("--since takes"), std::string::npos);
}

}  // namespace
}  // namespace timbao::test
