// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/publish.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/common/store/generation.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;
using test::make_generation;
using test::TempDirectory;

TEST(PublishGeneration, WritesAStubThatXapianFollows) {
  const TempDirectory directory;
  make_generation(directory, "g1", 2);
  publish_generation(directory.path(), "g1");
  EXPECT_EQ(test::read_file(directory / "XAPIANDB"), "auto g1\n");
  EXPECT_EQ(Xapian::Database(directory.path()).get_doccount(), 2U);
  EXPECT_FALSE(fs::exists(directory / "XAPIANDB.new"));
}

TEST(RemoveOldGenerations, KeepsTheCurrentOneAndWhatIsNotOurs) {
  const TempDirectory directory;
  make_generation(directory, "g1", 1);
  make_generation(directory, "g2", 1);
  publish_generation(directory.path(), "g2");
  for (const char* name : {"building-77/x", "XAPIANDB.new", "notes.txt", "g1x", "lock"})
    static_cast<void>(directory.write(name, "x"));
  remove_old_generations(directory.path());
  for (const char* kept : {"g2", "XAPIANDB", "notes.txt", "g1x", "lock"})
    EXPECT_TRUE(fs::exists(directory / kept)) << kept;
  for (const char* gone : {"g1", "building-77", "XAPIANDB.new"}) EXPECT_FALSE(fs::exists(directory / gone)) << gone;
}

}  // namespace
}  // namespace timbao
