// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: UTF-16 and UTF-32 become UTF-8 however its bytes are cut into pieces, and every other source passes through unchanged.
#include "indexer/input/charset/wide_source.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/input/memory_source.h"

namespace timbao {
namespace {

using test::read_all;

constexpr std::size_t kFewBytes = 7;

/// Code units with a byte order mark, the low byte first or the high one.
std::string utf16(std::u16string_view text, std::string_view charset) {
  const bool is_little = charset == "utf-16le";
  std::string bytes;
  for (const char16_t unit : u"\uFEFF" + std::u16string(text)) {
    const char low = static_cast<char>(unit & 0xFFU), high = static_cast<char>(unit >> 8U);
    bytes += is_little ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

TEST(WideSource, DecodesBothByteOrdersInPiecesOfAnySize) {
  std::u16string text;
  std::string expected;
  for (int i = 0; i < 6'000; ++i) {
    text += u"Đảng bộ 🌊 họp\n";
    expected += "Đảng bộ 🌊 họp\n";
  }
  for (const std::string_view charset : {"utf-16le", "utf-16be"})
    for (const std::size_t piece : {1U, 3U, 4'096U, 1'000'000U}) {
      test::MemorySource memory(utf16(text, charset), piece);
      WideSource source(memory);
      EXPECT_TRUE(read_all(source, piece) == expected) << charset << ' ' << piece;
      EXPECT_EQ(source.charset(), charset);
      EXPECT_EQ(source.state(), SourceState::ended);
    }
}

/// A text of Latin letters in units of so many bytes, without a mark.
std::string units(std::u32string_view text, std::size_t unit_bytes, bool is_little) {
  std::string bytes;
  for (const char32_t character : text)
    for (std::size_t i = 0; i < unit_bytes; ++i) {
      const std::size_t shift = 8 * (is_little ? i : unit_bytes - 1 - i);
      bytes += static_cast<char>(character >> shift & 0xFFU);
    }
  return bytes;
}

std::string decoded(const std::string& bytes, std::size_t piece = 4'096) {
  test::MemorySource memory(bytes, piece);
  WideSource source(memory);
  std::string text = read_all(source, kFewBytes);
  return source.charset().empty() ? text : std::string(source.charset()) + ": " + text;
}

TEST(WideSource, DecodesUnitsWithoutAMark) {
  constexpr std::u32string_view kText = U"Đảng bộ huyện họp bàn việc đê.\nMưa lũ\n";
  for (const std::size_t unit_bytes : {2U, 4U})
    for (const bool is_little : {true, false})
      EXPECT_EQ(decoded(units(kText, unit_bytes, is_little)), (unit_bytes == 2 ? "utf-16" : "utf-32") +
                                                                  std::string(is_little ? "le" : "be") +
                                                                  ": Đảng bộ huyện họp bàn việc đê.\nMưa lũ\n");
}

TEST(WideSource, DecodesUtf32WithAMark) {
  constexpr std::u32string_view kText = U"\uFEFFĐảng bộ 🌊";
  EXPECT_EQ(decoded(units(kText, 4, true)), "utf-32le: Đảng bộ 🌊");
  EXPECT_EQ(decoded(units(kText, 4, false)), "utf-32be: Đảng bộ 🌊");
  EXPECT_EQ(decoded(units(kText, 4, false), 3), "utf-32be: Đảng bộ 🌊") << "in small pieces";
  EXPECT_EQ(decoded(units(U"\uFEFFa\x110000", 4, true)), "utf-32le: a\uFFFD") << "no character";
}

TEST(WideSource, TakesNoBinaryFileForUnits) {
  using namespace std::string_literals;
  for (const std::string& bytes : {"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"s, "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0"s,
                                   "{\"a\":1}\0\0\n{\"b\":2}"s, "Tin\0mới từ huyện\0"s,
                                   "\x7F"
                                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"s,
                                   "H\0o\0"s})
    EXPECT_EQ(decoded(bytes), bytes);
}

TEST(WideSource, LetsEveryOtherSourceThrough) {
  for (const std::string bytes : {"", "\xFF", "\xFE", "Đảng bộ", "\xEF\xBB\xBF{}", "\xFE\xFE\xFF", "a"})
    for (const std::size_t piece : {1U, 100U}) {
      test::MemorySource memory(bytes, piece);
      WideSource source(memory);
      EXPECT_EQ(read_all(source, kFewBytes), bytes);
      EXPECT_EQ(source.charset(), "");
      EXPECT_EQ(source.state(), SourceState::ended);
    }
}

TEST(WideSource, ReplacesHalvesOfPairsAndOfUnits) {
  const auto decoded = [](const std::string& bytes) {
    test::MemorySource memory(bytes);
    WideSource source(memory);
    return read_all(source, kFewBytes);
  };
  const std::u16string half(1, char16_t{0xD83C});
  EXPECT_EQ(decoded(utf16(u"a" + half + u"b", "utf-16le")), "a\uFFFDb");
  EXPECT_EQ(decoded(utf16(u"a" + half, "utf-16le")), "a\uFFFD");
  EXPECT_EQ(decoded(utf16(u"a", "utf-16le") + "b"), "a\uFFFD");
  EXPECT_EQ(decoded(utf16(u"", "utf-16be")), "");
}

TEST(WideSource, EndsAsTheOtherSourceEnds) {
  test::MemorySource memory(utf16(u"Đảng", "utf-16le"), 3);
  memory.end_as(SourceState::failed);
  WideSource source(memory);
  EXPECT_EQ(read_all(source, kFewBytes), "Đảng");
  EXPECT_EQ(source.state(), SourceState::failed);
  EXPECT_TRUE(source.failure().has_value());
}

}  // namespace
}  // namespace timbao
