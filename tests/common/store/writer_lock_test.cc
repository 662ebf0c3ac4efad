// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/writer_lock.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "common/base/error.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;
using test::TempDirectory;
using test::thrown_by;

TEST(WriterLock, MakesItsDirectoryAndHoldsItsProcessId) {
  const TempDirectory directory;
  const WriterLock lock(directory / "new/index");
  const std::string holder = test::read_file(directory / "new/index/lock");
  EXPECT_EQ(holder.substr(0, holder.find(' ')), std::to_string(::getpid()));
}

TEST(WriterLock, IsHeldUntilItEnds) {
  const TempDirectory directory;
  {
    const WriterLock lock(directory.path());
    const Error error = thrown_by([&] { WriterLock second(directory.path()); });
    EXPECT_EQ(error.code(), ExitCode::locked);
    EXPECT_NE(error.message().find("process " + std::to_string(::getpid())), std::string::npos) << error.message();
  }
  EXPECT_NO_THROW(WriterLock(directory.path()));
}

/// A process that takes the lock and waits to be killed.
pid_t start_writer(const std::string& directory) {
  int ready[2];
  if (::pipe(ready) != 0) return -1;
  const pid_t child = ::fork();
  if (child == 0) {
    const WriterLock lock(directory);
    if (::write(ready[1], "x", 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  ::close(ready[1]);
  char byte = 0;
  const bool is_ready = ::read(ready[0], &byte, 1) == 1;
  ::close(ready[0]);
  return is_ready ? child : -1;
}

TEST(WriterLock, NamesTheOtherProcessAndIsFreeWhenThatDies) {
  const TempDirectory directory;
  const pid_t writer = start_writer(directory.path());
  ASSERT_GT(writer, 0);
  const Error error = thrown_by([&] { WriterLock second(directory.path()); });
  EXPECT_EQ(error.code(), ExitCode::locked);
  EXPECT_NE(error.message().find("process " + std::to_string(writer) + " "), std::string::npos) << error.message();
  ::kill(writer, SIGKILL);
  ::waitpid(writer, nullptr, 0);
  EXPECT_TRUE(fs::exists(directory / "lock")) << "its file stays";
  EXPECT_NO_THROW(WriterLock(directory.path()));
  EXPECT_EQ(test::read_file(directory / "lock").find(std::to_string(::getpid()) + ' '), 0U);
}

TEST(WriterLock, NamesNoProcessThatDoesNotLive) {
  const TempDirectory directory;
  const pid_t dead = ::fork();
  if (dead == 0) ::_exit(0);
  ::waitpid(dead, nullptr, 0);
  const WriterLock lock(directory.path());
  for (const std::string& content : {std::to_string(dead) + " 1517360460\n", std::string("tin\n"), std::string()}) {
    static_cast<void>(directory.write("lock", content));
    const Error error = thrown_by([&] { WriterLock second(directory.path()); });
    EXPECT_EQ(error.message().find("process " + std::to_string(dead)), std::string::npos) << error.message();
    EXPECT_EQ(error.code(), content == "tin\n" ? ExitCode::index_failed : ExitCode::locked) << content;
  }
}

TEST(WriterLock, TakesALockThatWasCutOffWhileItWasWritten) {
  for (const char* content : {"", "1", "1234", "1234 ", "1234 1517", "1234 1517360460"}) {
    const TempDirectory directory;
    static_cast<void>(directory.write("lock", content));
    EXPECT_NO_THROW(WriterLock(directory.path())) << content;
    static_cast<void>(directory.write("lock", content));
    fs::create_hard_link(directory / "lock", directory / "building-1");
    if (std::string(content).find(" 1") != std::string::npos) continue;  // both numbers, so it reads as a lock's
    EXPECT_EQ(thrown_by([&] { WriterLock lock(directory.path()); }).code(), ExitCode::index_failed) << content;
    EXPECT_EQ(test::read_file(directory / "building-1"), content) << "what may be another's file stays";
  }
}

TEST(WriterLock, WritesOverNothingThatIsNotALocks) {
  for (const char* content : {"thư\n", "1234\n", "12 34 56\n", "-1 5\n", "1 2 \n\nx", " 12"}) {
    const TempDirectory directory;
    static_cast<void>(directory.write("lock", content));
    EXPECT_EQ(thrown_by([&] { WriterLock lock(directory.path()); }).code(), ExitCode::index_failed) << content;
    EXPECT_EQ(test::read_file(directory / "lock"), content);
  }
}

TEST(WriterLock, RefusesWhatIsNoPlaceForAnIndex) {
  const TempDirectory directory;
  const std::string file = directory.write("a.txt", "x");
  EXPECT_EQ(thrown_by([&] { WriterLock lock(file); }).code(), ExitCode::index_failed) << "a file";
  EXPECT_EQ(thrown_by([&] { WriterLock lock(directory.path()); }).code(), ExitCode::index_failed)
      << "another's directory";
  EXPECT_EQ(thrown_by([&] { WriterLock lock(file + "/index"); }).code(), ExitCode::io_failed) << "cannot be made";
  EXPECT_FALSE(fs::exists(directory / "lock")) << "nothing was left there";
}

}  // namespace
}  // namespace timbao
