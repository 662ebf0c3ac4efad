// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: UTF-16 becomes UTF-8 however its bytes are cut into pieces, and every other source passes through unchanged.
#include "indexer/input/charset/utf16_source.h"

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

TEST(Utf16Source, DecodesBothByteOrdersInPiecesOfAnySize) {
  std::u16string text;
  std::string expected;
  for (int i = 0; i < 6'000; ++i) {
    text += u"Đảng bộ 🌊 họp\n";
    expected += "Đảng bộ 🌊 họp\n";
  }
  for (const std::string_view charset : {"utf-16le", "utf-16be"})
    for (const std::size_t piece : {1U, 3U, 4'096U, 1'000'000U}) {
      test::MemorySource memory(utf16(text, charset), piece);
      Utf16Source source(memory);
      EXPECT_TRUE(read_all(source, piece) == expected) << charset << ' ' << piece;
      EXPECT_EQ(source.charset(), charset);
      EXPECT_EQ(source.state(), SourceState::ended);
    }
}

TEST(Utf16Source, LetsEveryOtherSourceThrough) {
  for (const std::string bytes : {"", "\xFF", "\xFE", "Đảng bộ", "\xEF\xBB\xBF{}", "\xFE\xFE\xFF", "a"})
    for (const std::size_t piece : {1U, 100U}) {
      test::MemorySource memory(bytes, piece);
      Utf16Source source(memory);
      EXPECT_EQ(read_all(source, kFewBytes), bytes);
      EXPECT_EQ(source.charset(), "");
      EXPECT_EQ(source.state(), SourceState::ended);
    }
}

TEST(Utf16Source, ReplacesHalvesOfPairsAndOfUnits) {
  const auto decoded = [](const std::string& bytes) {
    test::MemorySource memory(bytes);
    Utf16Source source(memory);
    return read_all(source, kFewBytes);
  };
  const std::u16string half(1, char16_t{0xD83C});
  EXPECT_EQ(decoded(utf16(u"a" + half + u"b", "utf-16le")), "a\uFFFDb");
  EXPECT_EQ(decoded(utf16(u"a" + half, "utf-16le")), "a\uFFFD");
  EXPECT_EQ(decoded(utf16(u"a", "utf-16le") + "b"), "a\uFFFD");
  EXPECT_EQ(decoded(utf16(u"", "utf-16be")), "");
}

TEST(Utf16Source, EndsAsTheOtherSourceEnds) {
  test::MemorySource memory(utf16(u"Đảng", "utf-16le"), 3);
  memory.end_as(SourceState::failed);
  Utf16Source source(memory);
  EXPECT_EQ(read_all(source, kFewBytes), "Đảng");
  EXPECT_EQ(source.state(), SourceState::failed);
  EXPECT_TRUE(source.failure().has_value());
}

}  // namespace
}  // namespace timbao
