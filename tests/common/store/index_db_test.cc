// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: an index is made, published and opened by its stub, and only one writer holds it.
#include "common/store/index_db.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "common/index/embedded.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;
using test::make_generation;
using test::TempDirectory;
using test::thrown_by;

std::uint32_t articles_in(IndexReader& reader) {
  return reader.read([](const Xapian::Database& database) { return database.get_doccount(); });
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
  for (const char* stub : {"", "auto", "auto other\n", "auto ../g1\n", "auto g\n", "auto g1x\n", "remote g1\n",
                           "auto /g1\n", "auto g99999999999999999999\n", "\xFF\xFE"}) {
    const TempDirectory directory;
    static_cast<void>(directory.write("XAPIANDB", stub));
    EXPECT_EQ(thrown_by([&] { current_generation(directory.path()); }).code(), ExitCode::index_failed) << stub;
  }
}

TEST(NextGeneration, IsAboveAllThatTheDirectoryHolds) {
  const TempDirectory directory;
  EXPECT_EQ(next_generation(directory.path()), "g1");
  make_generation(directory, "g3", 1);
  publish_generation(directory.path(), "g3");
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

TEST(IndexReader, SeesAGenerationThatIsPublishedAfterItOpened) {
  const TempDirectory directory;
  make_generation(directory, "g1", 1);
  publish_generation(directory.path(), "g1");
  IndexReader reader({directory.path()});
  EXPECT_EQ(articles_in(reader), 1U);
  const std::uint64_t before = reader.times_opened();
  reader.refresh();
  EXPECT_EQ(reader.times_opened(), before) << "nothing has changed";
  make_generation(directory, "g2", 5);
  publish_generation(directory.path(), "g2");
  EXPECT_EQ(articles_in(reader), 1U) << "until it looks";
  reader.refresh();
  EXPECT_GT(reader.times_opened(), before);
  EXPECT_EQ(articles_in(reader), 5U);
}

TEST(IndexReader, GoesOnReadingAGenerationThatHasBeenRemoved) {
  const TempDirectory directory;
  make_generation(directory, "g1", 1);
  publish_generation(directory.path(), "g1");
  IndexReader reader({directory.path()});
  make_generation(directory, "g2", 5);
  publish_generation(directory.path(), "g2");
  remove_old_generations(directory.path());
  EXPECT_EQ(articles_in(reader), 1U);
  reader.refresh();
  EXPECT_EQ(articles_in(reader), 5U);
}

TEST(IndexReader, ReadsSeveralIndexesAsOne) {
  const TempDirectory first, second;
  make_generation(first, "g1", 2);
  publish_generation(first.path(), "g1");
  make_generation(second, "g1", 3);
  publish_generation(second.path(), "g1");
  IndexReader reader({first.path(), second.path()});
  EXPECT_EQ(articles_in(reader), 5U);
  make_generation(second, "g2", 7);
  publish_generation(second.path(), "g2");
  reader.refresh();
  EXPECT_EQ(articles_in(reader), 9U);
}

TEST(IndexReader, SaysWhatIsMissing) {
  const TempDirectory directory;
  const Error missing = thrown_by([&] { IndexReader reader({directory / "missing"}); });
  EXPECT_EQ(missing.code(), ExitCode::index_failed);
  EXPECT_EQ(missing.message(), "no index at " + (directory / "missing"));
  EXPECT_NE(missing.hint().find("timbao-index"), std::string::npos);
  static_cast<void>(directory.write("XAPIANDB", "auto g1\n"));
  EXPECT_EQ(thrown_by([&] { IndexReader reader({directory.path()}); }).code(), ExitCode::index_failed)
      << "no such generation";
}

TEST(IndexReader, TurnsXapiansErrorsIntoItsOwn) {
  const TempDirectory directory;
  make_generation(directory, "g1", 1);
  publish_generation(directory.path(), "g1");
  IndexReader reader({directory.path()});
  int calls = 0;
  const Error modified = thrown_by([&] {
    reader.read([&](const Xapian::Database&) {
      ++calls;
      publish_generation(directory.path(), "g1");
      throw Xapian::DatabaseModifiedError("modified");
    });
  });
  EXPECT_EQ(modified.code(), ExitCode::locked) << "a fast writer is no damage";
  EXPECT_GT(calls, 20) << "it opens anew and asks again, but not for ever";
  calls = 0;
  reader.refresh();
  const Error never_modified = thrown_by([&] {
    reader.read([&](const Xapian::Database&) {
      ++calls;
      throw Xapian::DatabaseModifiedError("a block of a revision that there is not");
    });
  });
  EXPECT_EQ(never_modified.code(), ExitCode::index_failed) << "nobody has published";
  EXPECT_EQ(calls, 5);
  calls = 0;
  const Error corrupt = thrown_by([&] {
    reader.read([&](const Xapian::Database&) {
      ++calls;
      throw Xapian::DatabaseCorruptError("corrupt");
    });
  });
  EXPECT_EQ(corrupt.code(), ExitCode::index_failed);
  EXPECT_EQ(calls, 1);
}

TEST(IndexReader, TakesForDamageOnlyWhatNoWriterCanHaveDone) {
  const TempDirectory directory;
  make_generation(directory, "g1", 1);
  publish_generation(directory.path(), "g1");
  IndexReader reader({directory.path()});
  int calls = 0;
  const std::uint32_t articles = reader.read([&](const Xapian::Database& database) {
    if (++calls == 1) {
      make_generation(directory, "g2", 5);
      publish_generation(directory.path(), "g2");
      throw Xapian::DatabaseCorruptError("a block that was written over");
    }
    if (calls == 2) {
      Xapian::WritableDatabase(directory / "g2", Xapian::DB_OPEN).add_document(Xapian::Document());
      throw Error(ExitCode::index_failed, "a text that was written over");
    }
    return database.get_doccount();
  });
  EXPECT_EQ(calls, 3);
  EXPECT_EQ(articles, 6U);
}

}  // namespace
}  // namespace timbao
