// SPDX-License-Identifier: GPL-2.0-or-later
// A writer that is killed at any moment of anything that it does loses nothing. bench/kill_rounds.py is the long form.
#include <gtest/gtest.h>

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "tests/fault/fault_index.h"
#include "tests/fault/trace.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

constexpr int kKilled = 128 + SIGKILL;

// A run that was killed leaves at most the generation before, the new articles, both merged and what deleting in that
// takes, and that without its gaps; one that ended, the generation before and the new one, which may have gaps.
constexpr std::uint64_t kMostOfADeadRun = 7, kMostOfAnEndedRun = 3;

class Killed : public testing::TestWithParam<FaultCase> {
 protected:
  Killed() : index_(GetParam()) {}

  /// The index is as before the command or as after it, and no larger than it may be.
  void expect_before_or_after(const std::string& when) const {
    const IndexState state = index_.state();
    EXPECT_TRUE(state == index_.before() || state == index_.after()) << when;
    EXPECT_LE(index_.bytes(), kMostOfADeadRun * index_.published_bytes()) << when;
  }

  void expect_done_when_run_again() const {
    const RunResult again = index_.run_command();
    EXPECT_LE(again.status, 1) << again.err;  // 1: removes an id that it removed before it was killed
    expect_done(index_);
    EXPECT_LE(index_.bytes(), kMostOfAnEndedRun * index_.published_bytes());
    for (const std::string& name : index_.names()) EXPECT_TRUE(name == "XAPIANDB" || name[0] == 'g') << name;
  }

  FaultIndex index_;
};

/// Kills the command after so many seconds; false where it ended first.
bool is_killed_after(double seconds, const FaultIndex& index) {
  RunningProgram program(index.command());
  ::usleep(static_cast<useconds_t>(seconds * 1e6));
  program.signal(SIGKILL);
  return program.finish().status == kKilled;
}

TEST_P(Killed, AtAnyMomentItLeavesTheOldArticlesOrTheNew) {
  constexpr int kKills = kHasSanitizer ? 3 : 6, kTries = 30, kFinishEvery = 3;
  std::mt19937 random(5);
  double seconds = index_.seconds();
  int kills = 0;
  for (int i = 0; i < kTries && kills < kKills; ++i) {
    const double moment = seconds * (kills + std::uniform_real_distribution<double>(0, 1)(random)) / kKills;
    if (!is_killed_after(moment, index_)) {
      seconds *= 0.8;  // it took less time than when that was measured
      index_.restore();
      continue;
    }
    ++kills;
    expect_before_or_after(std::to_string(moment) + " s of " + std::to_string(seconds));
    // Not after every kill, so that what several leave shows.
    if (kills % kFinishEvery == 0) expect_done_when_run_again();
    if (kills % kFinishEvery == 0 || index_.state() == index_.after()) index_.restore();
  }
  EXPECT_EQ(kills, kKills);
}

class KilledWhileItPublishes : public Killed {};

TEST_P(KilledWhileItPublishes, AtEachStepItLeavesTheOldArticlesOrTheNew) {
  if (!has_strace()) GTEST_SKIP() << kNeedsStrace;
  constexpr int kFinishEvery = 4;
  int kills = 0;
  std::vector<std::string> calls{"fsync", "rename"};
  // Aside, Xapian syncs only what nobody sees yet; kills at any moment meet that.
  if (GetParam().way == Way::in_place) calls.emplace_back("fdatasync");
  for (const std::string& call : calls) {
    for (int nth = 1, status = kKilled; status == kKilled; ++nth) {
      const std::string when = std::to_string(nth);
      status =
          run_traced(index_.command(), {"-e", "trace=" + call, "-e", "inject=" + call + ":signal=KILL:when=" + when})
              .status;
      expect_before_or_after(call + " " + when);
      if (status == kKilled && ++kills % kFinishEvery == 0) expect_done_when_run_again();
      index_.restore();
    }
  }
  EXPECT_GE(kills, 4);
}

std::string name_of(const testing::TestParamInfo<FaultCase>& one) { return one.param.name; }

INSTANTIATE_TEST_SUITE_P(Each, Killed, testing::ValuesIn(fault_cases()), name_of);
INSTANTIATE_TEST_SUITE_P(Each, KilledWhileItPublishes, testing::ValuesIn(fault_cases_of_each_way()), name_of);

}  // namespace
}  // namespace timbao::test
