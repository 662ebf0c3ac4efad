// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: only lone halves of surrogate pairs are replaced.
#include "common/text/surrogates.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(Surrogates, ReplacesOnlyLoneOnes) {
  struct Case {
    std::string json, expected;
    std::size_t replaced;
  };
  for (const Case& one : {Case{R"(\ud83d)", R"(\ufffd)", 1}, Case{R"(\uD83D\uDE00)", R"(\uD83D\uDE00)", 0},
                          Case{R"(\\ud83d)", R"(\\ud83d)", 0}, Case{R"(\ude00\ud83d)", R"(\ufffd\ufffd)", 2},
                          Case{R"(\ud83d\ud83d\ude00)", R"(\ufffd\ud83d\ude00)", 1}, Case{R"(\ud8)", R"(\ud8)", 0},
                          Case{R"(\u1EA1)", R"(\u1EA1)", 0}, Case{"\\", "\\", 0}}) {
    std::string json = one.json;
    EXPECT_EQ(replace_lone_surrogates(json), one.replaced) << one.json;
    EXPECT_EQ(json, one.expected);
  }
}

}  // namespace
}  // namespace timbao
