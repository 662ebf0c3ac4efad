// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/byte_source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <memory>
#include <string>
#include <variant>

#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/file_source.h"
#include "indexer/input/files/metered_source.h"
#include "tests/indexer/input/memory_source.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

using test::read_all;

std::unique_ptr<ByteSource> open(const std::string& path, StopAsked stop_asked = {}) {
  return std::get<std::unique_ptr<ByteSource>>(open_source(path, std::move(stop_asked)));
}

TEST(FileSource, GivesTheBytesOfAFileAndThenSaysThatItEnded) {
  const test::TempDirectory directory;
  const std::string content = std::string(600'000, 'z') + "b", path = directory.write("a", content);
  const auto source = open(path);
  EXPECT_EQ(source->name(), path);
  EXPECT_EQ(source->size_bytes(), content.size());
  EXPECT_EQ(source->state(), SourceState::open);
  EXPECT_EQ(read_all(*source), content);
  EXPECT_EQ(source->state(), SourceState::ended);
  EXPECT_FALSE(source->failure().has_value());
}

TEST(FileSource, EndsOnceAlthoughTheFileGrows) {
  const test::TempDirectory directory;
  const std::string path = directory.write("a", "một");
  const auto source = open(path);
  EXPECT_EQ(read_all(*source), "một");
  std::ofstream(path, std::ios::app) << "hai";
  EXPECT_EQ(read_all(*source), "");
  EXPECT_EQ(source->state(), SourceState::ended);
}

TEST(FileSource, StopsWhereAStopIsAsked) {
  const test::TempDirectory directory;
  int asked = 0;
  const auto source = open(directory.write("a", std::string(5'000, 'z')), [&] { return ++asked > 2; });
  EXPECT_EQ(read_all(*source).size(), 2'002U);
  EXPECT_EQ(source->state(), SourceState::stopped);
}

TEST(FileSource, TellsOnceWhyItCannotBeReadFurther) {
  const auto source = open("/proc/self/mem");  // address 0 cannot be read
  EXPECT_EQ(read_all(*source), "");
  EXPECT_EQ(source->state(), SourceState::failed);
  ASSERT_TRUE(source->failure().has_value());
  EXPECT_EQ(source->failure()->path, "/proc/self/mem");
  EXPECT_EQ(source->failure()->reason, RejectReason::unreadable);
}

TEST(FileSource, EndsWhereAPipeHasNoWriter) {
  const test::TempDirectory directory;
  const std::string path = directory / "pipe";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  const auto source = open(path);
  EXPECT_FALSE(source->size_bytes().has_value());
  EXPECT_EQ(read_all(*source), "");
  EXPECT_EQ(source->state(), SourceState::ended);
}

TEST(OpenSource, SaysWhyAPathCannotBeRead) {
  const test::TempDirectory directory;
  const std::string missing = directory / "none";
  EXPECT_EQ(std::get<Rejected>(open_source(missing, {})).reason, RejectReason::missing);
  EXPECT_EQ(std::get<Rejected>(open_source(missing, {})).path, missing);
  EXPECT_EQ(std::get<Rejected>(open_source("/dev/zero", {})).detail, "a device, not a file");
  EXPECT_EQ(std::get<Rejected>(open_source(directory.path().string(), {})).detail, "a folder, not a file");
}

TEST(MeteredSource, HashesAndCountsTheBytesHoweverTheyAreCut) {
  const test::TempDirectory directory;
  const std::string content = std::string(600'000, 'z') + "b";
  test::MemorySource whole(content), slow(content, 7);
  MeteredSource first(whole), second(slow);
  EXPECT_EQ(read_all(first), read_all(second));
  EXPECT_EQ(first.bytes_read(), content.size());
  EXPECT_EQ(first.content_hash(), second.content_hash());
  EXPECT_EQ(hash_of_file(directory.write("a", content), {}), first.content_hash());
  EXPECT_NE(hash_of_file(directory.write("b", content + "c"), {}), first.content_hash());
  EXPECT_FALSE(hash_of_file(directory / "none", {}).has_value());
}

TEST(BufferedInput, GivesTheHeadAgain) {
  test::MemorySource slow("một hai", 1);
  BufferedInput input(slow);
  const FileHead head = input.head([](std::string_view bytes) { return bytes.size() == 3; });
  EXPECT_EQ(head.bytes.size(), 3U);
  EXPECT_FALSE(head.is_whole);
  std::string all;
  for (std::string_view bytes; !(bytes = input.bytes()).empty(); input.use(bytes.size())) all += bytes;
  EXPECT_EQ(all, "một hai");
  EXPECT_TRUE(input.at_end());
  EXPECT_EQ(input.bytes_read(), all.size());
}

TEST(BufferedInput, HasAWholeHeadOfAShortSource) {
  test::MemorySource source("một", 1);
  BufferedInput input(source);
  const FileHead head = input.head([](std::string_view) { return false; });
  EXPECT_EQ(head.bytes, "một");
  EXPECT_TRUE(head.is_whole);
}

}  // namespace
}  // namespace timbao
