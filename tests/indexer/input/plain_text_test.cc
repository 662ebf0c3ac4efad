// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/plain_text.h"

#include <gtest/gtest.h>

#include "indexer/input/binary.h"
#include "indexer/input/surrogates.h"

namespace timbao {
namespace {

using Views = std::vector<std::string_view>;

TEST(PlainText, TrimsEveryKindOfSpace) {
  EXPECT_EQ(trim(" \t\u00A0\u3000\uFEFFPhúc Yên\u200B\r\n"), "Phúc Yên");
  EXPECT_EQ(trim("\u00A0 "), "");
  EXPECT_EQ(trim("à"), "à");  // its last byte is that of a no-break space
}

TEST(PlainText, CutsParagraphs) {
  EXPECT_EQ(paragraphs_of("một\r\n \r\n hai\rba"), (Views{"một", "hai", "ba"}));
  EXPECT_EQ(paragraphs_of("\n\n"), Views{});
}

TEST(PlainText, CutsWords) {
  EXPECT_EQ(words_of("Ảnh:\u00A0Khánh  Linh "), (Views{"Ảnh:", "Khánh", "Linh"}));
  EXPECT_EQ(words_of("  "), Views{});
}

TEST(Binary, TellsTextFromEverythingElse) {
  EXPECT_EQ(what_is_binary("Phúc Yên"), "");
  EXPECT_EQ(what_is_binary(""), "");
  EXPECT_EQ(what_is_binary(std::string_view("a\0b", 3)), "");
  EXPECT_EQ(what_is_binary("%PDF-1.7"), "a PDF, not text");
  EXPECT_EQ(what_is_binary("\xFF\xFEP"), "UTF-16 text; save it as UTF-8");
}

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
