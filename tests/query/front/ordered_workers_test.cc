// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/ordered_workers.h"

#include <gtest/gtest.h>

#include <atomic>

namespace timbao {
namespace {

TEST(OrderedWorkers, GiveAnswersInTheOrderOfTheWork) {
  OrderedWorkers workers(3);
  for (int i = 0; i < 200; ++i)
    workers.add([i](std::size_t) { return BatchAnswer{std::to_string(i), ExitCode::done}; });
  EXPECT_EQ(workers.waiting(), 200U);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(workers.take().text, std::to_string(i));
  EXPECT_EQ(workers.waiting(), 0U);
}

TEST(OrderedWorkers, WorkAtOnce) {
  std::promise<void> second_began;
  OrderedWorkers workers(2);
  workers.add([&](std::size_t) {
    second_began.get_future().wait();  // for ever, if one thread did all
    return BatchAnswer{"first", ExitCode::done};
  });
  workers.add([&](std::size_t) {
    second_began.set_value();
    return BatchAnswer{"second", ExitCode::done};
  });
  EXPECT_EQ(workers.take().text, "first");
  EXPECT_EQ(workers.take().text, "second");
}

TEST(OrderedWorkers, TellEachWorkTheNumberOfItsThread) {
  std::vector<std::atomic<int>> running(3);
  std::atomic<int> wrong = 0;
  {
    OrderedWorkers workers(3);
    for (int i = 0; i < 300; ++i)
      workers.add([&](std::size_t worker) {
        if (++running.at(worker) != 1) ++wrong;
        --running[worker];
        return BatchAnswer{};
      });
    while (workers.waiting() > 0) workers.take();
  }
  EXPECT_EQ(wrong, 0) << "no two threads have one number";
}

TEST(OrderedWorkers, ThrowWhatTheWorkThrew) {
  OrderedWorkers workers(2);
  workers.add([](std::size_t) -> BatchAnswer { throw Error(ExitCode::index_failed, "damaged"); });
  workers.add([](std::size_t) { return BatchAnswer{"sound", ExitCode::done}; });
  EXPECT_THROW(workers.take(), Error);
  EXPECT_EQ(workers.take().text, "sound");
}

TEST(OrderedWorkers, DropWorkThatNobodyWaitsFor) {
  OrderedWorkers workers(1);
  for (int i = 0; i < 50; ++i) workers.add([](std::size_t) { return BatchAnswer{}; });
}

}  // namespace
}  // namespace timbao
