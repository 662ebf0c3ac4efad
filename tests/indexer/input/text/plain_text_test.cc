// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/text/plain_text.h"

#include <gtest/gtest.h>

#include "indexer/input/files/binary.h"

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
  EXPECT_EQ(what_is_binary("%PDF-1.7"), "a PDF, not text; pdftotext makes text of it");
}

}  // namespace
}  // namespace timbao
