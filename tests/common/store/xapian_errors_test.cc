// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/xapian_errors.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "common/base/error.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

using test::thrown_by;

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

}  // namespace
}  // namespace timbao
