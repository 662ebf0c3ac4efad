// SPDX-License-Identifier: GPL-2.0-or-later
// A permission that is missing is told by the name of the file and with status 5, never as damage; and permission to
// read is enough for every command that only reads.
#include <gtest/gtest.h>

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

#include "tests/cli/another_user.h"
#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

void set_mode(const std::string& path, unsigned mode) { fs::permissions(path, fs::perms{mode}); }

unsigned mode_of(const std::string& path) { return static_cast<unsigned>(fs::status(path).permissions()); }

class Permissions : public testing::Test {
 protected:
  void SetUp() override {
    ::umask(022);
    const std::string file = directory_.write("tin.txt", "Tin họp xã\n\nBà con bàn việc đê.\n");
    ASSERT_EQ(own({"add", file}).status, 0);
  }
  void TearDown() override { ::umask(before_); }

  [[nodiscard]] RunResult own(Arguments arguments) const {
    arguments.insert(arguments.begin(), {TIMBAO_INDEX_BIN, "--quiet", "--index", index_});
    return run(arguments);
  }
  /// What every command of both programs that only reads answers another user.
  [[nodiscard]] std::map<std::string, RunResult> read_as_another() const {
    return {{"query", user_.query({"--index", index_, "tin"})},
            {"batch", user_.query({"--index", index_, "--batch"})},
            {"show", user_.query({"--index", index_, "--show", directory_ / "tin.txt"})},
            {"stats", user_.index({"--index", index_, "stats"})},
            {"check", user_.index({"--index", index_, "check"})},
            {"dump", user_.index({"--index", index_, "dump"})}};
  }

  mode_t before_ = ::umask(022);
  TempDirectory directory_;
  AnotherUser user_{directory_};
  std::string index_ = directory_ / "index";
};

TEST_F(Permissions, ThatAreMissingAreToldByTheNameOfTheFile) {
  Arguments refused{index_, index_ + "/XAPIANDB", index_ + "/g1"};
  for (const auto& file : fs::directory_iterator(index_ + "/g1"))
    if (file.path().filename() != "flintlock") refused.push_back(file.path());
  EXPECT_GE(refused.size(), 6U);
  for (const std::string& path : refused) {
    const unsigned mode = mode_of(path);
    set_mode(path, 0);
    for (const auto& [command, result] : read_as_another()) {
      EXPECT_EQ(result.status, 5) << command << ": " << result.err;
      EXPECT_EQ(lines_of(result.err).size(), 1U) << command << ": " << result.err;
      EXPECT_NE(result.err.find(path + ": Permission denied"), std::string::npos) << command << ": " << result.err;
    }
    set_mode(path, mode);
  }
  for (const auto& [command, result] : read_as_another()) EXPECT_EQ(result.status, 0) << command << ": " << result.err;
}

TEST_F(Permissions, ToWriteThatAreMissingAreToldByEveryCommandThatWrites) {
  const std::string file = directory_.write("khac.txt", "Tin khác\n");
  // Another user may not write the lock; we ourselves may, and then not what is behind it.
  if (!AnotherUser::is_another())
    for (const std::string& path : {index_ + "/g1", index_}) set_mode(path, 0555);
  for (const Arguments& command : std::vector<Arguments>{
           {"add", file}, {"add", "--rebuild"}, {"add", "--rebuild", file}, {"remove", "a"}, {"compact"}}) {
    Arguments arguments{"--index", index_};
    arguments.insert(arguments.end(), command.begin(), command.end());
    const RunResult result = user_.index(arguments);
    EXPECT_EQ(result.status, 5) << command.front() << ": " << result.err;
    EXPECT_NE(result.err.find("Permission denied"), std::string::npos) << command.front() << ": " << result.err;
    EXPECT_EQ(result.err.find("another process"), std::string::npos) << command.front() << ": " << result.err;
  }
  for (const std::string& path : {index_ + "/g1", index_}) set_mode(path, 0755);
  EXPECT_EQ(own({"check"}).status, 0);
}

TEST_F(Permissions, ToReadAreEnoughForCheckAndDump) {
  fs::remove(index_ + "/lock");
  for (const bool has_lock : {false, true}) {
    for (const std::string& path : {index_ + "/g1", index_}) set_mode(path, 0555);
    for (const auto& [command, result] : read_as_another()) EXPECT_EQ(result.status, 0) << command << result.err;
    for (const std::string& path : {index_ + "/g1", index_}) set_mode(path, 0755);
    if (has_lock) continue;
    EXPECT_EQ(own({"check"}).status, 0);
    for (const char* name : {"/lock", "/g1/flintlock"}) set_mode(index_ + name, 0400);
  }
}

TEST_F(Permissions, AreEnoughOnAReadOnlyMedium) {
  const std::string script =
      "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" || exit 77; "
      "\"$1\" --index \"$0\" check && \"$1\" --index \"$0\" dump && \"$2\" --index \"$0\" tin; "
      "echo \"status $?\"; \"$1\" --index \"$0\" compact";
  const RunResult result = run({"unshare", "--mount", "sh", "-c", script, index_, TIMBAO_INDEX_BIN, TIMBAO_QUERY_BIN});
  if (result.out.find("status") == std::string::npos && result.err.find("timbao") == std::string::npos)
    GTEST_SKIP() << "no mount can be made here: " << result.err;
  EXPECT_NE(result.out.find("status 0"), std::string::npos) << result.out << result.err;
  EXPECT_EQ(result.status, 5) << "compact";
  EXPECT_NE(result.err.find("index/lock: Read-only file system"), std::string::npos) << result.err;
}

TEST_F(Permissions, AreKeptByWhatReplacesAPart) {
  const std::string changed = directory_.write("tin.txt", "Tin họp xã khác\n\nBà con bàn việc đường.\n");
  for (const unsigned files : {0644U, 0640U, 0600U, 0664U}) {
    const unsigned folders = files | (files & 0444U) >> 2U;
    for (const Arguments& command : std::vector<Arguments>{
             {"compact"}, {"add", changed}, {"add", "--rebuild"}, {"add", "--rebuild", changed}, {"remove", "x"}}) {
      std::string stub = read_file(index_ + "/XAPIANDB"), generation = index_ + '/' + stub.substr(5, stub.size() - 6);
      for (const auto& file : fs::directory_iterator(generation)) set_mode(file.path(), files);
      set_mode(generation, folders);
      set_mode(index_ + "/XAPIANDB", files);
      ::umask(077);
      const RunResult result = own(command);
      EXPECT_TRUE(result.status == 0 || command.front() == "remove") << command.front() << result.err;
      stub = read_file(index_ + "/XAPIANDB");
      generation = index_ + '/' + stub.substr(5, stub.size() - 6);
      EXPECT_EQ(mode_of(index_ + "/XAPIANDB"), files) << command.front();
      EXPECT_EQ(mode_of(generation), folders) << command.front();
      for (const auto& file : fs::directory_iterator(generation))
        EXPECT_EQ(mode_of(file.path()), files) << command.front() << ' ' << file.path();
      directory_.write("tin.txt", "Tin họp xã " + std::to_string(files) + command.front() + command.back() + "\n")
          .clear();
    }
  }
  EXPECT_EQ(own({"check"}).status, 0);
}

TEST_F(Permissions, OfTheGroupAndTheOwnerAreKeptToo) {
  if (!AnotherUser::is_another()) GTEST_SKIP() << "only root may give files away";
  constexpr uid_t kOwner = 12345, kGroup = 23456;
  const auto give_away = [&](const std::string& path) { EXPECT_EQ(::chown(path.c_str(), kOwner, kGroup), 0) << path; };
  const std::string changed = directory_.write("tin.txt", "Tin họp xã khác\n");
  for (const auto& entry : fs::recursive_directory_iterator(index_)) give_away(entry.path());
  for (const Arguments& command : std::vector<Arguments>{{"add", changed}, {"compact"}, {"add", "--rebuild"}}) {
    EXPECT_EQ(own(command).status, 0) << command.front();
    const std::string stub = read_file(index_ + "/XAPIANDB");
    for (const auto& entry : fs::recursive_directory_iterator(index_ + '/' + stub.substr(5, stub.size() - 6))) {
      struct stat found {};
      ASSERT_EQ(::stat(entry.path().c_str(), &found), 0);
      EXPECT_EQ(found.st_uid, kOwner) << command.front() << entry.path();
      EXPECT_EQ(found.st_gid, kGroup) << command.front() << entry.path();
    }
  }
}

TEST_F(Permissions, OfAFirstIndexAreThoseOfTheUmask) {
  for (const mode_t mask : {022U, 027U, 077U, 002U}) {
    const std::string index = directory_ / ("first" + std::to_string(mask));
    ::umask(mask);
    ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--quiet", "--index", index, "add", directory_ / "tin.txt"}).status, 0);
    EXPECT_EQ(mode_of(index + "/g1"), 0777U & ~mask);
    EXPECT_EQ(mode_of(index + "/g1/postlist.glass"), 0666U & ~mask);
    EXPECT_EQ(mode_of(index + "/XAPIANDB"), 0666U & ~mask);
  }
}

TEST_F(Permissions, ToReadTheLockDoNotLetAnybodyHoldIt) {
  RunningProgram holder({"flock", "--shared", index_ + "/lock", "sh", "-c", "echo held; cat"});
  if (holder.read_line() != "held") GTEST_SKIP() << "needs flock of util-linux";
  EXPECT_EQ(own({"compact"}).status, 0) << "a lock of another kind, which readers may take, keeps nobody out";
}

}  // namespace
}  // namespace timbao::test
