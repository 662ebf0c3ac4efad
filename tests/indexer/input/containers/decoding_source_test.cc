// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/decoding_source.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <utility>

#include "tests/indexer/input/memory_source.h"
#include "tests/packed.h"

namespace timbao {
namespace {

using test::compressed;
using test::MemorySource;
using test::read_all;

constexpr std::size_t kMemory = 80U << 20U;

const std::pair<Container, const char*> kCompressions[] = {
    {Container::gzip, "gzip"}, {Container::bzip2, "bzip2"}, {Container::xz, "xz"}, {Container::zstd, "zstd"}};

std::string text_of(std::size_t lines) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) text += "Tin làng Phú Xá số " + std::to_string(i * 7919) + "\n";
  return text;
}

TEST(DecodingSource, GivesWhatWasCompressedHoweverItComes) {
  const std::string text = text_of(20'000);
  for (const auto& [container, name] : kCompressions) {
    const std::string bytes = compressed(name, text);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
      MemorySource source(bytes, piece);
      DecodingSource unpacked(source, {container, kMemory});
      EXPECT_EQ(read_all(unpacked), text) << name;
      EXPECT_EQ(unpacked.state(), SourceState::ended) << name;
      EXPECT_FALSE(unpacked.failure()) << name;
    }
  }
}

TEST(DecodingSource, JoinsSeveralCompressedFilesAndPassesOverZerosBehindThem) {
  for (const auto& [container, name] : kCompressions) {
    MemorySource source(compressed(name, "Tin ") + compressed(name, "vắn") + std::string(1'000, '\0'), 3);
    DecodingSource unpacked(source, {container, kMemory});
    EXPECT_EQ(read_all(unpacked), "Tin vắn") << name;
    EXPECT_EQ(unpacked.state(), SourceState::ended) << name;
  }
}

TEST(DecodingSource, SaysThatAFileIsCutOffOrDamaged) {
  for (const auto& [container, name] : kCompressions) {
    const std::string bytes = compressed(name, text_of(100));
    MemorySource cut(bytes.substr(0, bytes.size() - 3));
    DecodingSource unpacked(cut, {container, kMemory});
    read_all(unpacked);
    ASSERT_TRUE(unpacked.failure()) << name;
    EXPECT_EQ(unpacked.failure()->detail, "the " + std::string(name) + " file is cut off: its end is missing");
    std::string wrong = bytes;
    wrong[wrong.size() / 2] = static_cast<char>(wrong[wrong.size() / 2] ^ 0x55);
    MemorySource damaged(wrong);
    DecodingSource broken(damaged, {container, kMemory});
    read_all(broken);
    const bool has_checksum = container != Container::zstd;
    EXPECT_EQ(broken.state(), has_checksum ? SourceState::failed : SourceState::ended) << name;
    MemorySource followed(bytes + "rest");
    DecodingSource more(followed, {container, kMemory});
    EXPECT_EQ(read_all(more), text_of(100)) << name;
    EXPECT_EQ(more.state(), SourceState::failed) << name;
  }
}

TEST(DecodingSource, RefusesWhatNeedsMoreMemoryBeforeItIsTaken) {
  for (const auto& [container, name, options] : {std::tuple(Container::xz, "xz", "compression-level=9"),
                                                 std::tuple(Container::zstd, "zstd", "compression-level=19")}) {
    const std::string bytes = compressed(name, text_of(30'000), options);
    for (const auto& [memory, state] :
         {std::pair(std::size_t{4} << 20U, SourceState::failed), std::pair(kMemory, SourceState::ended)}) {
      MemorySource source(bytes);
      DecodingSource unpacked(source, {container, memory});
      read_all(unpacked, 1U << 16U);
      EXPECT_EQ(unpacked.state(), state) << name << memory;
      const bool is_refused = unpacked.failure() && unpacked.failure()->reason == RejectReason::too_large;
      EXPECT_EQ(is_refused, state == SourceState::failed) << name;
    }
  }
}

TEST(DecodingSource, StopsWhereZerosUnpackToFarMoreThanTheirSize) {
  const std::string zeros(150U << 20U, '\0');
  for (const auto& [container, name] : kCompressions) {
    MemorySource source(compressed(name, zeros));
    DecodingSource unpacked(source, {container, kMemory});
    std::string piece(1U << 20U, ' ');
    std::size_t sum = 0;
    while (const std::size_t count = unpacked.read(piece.data(), piece.size())) sum += count;
    ASSERT_TRUE(unpacked.failure()) << name;
    EXPECT_EQ(unpacked.failure()->reason, RejectReason::too_large) << name;
    EXPECT_LT(sum, zeros.size()) << name;
  }
}

TEST(DecodingSource, EndsAsItsSourceEnds) {
  for (const SourceState end : {SourceState::stopped, SourceState::failed}) {
    const std::string bytes = compressed("gzip", text_of(100));
    MemorySource source(bytes.substr(0, bytes.size() / 2));
    source.end_as(end);
    DecodingSource unpacked(source, {Container::gzip, kMemory});
    read_all(unpacked);
    EXPECT_EQ(unpacked.state(), end);
    EXPECT_FALSE(unpacked.failure()) << "the source tells its own failure";
  }
}

}  // namespace
}  // namespace timbao
