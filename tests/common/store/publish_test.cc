// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/publish.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "common/store/shards.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;
using test::make_generation;
using test::TempDirectory;

TEST(PublishGenerations, WritesAStubThatXapianFollows) {
  const TempDirectory directory;
  make_generation(directory, "g1", 2);
  publish_generations(directory.path(), {"g1"});
  EXPECT_EQ(test::read_file(directory / "XAPIANDB"), "auto g1\n");
  EXPECT_EQ(Xapian::Database(directory.path()).get_doccount(), 2U);
  EXPECT_FALSE(fs::exists(directory / "XAPIANDB.new"));
}

void make_shard(const TempDirectory& directory, const std::string& name, const Shard& shard, int articles) {
  make_generation(directory, name, articles);
  Xapian::WritableDatabase database(directory / name, Xapian::DB_OPEN);
  write_shard(shard, database);
  database.commit();
}

TEST(PublishDatabases, ChangesTheShardsThatAreGivenInOneStep) {
  const TempDirectory directory;
  fs::create_directories(directory / "building-1");
  make_shard(directory, "building-1/a", {0, 3}, 1);
  make_shard(directory, "building-1/b", {1, 3}, 1);
  make_shard(directory, "building-1/c", {2, 3}, 1);
  publish_databases(directory.path(),
                    {directory / "building-1/a", directory / "building-1/b", directory / "building-1/c"});
  EXPECT_EQ(test::read_file(directory / "XAPIANDB"), "auto g1\nauto g2\nauto g3\n");
  make_shard(directory, "building-1/d", {1, 3}, 5);
  publish_databases(directory.path(), {"", directory / "building-1/d", ""});
  EXPECT_EQ(test::read_file(directory / "XAPIANDB"), "auto g1\nauto g4\nauto g3\n");
  EXPECT_EQ(Xapian::Database(directory.path()).get_doccount(), 7U);
  remove_old_generations(directory.path());
  for (const char* kept : {"g1", "g3", "g4"}) EXPECT_TRUE(fs::exists(directory / kept)) << kept;
  EXPECT_FALSE(fs::exists(directory / "g2"));
}

TEST(PublishDatabases, LeavesNothingOfWhatCannotBePublished) {
  const TempDirectory directory;
  fs::create_directories(directory / "building-1");
  make_generation(directory, "building-1/a", 1);
  EXPECT_ANY_THROW(publish_databases(directory.path(), {directory / "building-1/a", directory / "building-1/none"}));
  EXPECT_FALSE(fs::exists(directory / "g1"));
  EXPECT_FALSE(fs::exists(directory / "XAPIANDB"));
}

TEST(RemoveOldGenerations, KeepsEverythingWhereTheStubNamesNotAllShards) {
  const TempDirectory directory;
  make_shard(directory, "g1", {0, 2}, 1);
  make_shard(directory, "g2", {1, 2}, 1);
  publish_generations(directory.path(), {"g1"});
  remove_old_generations(directory.path());
  EXPECT_TRUE(fs::exists(directory / "g2"));
  publish_generations(directory.path(), {"g2", "g1"});
  make_generation(directory, "g3", 1);
  remove_old_generations(directory.path());
  EXPECT_TRUE(fs::exists(directory / "g3"));
}

TEST(RemoveOldGenerations, KeepsTheCurrentOneAndWhatIsNotOurs) {
  const TempDirectory directory;
  make_generation(directory, "g1", 1);
  make_generation(directory, "g2", 1);
  publish_generations(directory.path(), {"g2"});
  for (const char* name : {"building-77/x", "XAPIANDB.new", "notes.txt", "g1x", "lock"})
    static_cast<void>(directory.write(name, "x"));
  remove_old_generations(directory.path());
  for (const char* kept : {"g2", "XAPIANDB", "notes.txt", "g1x", "lock"})
    EXPECT_TRUE(fs::exists(directory / kept)) << kept;
  for (const char* gone : {"g1", "building-77", "XAPIANDB.new"}) EXPECT_FALSE(fs::exists(directory / gone)) << gone;
}

}  // namespace
}  // namespace timbao
