// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a program that a test starts gets the environment that it should, and starting it never hangs.
#include "tests/cli/process.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace timbao::test {
namespace {

/// Takes and gives back many small blocks until told to stop, so that the allocator's locks are often held.
void allocate_until(const std::atomic<bool>& is_over) {
  while (!is_over) {
    std::vector<std::vector<char*>> blocks(2'000);
    for (std::size_t i = 0; i < blocks.size(); ++i) blocks[i].resize(1 + i % 16);
  }
}

// A child of a process whose other threads allocate must not wait for the allocator's lock, which nobody gives back
// there: with AddressSanitizer's allocator a child that allocated between fork and exec hung for ever. A thread that is
// new has no blocks of its own to take, and so has to ask for the lock.
TEST(Process, IsStartedWhileOtherThreadsAllocate) {
  std::atomic<bool> is_over{false};
  std::vector<std::thread> allocating;
  for (int i = 0; i < 3; ++i) allocating.emplace_back([&] { allocate_until(is_over); });
  for (int i = 0; i < 100; ++i) std::thread([] { EXPECT_EQ(run({"true"}).status, 0); }).join();
  is_over = true;
  for (std::thread& thread : allocating) thread.join();
}

TEST(Process, HasOurEnvironmentAndWhatIsAdded) {
  RunOptions options;
  options.environment = {{"TIMBAO_ADDED", "có"}, {"HOME", "/"}};
  EXPECT_EQ(run({"sh", "-c", "echo $TIMBAO_ADDED $HOME; test -n \"$PATH\""}, options).out, "có /\n");
}

TEST(Process, ThatCannotBeStartedEndsWith127) { EXPECT_EQ(run({"/no/such/program"}).status, 127); }

}  // namespace
}  // namespace timbao::test
