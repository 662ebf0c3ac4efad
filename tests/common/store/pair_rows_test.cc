// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/pair_rows.h"

#include <gtest/gtest.h>

#include "common/store/open_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

class PairRows : public testing::Test {
 protected:
  PairRows() {
    for (int i = 0; i < 10; ++i) {
      Xapian::Document document;
      document.add_term("Qa" + std::to_string(i));
      database_.add_document(document);
    }
  }

  /// The database as a merge makes it.
  Xapian::Database merged(const std::string& name) {
    database_.commit();
    Xapian::Database all = open_database(path_);
    compact_database(all, directory_ / name, Packing::standard);
    return open_database(directory_ / name);
  }

  test::TempDirectory directory_;
  std::string path_ = directory_ / "database";
  Xapian::WritableDatabase database_ = create_database(path_);
};

TEST_F(PairRows, AreReadAsTheyWereWritten) {
  const std::string bits(kArticlesAStrip / 8, '\x5a');
  write_pair_row(database_, {0, 0}, "a");
  write_pair_row(database_, {0, kSignatureBits - 1}, bits);
  write_pair_row(database_, {70'000, 3}, std::string("\0\1", 2));
  const Xapian::Database all = merged("merged");
  EXPECT_EQ(read_pair_row(all, {0, 0}), "a");
  EXPECT_EQ(read_pair_row(all, {0, kSignatureBits - 1}), bits);
  EXPECT_EQ(read_pair_row(all, {70'000, 3}), std::string("\0\1", 2));
  EXPECT_EQ(read_pair_row(all, {1, 0}), "");
}

TEST_F(PairRows, OfAStripAreOnesOf128000Documents) {
  EXPECT_EQ(strip_of_document(1), 0U);
  EXPECT_EQ(place_in_strip(1), 0U);
  EXPECT_EQ(strip_of_document(128'000), 0U);
  EXPECT_EQ(place_in_strip(128'000), 127'999U);
  EXPECT_EQ(strip_of_document(128'001), 1U);
  EXPECT_EQ(place_in_strip(128'001), 0U);
}

TEST_F(PairRows, TellNothingBeforeTheyAreWritten) { EXPECT_FALSE(last_signed(database_)); }

TEST_F(PairRows, TellOfDocumentsThatKeepTheirNumbersInAMerge) {
  write_last_signed(database_, 10);
  EXPECT_EQ(last_signed(database_), 10U);
  database_.delete_document(5);
  EXPECT_EQ(last_signed(merged("merged")), 10U);
}

TEST_F(PairRows, TellNothingOnceAMergeHasGivenOtherNumbers) {
  write_last_signed(database_, 10);
  database_.delete_document(1);
  EXPECT_FALSE(last_signed(database_)) << "the note is of another first document";
  write_last_signed(database_, 10);
  EXPECT_EQ(last_signed(database_), 10U);
  EXPECT_FALSE(last_signed(merged("merged"))) << "document 2 is document 1 now";
}

TEST_F(PairRows, TellNothingWhereTheNoteIsNoNote) {
  for (const std::string note : {"1", "1 x", " 10", "1 10 ", "1 99999999999"}) {
    database_.set_metadata("timbao.signed", note);
    EXPECT_FALSE(last_signed(database_)) << note;
  }
}

TEST_F(PairRows, AreAllRemoved) {
  for (std::size_t strip = 0; strip < 3; ++strip)
    for (std::size_t bit = 0; bit < 40; ++bit) write_pair_row(database_, {strip, bit}, "x");
  database_.set_metadata("seen:a", "stays");
  write_last_signed(database_, 10);
  remove_pair_rows(database_);
  database_.commit();
  EXPECT_FALSE(last_signed(database_));
  EXPECT_EQ(read_pair_row(database_, {2, 39}), "");
  EXPECT_EQ(database_.metadata_keys_begin("pairs:"), database_.metadata_keys_end("pairs:"));
  EXPECT_EQ(database_.get_metadata("seen:a"), "stays");
}

}  // namespace
}  // namespace timbao
