// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/json.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(Json, KeepsTheOrderOfItsKeys) {
  EXPECT_EQ(to_line(Json{{"title", "Đảng"}, {"date", nullptr}, {"author", "An"}}),
            R"({"title":"Đảng","date":null,"author":"An"})");
}

TEST(Json, EscapesNothingButControlsQuotesAndBackslashes) {
  EXPECT_EQ(to_line(Json("\u0001\n\"\\/\u1EA3𝒟\u2028")), "\"\\u0001\\n\\\"\\\\/\u1EA3𝒟\u2028\"");
}

TEST(Json, ReplacesIllFormedBytes) {
  for (const char* text : {"a\xFF", "a\xC4", "a\xE1\xBA"}) EXPECT_EQ(to_line(Json(text)), "\"a\uFFFD\"");
}

TEST(Json, IsAlwaysOneLine) {
  EXPECT_EQ(to_line(Json{{"a", "x\r\ny"}, {"b", Json::array({1, 2})}}).find('\n'), std::string::npos);
}

}  // namespace
}  // namespace timbao
