// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: an index is opened by its stub, follows what is published, and tells what is missing or damaged.
#include "common/store/index_reader.h"

#include <gtest/gtest.h>

#include "common/base/error.h"
#include "common/store/publish.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

using test::make_generation;
using test::TempDirectory;
using test::thrown_by;

std::uint32_t articles_in(IndexReader& reader) {
  return reader.read([](const Xapian::Database& database) { return database.get_doccount(); });
}

TEST(IndexReader, SeesAGenerationThatIsPublishedAfterItOpened) {
  const TempDirectory directory;
  make_generation(directory, "g1", 1);
  publish_generations(directory.path(), {"g1"});
  IndexReader reader({directory.path()});
  EXPECT_EQ(articles_in(reader), 1U);
  const std::uint64_t before = reader.times_opened();
  reader.refresh();
  EXPECT_EQ(reader.times_opened(), before) << "nothing has changed";
  make_generation(directory, "g2", 5);
  publish_generations(directory.path(), {"g2"});
  EXPECT_EQ(articles_in(reader), 1U) << "until it looks";
  reader.refresh();
  EXPECT_GT(reader.times_opened(), before);
  EXPECT_EQ(articles_in(reader), 5U);
}

TEST(IndexReader, GoesOnReadingAGenerationThatHasBeenRemoved) {
  const TempDirectory directory;
  make_generation(directory, "g1", 1);
  publish_generations(directory.path(), {"g1"});
  IndexReader reader({directory.path()});
  make_generation(directory, "g2", 5);
  publish_generations(directory.path(), {"g2"});
  remove_old_generations(directory.path());
  EXPECT_EQ(articles_in(reader), 1U);
  reader.refresh();
  EXPECT_EQ(articles_in(reader), 5U);
}

TEST(IndexReader, ReadsSeveralIndexesAsOne) {
  const TempDirectory first, second;
  make_generation(first, "g1", 2);
  publish_generations(first.path(), {"g1"});
  make_generation(second, "g1", 3);
  publish_generations(second.path(), {"g1"});
  IndexReader reader({first.path(), second.path()});
  EXPECT_EQ(articles_in(reader), 5U);
  make_generation(second, "g2", 7);
  publish_generations(second.path(), {"g2"});
  reader.refresh();
  EXPECT_EQ(articles_in(reader), 9U);
}

TEST(DocumentOwners, AreThePartsInTurn) {
  DocumentOwners owners;
  owners.add_index("1990", 1);
  owners.add_index("2000", 3);
  owners.add_index("2010", 2);
  const std::vector<std::string> right{"1990", "2000", "2000", "2000", "2010", "2010", "1990", "2000"};
  for (Xapian::docid document = 1; document <= right.size(); ++document)
    EXPECT_EQ(owners.index_of(document), right[document - 1]) << document;
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
  publish_generations(directory.path(), {"g1"});
  IndexReader reader({directory.path()});
  int calls = 0;
  const Error modified = thrown_by([&] {
    reader.read([&](const Xapian::Database&) {
      ++calls;
      publish_generations(directory.path(), {"g1"});
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
  publish_generations(directory.path(), {"g1"});
  IndexReader reader({directory.path()});
  int calls = 0;
  const std::uint32_t articles = reader.read([&](const Xapian::Database& database) {
    if (++calls == 1) {
      make_generation(directory, "g2", 5);
      publish_generations(directory.path(), {"g2"});
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
