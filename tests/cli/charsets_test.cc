// SPDX-License-Identifier: GPL-2.0-or-later
// Texts in the charsets from before Unicode come in as they were meant, and what was made of each is said.
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

using Charsets = ArchiveTest;

// "Đại hội đảng bộ huyện Thanh Lĩnh" and "Bà con họp bàn việc sửa đê trước mùa lũ."
constexpr const char* kTcvn3 =
    "\xA7\xB9i h\xE9i \xAE\xB6ng b\xE9 huy\xD6n Thanh L\xDCnh\n\n"
    "B\xB5 con h\xE4p b\xB5n vi\xD6"
    "c s\xF6"
    "a \xAE\xAA tr\xAD\xED"
    "c m\xEF"
    "a l\xF2.\n";
constexpr const char* kVniRecord =
    "{\"id\":\"vni\",\"title\":\"\xD1"
    "a\xEFi ho\xE4i \xF1"
    "a\xFBng bo\xE4 huye\xE4n Thanh L\xF3nh\"}\n";

TEST_F(Charsets, OfOldTextsAreFoundUnasked) {
  static_cast<void>(directory_.write("archive/abc.txt", kTcvn3));
  static_cast<void>(
      directory_.write("archive/mixed.jsonl", std::string("{\"id\":\"utf8\",\"title\":\"Đê điều\"}\n") + kVniRecord));
  const RunResult added = command({"add", "--verbose", archive_});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_TRUE(has_part(added.err, "abc.txt: warning: other_charset: read as tcvn3")) << added.err;
  EXPECT_TRUE(has_part(added.err, "mixed.jsonl:2: warning: other_charset: read as vni")) << added.err;
  EXPECT_TRUE(has_part(added.err, "texts in other charsets than UTF-8: 2; they were converted")) << added.err;
  EXPECT_TRUE(holds("Đại hội đảng bộ huyện Thanh Lĩnh"));
  EXPECT_TRUE(holds("Bà con họp bàn việc sửa đê trước mùa lũ."));
  const RunResult found = run({TIMBAO_QUERY_BIN, "--index", index_, "--format", "ids", "\"dai hoi dang bo\""});
  EXPECT_EQ(lines_of(found.out).size(), 2U) << found.out;
}

TEST_F(Charsets, OfUtf16AreReadInEveryFormat) {
  const auto utf16 = [](std::u16string_view text) {
    std::string bytes = "\xFF\xFE";
    for (const char16_t unit : text) bytes += {static_cast<char>(unit & 0xFFU), static_cast<char>(unit >> 8U)};
    return bytes;
  };
  static_cast<void>(directory_.write("archive/a.txt", utf16(u"Đại hội đảng bộ\n\nBà con họp bàn việc đê.\n")));
  static_cast<void>(directory_.write(
      "archive/b.jsonl", utf16(u"{\"id\":\"b1\",\"title\":\"Đê điều\"}\n{\"id\":\"b2\",\"title\":\"Mùa lũ 🌊\"}\n")));
  const RunResult added = command({"add", "--verbose", archive_});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_TRUE(has_part(added.err, "a.txt: warning: other_charset: read as utf-16le")) << added.err;
  EXPECT_TRUE(has_part(added.err, "b.jsonl:2: warning: other_charset: read as utf-16le")) << added.err;
  for (const char* text : {"Đại hội đảng bộ", "Bà con họp bàn việc đê.", "Đê điều", "Mùa lũ 🌊"})
    EXPECT_TRUE(holds(text)) << text;
  EXPECT_TRUE(has_part(add(), summary(0, 0, 3))) << "an unchanged file is not read again";
}

TEST_F(Charsets, AreDecidedByTheUserWhereAFewWordsDoNotTell) {
  static_cast<void>(directory_.write("archive/short.txt", "H\xE9i \xAE\xB6ng\n"));
  EXPECT_TRUE(has_part(add({"--verbose"}), "ill_formed")) << "two words could be much";
  EXPECT_FALSE(holds("Hội đảng"));
  EXPECT_TRUE(has_part(add({"--charset", "tcvn3"}), "read as tcvn3")) << "another way to read it, so it is read again";
  EXPECT_TRUE(holds("Hội đảng"));
  const RunResult wrong = command({"add", "--charset", "koi8", archive_});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_TRUE(has_part(wrong.err, "--charset takes")) << wrong.err;
}

}  // namespace
}  // namespace timbao::test
