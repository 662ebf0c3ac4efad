// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "common/base/error.h"
#include "common/store/publish.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;
using test::make_generation;
using test::TempDirectory;
using test::thrown_by;

TEST(IndexFolder, HasOnePathForEachOfItsParts) {
  const std::string pid = std::to_string(::getpid());
  EXPECT_EQ(generation_path("/kho/bao", "g7"), "/kho/bao/g7");
  EXPECT_EQ(building_path("/kho/bao"), "/kho/bao/building-" + pid);
  EXPECT_EQ(stub_path("/kho/bao"), "/kho/bao/XAPIANDB");
  EXPECT_EQ(new_stub_path("/kho/bao"), "/kho/bao/XAPIANDB.new");
  EXPECT_EQ(lock_path("/kho/bao"), "/kho/bao/lock");
  EXPECT_TRUE(is_leftover_name("building-" + pid)) << "or a run that died would leave its folder for ever";
}

TEST(IndexFolder, GivesThePathOfTheGenerationThatTheStubNames) {
  const TempDirectory directory;
  static_cast<void>(directory.write("XAPIANDB", stub_content({"g17"})));
  EXPECT_EQ(existing_generation_path(directory.path()), directory / "g17");
  const TempDirectory none;
  EXPECT_EQ(thrown_by([&] { existing_generation_path(none.path()); }).code(), ExitCode::index_failed);
}

TEST(CurrentGeneration, IsNoneWhereThereIsNoIndexYet) {
  const TempDirectory directory;
  EXPECT_EQ(current_generation(directory / "missing"), "");
  EXPECT_EQ(current_generation(directory.path()), "") << "an empty directory";
}

TEST(CurrentGeneration, IsNoneWhereOnlyAFirstBuildThatDiedHasBeen) {
  const TempDirectory directory;
  for (const char* name : {"building-123/x", "g1/iamglass", "lock", "XAPIANDB.new"})
    static_cast<void>(directory.write(name, "5\n"));
  EXPECT_EQ(current_generation(directory.path()), "");
}

TEST(CurrentGeneration, IsWhatTheStubNames) {
  const TempDirectory directory;
  static_cast<void>(directory.write("XAPIANDB", "auto g17\n"));
  EXPECT_EQ(current_generation(directory.path()), "g17");
}

TEST(CurrentGenerations, AreWhatTheLinesOfTheStubName) {
  const TempDirectory directory;
  static_cast<void>(directory.write("XAPIANDB", stub_content({"g17", "g3", "g20"})));
  EXPECT_EQ(test::read_file(directory / "XAPIANDB"), "auto g17\nauto g3\nauto g20\n");
  EXPECT_EQ(current_generations(directory.path()), (Generations{"g17", "g3", "g20"}));
  EXPECT_EQ(generation_paths("/kho", {"g17", "g3"}), (std::vector<std::string>{"/kho/g17", "/kho/g3"}));
  EXPECT_EQ(next_generation(directory.path()), "g21");
  static_cast<void>(directory.write("XAPIANDB", "auto g17\nauto g3"));
  EXPECT_EQ(current_generations(directory.path()), (Generations{"g17", "g3"}));
}

/// Lines of a stub that name so many generations.
std::string stub_of(std::size_t count, std::uint64_t first = 1) {
  Generations generations;
  generations.reserve(count);
  for (std::size_t i = 0; i < count; ++i) generations.push_back("g" + std::to_string(first + i));
  return stub_content(generations);
}

TEST(CurrentGenerations, AreAtMostSixtyFour) {
  for (const std::uint64_t first : {std::uint64_t{1}, std::uint64_t{100'000'000'000'000}}) {
    const TempDirectory directory;
    static_cast<void>(directory.write("XAPIANDB", stub_of(64, first)));
    EXPECT_EQ(current_generations(directory.path()).size(), 64U);
    for (const std::size_t count : {65U, 66U, 10'000U}) {
      static_cast<void>(directory.write("XAPIANDB", stub_of(count, first)));
      EXPECT_EQ(thrown_by([&] { current_generations(directory.path()); }).code(), ExitCode::index_failed) << count;
    }
  }
}

TEST(CurrentGeneration, RefusesWhatIsNoIndex) {
  const TempDirectory file, foreign;
  const std::string path = file.write("a.txt", "Đảng");
  static_cast<void>(foreign.write("anh.jpg", "x"));
  for (const std::string& directory : {path, foreign.path().string()}) {
    const Error error = thrown_by([&] { current_generation(directory); });
    EXPECT_EQ(error.code(), ExitCode::index_failed);
    EXPECT_NE(error.message().find(directory), std::string::npos);
    EXPECT_NE(error.message().find("not a timbao index"), std::string::npos);
  }
}

TEST(CurrentGeneration, RefusesAStubThatNamesNoGeneration) {
  for (const char* stub :
       {"", "auto", "auto other\n", "auto ../g1\n", "auto g\n", "auto g1x\n", "remote g1\n", "auto /g1\n",
        "auto g1\nauto g1\n", "auto g1\n\n", "\nauto g1\n", "auto g1\n\nauto g2\n", "auto g1\nremote g2\n",
        "auto g1\r\nauto g2\r\n", "auto g99999999999999999999\n", "\xFF\xFE"}) {
    const TempDirectory directory;
    static_cast<void>(directory.write("XAPIANDB", stub));
    EXPECT_EQ(thrown_by([&] { current_generation(directory.path()); }).code(), ExitCode::index_failed) << stub;
  }
}

TEST(NextGeneration, IsAboveAllThatTheDirectoryHolds) {
  const TempDirectory directory;
  EXPECT_EQ(next_generation(directory.path()), "g1");
  make_generation(directory, "g3", 1);
  publish_generations(directory.path(), {"g3"});
  EXPECT_EQ(next_generation(directory.path()), "g4");
  fs::create_directory(directory / "g12");
  fs::create_directory(directory / "gx");
  EXPECT_EQ(next_generation(directory.path()), "g13");
}

TEST(IsGenerationName, TakesAGAndDigitsOnly) {
  for (const char* name : {"g1", "g0", "g123456789"}) EXPECT_TRUE(is_generation_name(name)) << name;
  for (const char* name : {"", "g", "1", "g1x", "G1", "g-1", "g1234567890123456", "building-1"})
    EXPECT_FALSE(is_generation_name(name)) << name;
  for (const char* name : {"building-1", "building-", "XAPIANDB.new"}) EXPECT_TRUE(is_leftover_name(name)) << name;
  for (const char* name : {"", "XAPIANDB", "building", "g1", "lock"}) EXPECT_FALSE(is_leftover_name(name)) << name;
}

}  // namespace
}  // namespace timbao
