// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: escaped text is one line without controls, and unescaping gives back the same bytes.
#include "common/base/escape.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace timbao {
namespace {

struct Pair {
  std::string text, line;
};

TEST(EscapeLine, WritesControlsAndBackslashesAsLettersOrNumbers) {
  const std::vector<Pair> pairs = {
      {"", ""},
      {"Đảng ủy xã 1", "Đảng ủy xã 1"},
      {"a\tb\nc\rd\\e", R"(a\tb\nc\rd\\e)"},
      {"\x1B[31m\x07\x08\x7F", R"(\u001b[31m\u0007\u0008\u007f)"},
      {std::string("a\0b", 3), R"(a\u0000b)"},
      {"\u0080\u0085\u009B\u009F\u00A0", "\\u0080\\u0085\\u009b\\u009f\u00A0"},
      {"\u2027\u2028\u2029\u202A\u202E\u202F", "\u2027\\u2028\\u2029\\u202a\\u202e\u202F"},
      {"\u2065\u2066\u2069\u206A", "\u2065\\u2066\\u2069\u206A"},
      {"\u061B\u061C\u061D\u200D\u200E\u200F\u2010", "\u061B\\u061c\u061D\u200D\\u200e\\u200f\u2010"},
      {"\uFEFFa\uFEFF", "\\ufeffa\uFEFF"},
      {R"(C:\new\u0041)", R"(C:\\new\\u0041)"},
      {" a\u00A0", " a\u00A0"},
      {"\U0001F600\xFF\xC2", "\U0001F600\xFF\xC2"},
  };
  for (const Pair& pair : pairs) {
    EXPECT_EQ(escape_line(pair.text), pair.line);
    EXPECT_EQ(unescape_line(pair.line), pair.text);
  }
}

TEST(UnescapeLine, LeavesAnyOtherBackslashAsItIs) {
  for (const std::string line : {R"(C:\dir)", R"(\d)", R"(\)", R"(a\u12)", R"(\u12G4)", R"(\uD83D)", R"(\uD83D\u0041x)",
                                 R"(\uDE00\uD83D)", R"(\U0041)", R"(\x41)", R"(\u+123)", R"(\u 123)"}) {
    const std::string expected = line == R"(\uD83D\u0041x)" ? R"(\uD83DAx)" : line;
    EXPECT_EQ(unescape_line(line), expected);
  }
  EXPECT_EQ(unescape_line(R"(\u0041\u1ea2\u1EA3\uD83D\uDE00)"), "A\u1EA2\u1EA3\U0001F600");
  EXPECT_EQ(unescape_line(R"(\\\\t\\\t)"), "\\\\t\\\t");
}

/// Bytes of which many belong to controls, backslashes and parts of letters.
std::string odd_bytes(std::mt19937& random) {
  static const std::vector<std::string> kPieces{
      "\\",     "u",      "0041",   "t",          "n", "\t",     "\n",   "\r",   "\u2028", "\u202E",
      "\u0085", "\x1B",   "\uFEFF", "\U0001F600", "ả", "\xC2",   "\xE2", "\x80", "\xAE",   "\x9B",
      "\u200E", "\u061C", "\xD8",   "\x9C",       " ", "\u00A0", "a",    "\x7F", "\\u",    "\\ud83d"};
  std::string bytes;
  for (std::size_t i = random() % 200; i > 0; --i)
    bytes += random() % 8 == 0 ? std::string(1, static_cast<char>(random() % 256)) : kPieces[random() % kPieces.size()];
  return bytes;
}

TEST(EscapeLine, IsUndoneByUnescapeLineWhateverTheBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = odd_bytes(random), line = escape_line(text);
    ASSERT_EQ(unescape_line(line), text);
    ASSERT_EQ(find_control(line), line.size()) << line;
  }
}

TEST(FindControl, FindsTheFirstOneWhereverItStands) {
  std::mt19937 random(8);
  for (int round = 0; round < 5'000; ++round) {
    const std::string text = std::string(random() % 150, 'a') + odd_bytes(random);
    const std::size_t from = random() % (text.size() + 1);
    std::size_t expected = from;
    while (expected < text.size() && control_at(text, expected).length == 0) ++expected;
    ASSERT_EQ(find_control(text, from), expected);
  }
}

TEST(EscapeJson, LeavesTextWithoutControlsAsItIs) {
  EXPECT_EQ(escape_json("{\"a\":\"Đảng… \\n\"}"), "{\"a\":\"Đảng… \\n\"}");
  EXPECT_EQ(escape_json("[\"\u2028\u009B\"]"), "[\"\\u2028\\u009b\"]");
}

}  // namespace
}  // namespace timbao
