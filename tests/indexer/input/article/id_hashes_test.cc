// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/id_hashes.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(IdHashes, TellsNewFromSeen) {
  IdHashes seen;
  for (std::uint64_t i = 0; i < 10'000; ++i) EXPECT_TRUE(seen.insert(i * 0x9E3779B97F4A7C15U)) << i;
  for (std::uint64_t i = 0; i < 10'000; ++i) EXPECT_FALSE(seen.insert(i * 0x9E3779B97F4A7C15U)) << i;
}

}  // namespace
}  // namespace timbao
