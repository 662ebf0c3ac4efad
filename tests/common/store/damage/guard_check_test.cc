// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/guard_check.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <sstream>
#include <string>

#include "common/store/damage/glass_guard.h"
#include "common/store/open_index.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

TEST(GuardCheck, SaysNothingWhereTheGuardHasSeenABlock) {
  std::ostringstream err;
  GuardCheck check(err);
  check.database_opened(0, 1);
  check.database_opened(7, 12);
  EXPECT_EQ(err.str(), "");
}

TEST(GuardCheck, WarnsOnceWhereTheGuardHasSeenNone) {
  std::ostringstream err;
  GuardCheck check(err);
  check.database_opened(7, 7);
  EXPECT_EQ(err.str().find("warning: blocks of the index are not checked for damage"), 0U) << err.str();
  EXPECT_EQ(err.str().find('\n'), err.str().size() - 1) << "one line";
  err.str({});
  check.database_opened(7, 7);
  check.database_opened(0, 0);
  EXPECT_EQ(err.str(), "");
}

TEST(GuardCheck, FindsThatXapianReadsABlockByTheGuardWhenItOpensADatabase) {
  if (!is_guarded()) GTEST_SKIP() << "this build has no guard (TIMBAO_GUARD=OFF)";
  const test::TempDirectory directory;
  test::make_generation(directory, "g1", 1);
  const std::uint64_t before = blocks_read_by_this_thread();
  const Xapian::Database reading = open_database(directory / "g1");
  const std::uint64_t opened = blocks_read_by_this_thread();
  EXPECT_GT(opened, before);
  const Xapian::WritableDatabase writing = open_writable(directory / "g1", Sync::when_published);
  EXPECT_GT(blocks_read_by_this_thread(), opened);
}

}  // namespace
}  // namespace timbao
