// SPDX-License-Identifier: GPL-2.0-or-later
// Versions, the writer's lock, and what Xapian's errors become.
#include <gtest/gtest.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/index/embedded.h"
#include "common/text/collate.h"
#include "common/text/icu_version.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;
using test::TempDirectory;
using test::thrown_by;

using Versions = std::map<std::string, std::string>;

/// The versions of this program.
Versions our_versions() {
  return {{"timbao.format", "4"},
          {"timbao.fold", "1"},
          {"timbao.data", std::string(embedded::version())},
          {"timbao.collation", collation_version()}};
}

Xapian::WritableDatabase database_with(const Versions& versions) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const auto& [key, value] : versions) database.set_metadata(key, value);
  return database;
}

TEST(Versions, OfThisProgramAreAccepted) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  write_versions(database);
  EXPECT_NO_THROW(check_versions("/x", database));
  EXPECT_NO_THROW(check_versions_to_read("/x", database));
  EXPECT_NO_THROW(check_versions("/x", database_with(our_versions())));
}

TEST(Versions, OfAnotherProgramAreRefusedByName) {
  const std::vector<std::pair<std::string, std::string>> cases = {{"timbao.format", "3"},
                                                                  {"timbao.format", "5"},
                                                                  {"timbao.fold", "7"},
                                                                  {"timbao.data", "0123456789abcdef"},
                                                                  {"timbao.collation", "1.2.3.4 of ICU 1.0"},
                                                                  {"timbao.collation", "0"}};
  for (const auto& [key, value] : cases)
    for (const auto check : {check_versions, check_versions_to_read}) {
      Versions versions = our_versions();
      versions[key] = value;
      const Xapian::WritableDatabase database = database_with(versions);
      const Error error = thrown_by([&] { check("/x", database); });
      EXPECT_EQ(error.code(), ExitCode::index_failed);
      EXPECT_NE(error.message().find("another version (" + key + " " + value), std::string::npos) << error.message();
      EXPECT_NE(error.hint().find("add --rebuild"), std::string::npos) << error.hint();
    }
  const Error none = thrown_by([] { check_versions("/x", Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)); });
  EXPECT_NE(none.message().find("not a timbao index"), std::string::npos) << none.message();
}

TEST(Versions, OfAnotherCollationOfTheSameIcuAreRefusedToWriters) {
  Versions versions = our_versions();
  versions["timbao.collation"] = "1.2.3.4 of ICU " + icu_version();
  EXPECT_NO_THROW(check_versions_to_read("/x", database_with(versions)));
  EXPECT_THROW(check_versions("/x", database_with(versions)), Error);
}

TEST(XapianErrors, BecomeErrorsByWhatHasHappened) {
  const auto code_of = [](const Xapian::Error& error) {
    return thrown_by([&] { throw_as_index_error("/x", error); }).code();
  };
  EXPECT_EQ(code_of(Xapian::DatabaseLockError("Unable to get write lock on /x/g1: already locked")), ExitCode::locked);
  EXPECT_EQ(code_of(Xapian::DatabaseLockError("Unable to get write lock on /x/g1: too many open files")),
            ExitCode::io_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseLockError("Unable to get write lock on /x/g1", ENOSPC)), ExitCode::io_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseModifiedError("modified, and nobody has published")), ExitCode::index_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseError("Error reading block 7", EIO)), ExitCode::io_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseError("Commit failed", EBUSY)), ExitCode::io_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseCreateError("Failed to create iamglass file")), ExitCode::io_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseError("Error reading block 7", EUCLEAN)), ExitCode::index_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseCorruptError("broken")), ExitCode::index_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseOpeningError("no such file", ENOENT)), ExitCode::index_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseError("write failed", ENOSPC)), ExitCode::io_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseError("write failed", EFBIG)), ExitCode::io_failed);
  EXPECT_EQ(code_of(Xapian::DatabaseOpeningError("not allowed", EACCES)), ExitCode::io_failed);
}

TEST(XapianErrors, KeepTheirTextAndNameTheIndex) {
  const Error error = thrown_by([] {
    with_index_errors("/kho/bao", []() -> int { throw Xapian::DatabaseOpeningError("Couldn't open it", ENOENT); });
  });
  EXPECT_EQ(error.message().find("/kho/bao: Couldn't open it"), 0U) << error.message();
  EXPECT_EQ(with_index_errors("/x", [] { return 5; }), 5);
}

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

/// Sets variables of the environment, and puts back what they were.
class Environment {
 public:
  explicit Environment(std::vector<std::pair<std::string, const char*>> values) : values_(std::move(values)) {
    for (const auto& [name, value] : values_) {
      const char* before = std::getenv(name.c_str());
      before_.emplace_back(before == nullptr ? std::string() : before);
      ::setenv(name.c_str(), value, 1);
    }
  }
  ~Environment() {
    for (std::size_t i = 0; i < values_.size(); ++i) ::setenv(values_[i].first.c_str(), before_[i].c_str(), 1);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  std::vector<std::pair<std::string, const char*>> values_;
  std::vector<std::string> before_;
};

std::string default_with(const char* index, const char* data_home, const char* home) {
  const Environment environment({{"TIMBAO_INDEX", index}, {"XDG_DATA_HOME", data_home}, {"HOME", home}});
  return default_index_directory();
}

TEST(DefaultIndexDirectory, FollowsTheEnvironmentInItsOrder) {
  EXPECT_EQ(default_with("/a", "/b", "/c"), "/a");
  EXPECT_EQ(default_with("", "/b", "/c"), "/b/timbao/index");
  EXPECT_EQ(default_with("", "", "/c"), "/c/.local/share/timbao/index");
  const struct passwd* const user = ::getpwuid(::geteuid());
  if (user == nullptr) GTEST_SKIP() << "this user has no entry";
  EXPECT_EQ(default_with("", "", ""), std::string(user->pw_dir) + "/.local/share/timbao/index");
}

}  // namespace
}  // namespace timbao
