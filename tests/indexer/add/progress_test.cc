// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/progress.h"

#include <gtest/gtest.h>

#include <sstream>

#include "common/base/error.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(Progress, DescribesARun) {
  EXPECT_EQ(describe_progress({12'345, 38'200'000, 0, 0}, seconds(5)), "12,345 articles, 38.2 MB, 7.6 MB/s");
  EXPECT_EQ(describe_progress({10, 1'000'000, 25, 100}, seconds(10)), "10 articles, 1.0 MB, 0.1 MB/s, 0:30 left");
  EXPECT_EQ(describe_progress({10, 1'000'000, 1, 1'000}, seconds(10)), "10 articles, 1.0 MB, 0.1 MB/s, 2:46:30 left");
  EXPECT_EQ(describe_progress({0, 0, 0, 0}, seconds(0)), "0 articles, 0.0 MB, -");
}

/// A clock that the test moves.
struct Hands {
  std::chrono::steady_clock::time_point now{};
  Progress::Clock clock() {
    return [this] { return now; };
  }
};

TEST(Progress, ShowsALineNowAndThen) {
  Hands hands;
  std::ostringstream err;
  Progress progress(err, ProgressStyle::lines, hands.clock());
  progress.show({1, 1, 1, 1});
  EXPECT_EQ(err.str(), "");
  hands.now += seconds(60);
  progress.show({2, 1'000'000, 1, 1});
  progress.show({3, 1'000'000, 1, 1});
  EXPECT_EQ(err.str(), "2 articles, 1.0 MB, 0.0 MB/s\n");
}

TEST(Progress, WritesOverItsLineOnATerminal) {
  Hands hands;
  std::ostringstream err;
  Progress progress(err, ProgressStyle::terminal, hands.clock());
  hands.now += milliseconds(500);
  progress.show({2, 1'000'000, 1, 1});
  EXPECT_EQ(err.str(), "\r\x1b[K2 articles, 1.0 MB, 2.0 MB/s");
  progress.clear();
  progress.clear();
  EXPECT_EQ(err.str(), "\r\x1b[K2 articles, 1.0 MB, 2.0 MB/s\r\x1b[K");
}

TEST(Progress, SaysWhatFollowsTheReading) {
  Hands hands;
  std::ostringstream err;
  Progress terminal(err, ProgressStyle::terminal, hands.clock()), lines(err, ProgressStyle::lines, hands.clock());
  lines.announce({2, 2, 1, 2}, "writing");
  EXPECT_EQ(err.str(), "") << "a short run says nothing";
  hands.now += seconds(60);
  lines.announce({2, 6'000'000, 1, 2}, "writing");
  EXPECT_EQ(err.str(), "2 articles, 6.0 MB, 0.1 MB/s; writing\n");
  terminal.announce({2, 6'000'000, 1, 2}, "writing");
  terminal.clear();
  EXPECT_EQ(err.str().substr(err.str().find('\r')), "\r\x1b[K2 articles, 6.0 MB, 0.1 MB/s; writing\r\x1b[K");
}

TEST(Progress, IsSilentWhereNoneIsWanted) {
  Hands hands;
  std::ostringstream err;
  Progress progress(err, ProgressStyle::none, hands.clock());
  hands.now += seconds(600);
  progress.show({2, 2, 2, 2});
  progress.announce({2, 2, 2, 2}, "writing");
  EXPECT_EQ(err.str(), "");
}

}  // namespace
}  // namespace timbao
