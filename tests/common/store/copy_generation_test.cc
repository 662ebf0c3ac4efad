// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/copy_generation.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/common/store/generation.h"

namespace timbao {
namespace {

using test::make_generation;
using test::read_file;
using test::TempDirectory;
using test::thrown_by;

TEST(CopyGeneration, CopiesTheDatabaseAndNothingElse) {
  const TempDirectory directory;
  make_generation(directory, "g1", 300);
  static_cast<void>(directory.write("g1/.hidden", "x"));
  copy_generation(directory / "g1", directory / "copy");
  EXPECT_EQ(Xapian::Database(directory / "copy").get_doccount(), 300U);
  EXPECT_FALSE(std::filesystem::exists(directory / "copy/.hidden"));
  EXPECT_FALSE(std::filesystem::exists(directory / "copy/flintlock"));
  for (const char* name : {"/iamglass", "/postlist.glass"})
    EXPECT_EQ(read_file(directory / "copy" + name), read_file(directory / "g1" + name)) << name;
}

TEST(CopyGeneration, IsChangedWithoutTheOther) {
  const TempDirectory directory;
  make_generation(directory, "g1", 3);
  copy_generation(directory / "g1", directory / "copy");
  Xapian::WritableDatabase(directory / "copy", Xapian::DB_OPEN).add_document(Xapian::Document());
  EXPECT_EQ(Xapian::Database(directory / "copy").get_doccount(), 4U);
  EXPECT_EQ(Xapian::Database(directory / "g1").get_doccount(), 3U);
}

TEST(CopyGeneration, RefusesAPlaceThatIsTaken) {
  const TempDirectory directory;
  make_generation(directory, "g1", 3);
  std::filesystem::create_directory_symlink(directory / "g1", directory / "copy");
  EXPECT_EQ(thrown_by([&] { copy_generation(directory / "g1", directory / "copy"); }).code(), ExitCode::io_failed);
}

}  // namespace
}  // namespace timbao
