// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/fnv.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

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

TEST(FnvKey, IsAboveZeroAndDiffersBetweenShortTexts) {
  std::set<std::uint64_t> keys{fnv_key("")};
  for (char first = 'a'; first <= 'z'; ++first)
    for (char second = 'a'; second <= 'z'; ++second) keys.insert(fnv_key(std::string{first, second}));
  EXPECT_EQ(keys.size(), 1U + 26U * 26U);
  EXPECT_EQ(keys.count(0), 0U);
}

}  // namespace
}  // namespace timbao
