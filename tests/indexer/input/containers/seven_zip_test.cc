// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/seven_zip_header.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "indexer/input/containers/unpack.h"
#include "indexer/input/files/file_source.h"
#include "tests/indexer/input/memory_source.h"
#include "tests/packed.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

constexpr std::size_t kMemory = 66U << 20U;

std::vector<test::PackedEntry> entries_of(int count) {
  std::vector<test::PackedEntry> entries;
  for (int i = 0; i < count; ++i) entries.push_back({std::to_string(i) + ".txt", "Tin " + std::to_string(i)});
  return entries;
}

struct SevenZip {
  std::size_t read = 0;
  std::vector<std::string> rejected;
};

SevenZip unpack_bytes(const std::string& bytes, std::size_t memory_bytes = kMemory) {
  const test::TempDirectory directory;
  const auto opened = open_source(directory.write("a.7z", bytes), {});
  SevenZip found;
  UnpackEvents events;
  events.read = [&found](const UnpackedFile& file) { found.read += test::read_all(file.bytes).empty() ? 0U : 1U; };
  events.pass_over = [](NoticeKind, const std::string&) {};
  events.reject = [&found](const Rejected& rejected) { found.rejected.push_back(rejected.detail); };
  static_cast<void>(unpack({*std::get<std::unique_ptr<ByteSource>>(opened), "a.7z"}, {memory_bytes, {}}, events));
  return found;
}

TEST(SevenZip, GivesItsFilesHoweverTheyArePacked) {
  for (const char* compression : {"store", "deflate", "bzip2", "lzma1", "lzma2", "ppmd"})
    for (const int count : {0, 1, 30}) {
      const std::string bytes = test::pack({"7zip", "", std::string("compression=") + compression}, entries_of(count));
      const SevenZip found = unpack_bytes(bytes);
      EXPECT_EQ(found.read, static_cast<std::size_t>(count)) << compression;
      EXPECT_EQ(found.rejected, std::vector<std::string>{}) << compression;
    }
}

TEST(SevenZip, IsRefusedWhereItNeedsMoreMemoryThanThereIs) {
  const std::string bytes = test::pack({"7zip", "", "compression=lzma2,compression-level=9"}, entries_of(30));
  const SevenZip found = unpack_bytes(bytes, 8U << 20U);
  EXPECT_EQ(found.read, 0U);
  ASSERT_EQ(found.rejected.size(), 1U);
  EXPECT_NE(found.rejected[0].find("more memory"), std::string::npos);
}

TEST(SevenZip, IsRejectedInOneLineWhereverItIsDamaged) {
  const std::string bytes = test::pack({"7zip", "", "compression=lzma1"}, entries_of(30));
  for (std::size_t at = 6; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x21);
    const SevenZip found = unpack_bytes(damaged);
    EXPECT_LE(found.read, 30U) << at;
  }
  EXPECT_EQ(unpack_bytes(bytes.substr(0, bytes.size() / 2)).rejected.size(), 1U);
}

TEST(SevenZip, IsOpenedOnlyInAFileThatCanSeek) {
  test::MemorySource source(test::pack({"7zip"}, entries_of(3)));
  std::vector<std::string> rejected;
  UnpackEvents events;
  events.reject = [&rejected](const Rejected& one) { rejected.push_back(one.detail); };
  EXPECT_FALSE(unpack({source, "-"}, {kMemory, {}}, events).is_whole);
  EXPECT_EQ(rejected, std::vector<std::string>{"a 7z archive inside another file, or in a pipe; unpack it first"});
}

}  // namespace
}  // namespace timbao
