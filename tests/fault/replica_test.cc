// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a replication that is killed at any moment, or meets a full disk, leaves the replica's old state or its new one,
// and the next one brings it up to date.
#include <chrono>
#include <csignal>
#include <cstring>
#include <random>

#include "tests/cli/replica_fixture.h"
#include "tests/fault/small_disk.h"
#include "tests/fault/trace.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

constexpr int kLocked = 4, kNoRoom = 5;

class ReplicaFault : public ReplicaTest {
 protected:
  /// A replication of what a killed one left: the programs that that one had started may still hold the lock.
  void follow_after_kill() const {
    RunResult result = replicate({index_, replica_});
    while (result.status == kLocked) {
      ::usleep(10'000);
      result = replicate({index_, replica_});
    }
    EXPECT_EQ(result.status, 0) << result.err;
  }
};

TEST_F(ReplicaFault, KilledAtAnyMomentItLeavesTheOldStateOrTheNew) {
  constexpr int kKills = 20;
  publish(1);
  follow();
  publish_aside(2);
  const auto began = std::chrono::steady_clock::now();
  follow();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::mt19937 random(7);
  std::uniform_real_distribution<double> share(0, 1);
  int killed = 0;
  for (int state = 3; state < 3 + kKills; ++state) {
    if (state % 2 == 0)
      publish_aside(state);
    else
      publish(state);
    const int before = state_of_replica();
    RunningProgram run({program(), index_, replica_}, options());
    ::usleep(static_cast<useconds_t>(seconds * share(random) * 1e6));
    run.signal(SIGKILL);
    if (run.finish().status == 128 + SIGKILL) ++killed;
    const int after = state_of_replica();
    EXPECT_TRUE(after == before || after == state) << before << " " << after << " " << state;
    // Not after every kill, so that what several leave shows.
    if (state % 3 == 0) {
      follow_after_kill();
      EXPECT_EQ(state_of_replica(), state);
      EXPECT_LE(leftovers().size(), 1U);
      expect_sound_replica();
    }
  }
  EXPECT_GE(killed, kKills / 4);
}

TEST_F(ReplicaFault, KilledBeforeOrBehindEachRenameItLeavesTheOldStateOrTheNew) {
  publish(1);
  follow();
  // The renames are those of a generation and of the stub. The holder of the lock is the replication.
  const std::string kill = "read -r holder _ <'" + replica_ + "/lock'; kill -9 \"$holder\" \"$PPID\"; exit\n";
  struct Moment {
    std::string of, script;
    bool is_new;
  };
  const std::vector<Moment> moments{
      {"*/g[0-9]*", kill, false},
      {"*/g[0-9]*", "/bin/mv \"$@\"; " + kill, false},
      {"*/XAPIANDB", kill, false},
      {"*/XAPIANDB", "/bin/mv \"$@\"; " + kill, true},
  };
  int state = 1;
  for (const Moment& moment : moments) {
    publish_aside(++state);
    const std::string mv = directory_.write("programs/mv", "#!/bin/bash\nif [[ ${*: -1} == " + moment.of +
                                                               " ]]; then " + moment.script + "fi\n/bin/mv \"$@\"\n");
    fs::permissions(mv, fs::perms(0755));
    const int before = state_of_replica();
    EXPECT_EQ(run({program(), index_, replica_}, options(directory_ / "programs")).status, 128 + SIGKILL);
    EXPECT_EQ(state_of_replica(), moment.is_new ? state : before) << moment.of;
  }
  publish(++state);
  follow_after_kill();
  EXPECT_EQ(state_of_replica(), state);
  EXPECT_LE(leftovers().size(), 1U);
  expect_sound_replica();
}

TEST_F(ReplicaFault, EverythingIsOnTheDiskBeforeReadersGetIt) {
  if (!has_strace()) GTEST_SKIP() << kNeedsStrace;
  publish(1);
  follow();
  publish_aside(2);
  UnsyncedPaths unsynced;
  bool is_renamed = false, is_synced = false;
  for (const FileEvent& event :
       traced_events({"env", "PATH=" + options().environment.at("PATH"), program(), index_, replica_})) {
    if (event.act == FileAct::renamed && event.to == replica_ + "/XAPIANDB") {
      is_renamed = true;
      EXPECT_EQ(unsynced.below(replica_ + "/g2"), std::vector<std::string>{});
      EXPECT_FALSE(unsynced.has(event.path)) << "the stub";
      EXPECT_FALSE(unsynced.has(replica_)) << "the generation's name";
    }
    if (is_renamed && event.act == FileAct::synced && event.path == replica_) is_synced = true;
    unsynced.apply(event);
  }
  EXPECT_TRUE(is_renamed);
  EXPECT_TRUE(is_synced) << "the stub's name";
  EXPECT_EQ(state_of_replica(), 2);
}

TEST_F(ReplicaFault, OnAFullDiskTheReplicaStaysAsItWas) {
  publish(1);
  const std::string disk = directory_ / "disk";
  fs::create_directory(disk);
  const SmallDisk small(disk, 400 * 1'024);
  if (small.error() != 0) GTEST_SKIP() << "a file system cannot be mounted here: " << std::strerror(small.error());
  replica_ = disk + "/replica";
  follow();
  more_articles_ = 900;
  publish_aside(2);
  const RunResult result = replicate({index_, replica_});
  EXPECT_EQ(result.status, kNoRoom) << result.err;
  EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
  EXPECT_TRUE(has_part(result.err, "timbao-replicate: " + replica_ + ": ")) << result.err;
  EXPECT_TRUE(has_part(result.err, "No space left on device")) << result.err;
  EXPECT_EQ(state_of_replica(), 1);
  EXPECT_EQ(leftovers(), std::vector<std::string>{}) << "what was copied takes the room that the next attempt needs";
  expect_sound_replica();
}

}  // namespace
}  // namespace timbao::test
