// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: keys of moments sort as the moments do, before and after 1970, and the moment is read back from its key.
#include "common/index/moment_key.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace timbao {
namespace {

constexpr std::int64_t kRising[] = {
    std::numeric_limits<std::int64_t>::min(),    -86'400, -1, 0, 1, 255, 256, 1'517'360'460,
    std::numeric_limits<std::int64_t>::max() - 1};

TEST(MomentKey, HasTheBytesOfTheFormat) {
  EXPECT_EQ(moment_key(0), std::string("\x80\0\0\0\0\0\0\0", kMomentKeyBytes));
  EXPECT_EQ(moment_key(258), std::string("\x80\0\0\0\0\0\x01\x02", kMomentKeyBytes));
  EXPECT_EQ(moment_key(-1), std::string("\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"));
  EXPECT_EQ(moment_key(std::nullopt), std::string(kMomentKeyBytes, '\xFF'));
}

TEST(MomentKey, SortsAsMomentsDoAndWithoutADateLast) {
  std::vector<std::string> oldest, newest;
  for (const std::int64_t seconds : kRising) {
    oldest.push_back(moment_key(seconds));
    newest.insert(newest.begin(), newest_moment_key(seconds));
  }
  oldest.push_back(moment_key(std::nullopt));
  newest.push_back(newest_moment_key(std::nullopt));
  EXPECT_TRUE(std::is_sorted(oldest.begin(), oldest.end()));
  EXPECT_TRUE(std::is_sorted(newest.begin(), newest.end()));
}

TEST(MomentKey, IsReadBackWhateverFollowsIt) {
  for (const std::int64_t seconds : kRising) EXPECT_EQ(moment_of_key(moment_key(seconds) + "id"), seconds);
  EXPECT_EQ(moment_of_key(moment_key(std::nullopt) + "id"), std::nullopt);
  EXPECT_EQ(moment_of_key(moment_key(5).substr(0, 7)), std::nullopt) << "cut short";
}

}  // namespace
}  // namespace timbao
