// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: JSON is one line that other readers read back as it was.
#include "common/base/json.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "common/base/escape.h"

namespace timbao {
namespace {

TEST(Json, KeepsTheOrderOfItsKeys) {
  EXPECT_EQ(to_line(Json{{"title", "Đảng"}, {"date", nullptr}, {"author", "An"}}),
            R"({"title":"Đảng","date":null,"author":"An"})");
}

TEST(Json, EscapesNothingButControlsQuotesAndBackslashes) {
  EXPECT_EQ(to_line(Json("\u0001\n\"\\/\u1EA3𝒟\u2030")), "\"\\u0001\\n\\\"\\\\/\u1EA3𝒟\u2030\"");
}

TEST(Json, EscapesWhatBreaksLinesOrSteersATerminal) {
  EXPECT_EQ(to_line(Json("a\u0085b\u2028c\u2029d")), R"("a\u0085b\u2028c\u2029d")");
  EXPECT_EQ(to_line(Json("\x7F\u0080\u009B\u009F\u00A0")), "\"\\u007f\\u0080\\u009b\\u009f\u00A0\"");
  EXPECT_EQ(to_line(Json("\u061C\u200E\u200F\u202A\u202E\u2066\u2069")),
            R"("\u061c\u200e\u200f\u202a\u202e\u2066\u2069")");
  EXPECT_EQ(to_line(Json{{"k\u2028", "\\\u202E"}}), R"({"k\u2028":"\\\u202e"})");
}

TEST(Json, IsReadBackAsItWas) {
  for (char32_t c = 1; c < 0x3000; ++c) {
    std::string text = "a";
    text += c < 0x80 ? std::string(1, static_cast<char>(c))
                     : Json::parse("\"\\u" +
                                   [c] {
                                     char digits[8];
                                     std::snprintf(digits, sizeof digits, "%04x", static_cast<unsigned>(c));
                                     return std::string(digits);
                                   }() +
                                   "\"")
                           .get<std::string>();
    const std::string line = to_line(Json(text));
    EXPECT_EQ(Json::parse(line), Json(text));
    EXPECT_EQ(find_control(line), line.size()) << static_cast<unsigned>(c);
  }
}

TEST(Json, ReplacesIllFormedBytes) {
  for (const char* text : {"a\xFF", "a\xC4", "a\xE1\xBA"}) EXPECT_EQ(to_line(Json(text)), "\"a\uFFFD\"");
}

TEST(Json, IsAlwaysOneLine) {
  EXPECT_EQ(to_line(Json{{"a", "x\r\ny"}, {"b", Json::array({1, 2})}}).find('\n'), std::string::npos);
}

}  // namespace
}  // namespace timbao
