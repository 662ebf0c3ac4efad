// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a damaged block is told as damage, and never reaches the code of Xapian that would crash on it.
#include "common/store/damage/glass_guard.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <string>

#include "common/base/error.h"
#include "common/store/damage/glass_table.h"
#include "common/store/damage/version_file.h"
#include "common/store/open_index.h"
#include "tests/temp_directory.h"

namespace timbao::test {
namespace {

constexpr std::size_t kBlock = 8192;

/// A database of every table that we fill, with more than one block in the first.
class GlassGuard : public testing::Test {
 protected:
  void SetUp() override {
    if (!is_guarded()) GTEST_SKIP() << "this build has no guard (TIMBAO_GUARD=OFF)";
    Xapian::WritableDatabase database(path_, Xapian::DB_CREATE);
    for (int i = 0; i < 100; ++i) {
      Xapian::Document document;
      document.add_value(1, std::string(100, static_cast<char>('a' + i % 26)));
      document.add_boolean_term("Q" + std::to_string(i));
      document.set_data("data");
      database.add_document(document);
    }
    database.commit();
  }

  [[nodiscard]] std::string bytes(const std::string& file) const { return read_file(path_ + '/' + file); }
  void write(const std::string& file, const std::string& content) const {
    static_cast<void>(directory_.write("g1/" + file, content));
  }

  TempDirectory directory_;
  std::string path_ = directory_ / "g1";
};

void flip(std::string& bytes, std::size_t bit) {
  bytes[bit / 8] = static_cast<char>(static_cast<unsigned char>(bytes[bit / 8]) ^ (1U << (bit % 8)));
}

/// Reads as much as any reader does; nothing but an exception of Xapian's may come of it.
void read_all(const std::string& path) {
  const Xapian::Database database = open_database(path);
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
      static_cast<void>(database.get_document(*at).get_data());
}

TEST_F(GlassGuard, PassesWhatXapianWrote) {
  EXPECT_NO_THROW(check_version_file(path_));
  for (const char* const table : {"postlist.glass", "termlist.glass", "docdata.glass"}) {
    const std::string blocks = bytes(table);
    for (std::size_t at = 0; at < blocks.size(); at += kBlock)
      EXPECT_TRUE(is_sound_block(std::string_view(blocks).substr(at, kBlock))) << table << ", block " << at / kBlock;
  }
}

TEST_F(GlassGuard, LeavesToXapianWhatXapianRefuses) {
  EXPECT_NO_THROW(check_version_file(directory_ / "none"));
  write("iamglass", "something else");
  EXPECT_NO_THROW(check_version_file(path_));
  EXPECT_THROW(static_cast<void>(open_database(path_)), Xapian::DatabaseError);
}

TEST_F(GlassGuard, NoBitOfTheVersionsCanCrashAReader) {
  const std::string sound = bytes("iamglass");
  std::size_t refused = 0;
  for (std::size_t bit = 0; bit < sound.size() * 8; ++bit) {
    std::string damaged = sound;
    flip(damaged, bit);
    write("iamglass", damaged);
    try {
      read_all(path_);
    } catch (const Xapian::Error&) {
      ++refused;
    }
  }
  EXPECT_GE(refused, sound.size() * 8 / 4);
}

TEST_F(GlassGuard, FindsWhatABlockSaysWronglyOfItself) {
  const std::string table = bytes("postlist.glass");
  for (std::size_t at = 0; at < table.size(); at += kBlock) {
    // The level's upper bits, the free bytes, the directory's end, the first item's place.
    for (const unsigned bit : {4U * 8 + 6, 7U * 8, 8U * 8, 10U * 8, 10U * 8 + 1, 11U * 8 + 7}) {
      std::string block = table.substr(at, kBlock);
      flip(block, bit);
      EXPECT_FALSE(is_sound_block(block)) << "block " << at / kBlock << ", bit " << bit;
    }
  }
}

TEST_F(GlassGuard, FailsTheReadOfABlockThatCannotBe) {
  std::string table = bytes("postlist.glass");
  for (std::size_t at = 0; at < table.size(); at += kBlock) flip(table, (at + 10) * 8);
  write("postlist.glass", table);
  EXPECT_THROW(read_all(path_), Xapian::DatabaseError) << "Xapian 1.4.22 alone would read on behind the block";
}

TEST_F(GlassGuard, FailsTheReadOfSuchABlockAlsoInARemovedTable) {
  std::string table = bytes("postlist.glass");
  flip(table, 10 * 8);
  write("postlist.glass", table);
  const int file = ::open((path_ + "/postlist.glass").c_str(), O_RDONLY);
  ASSERT_EQ(::unlink((path_ + "/postlist.glass").c_str()), 0);
  std::string got(kBlock, '\0');
  EXPECT_EQ(::pread(file, got.data(), got.size(), 0), -1);
  EXPECT_EQ(errno, EUCLEAN);
  ::close(file);
}

TEST_F(GlassGuard, ReadsOtherFilesAsEver) {
  const std::string content(kBlock, 'x');
  const int file = ::open(directory_.write("other", content).c_str(), O_RDONLY);
  std::string got(kBlock, '\0');
  EXPECT_EQ(::pread(file, got.data(), got.size(), 0), static_cast<ssize_t>(kBlock));
  EXPECT_EQ(got, content);
  ::close(file);
  EXPECT_EQ(::pread(file, got.data(), got.size(), 0), -1);
  EXPECT_EQ(errno, EBADF);
}

}  // namespace
}  // namespace timbao::test
