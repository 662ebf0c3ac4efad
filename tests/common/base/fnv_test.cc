// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/fnv.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(FnvHash, HasTheValuesThatItsAuthorsPublished) {
  EXPECT_EQ(fnv_hash(""), 0xCBF29CE484222325U);
  EXPECT_EQ(fnv_hash("a"), 0xAF63DC4C8601EC8CU);
  EXPECT_EQ(fnv_hash("foobar"), 0x85944171F73967E8U);
}

TEST(FnvHash, TellsBytesApartThatAreNoAscii) {
  EXPECT_NE(fnv_hash("\xC4\x91"), fnv_hash("\xC4\x90"));
  EXPECT_NE(fnv_hash(std::string_view("\0", 1)), fnv_hash(""));
}

}  // namespace
}  // namespace timbao
