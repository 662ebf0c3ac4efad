// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/container.h"

#include <gtest/gtest.h>

#include "indexer/input/files/head_source.h"
#include "tests/indexer/input/memory_source.h"

namespace timbao {
namespace {

TEST(Container, IsKnownByTheEndOfItsNameWhateverTheCase) {
  for (const char* name :
       {"a.zip", "2004/BAO.ZIP", "a.tar.gz", "a.TGZ", "a.html.xz", "a.warc", "a.warc.gz", "a.mht", ".zip"})
    EXPECT_TRUE(is_container_name(name)) << name;
  for (const char* name : {"a.zip/b", "zip", "a.txt", "", "a.zip.txt", "a.gzip"})
    EXPECT_FALSE(is_container_name(name)) << name;
}

TEST(Container, LeavesTheNameOfWhatIsCompressed) {
  EXPECT_EQ(without_compression("x/news.jsonl.GZ"), "x/news.jsonl");
  EXPECT_EQ(without_compression("a.gz.xz"), "a.gz");
  for (const char* name : {"a.tgz", "a.zip", "x.gz/a", ".gz", ""}) EXPECT_EQ(without_compression(name), name);
}

TEST(HeadSource, GivesWhatWasLookedAtOnceMore) {
  const std::string text(300'000, 'x');
  for (const std::size_t piece : {std::size_t{1'000}, std::size_t{500'000}}) {
    test::MemorySource from(text, piece);
    HeadSource source(from);
    EXPECT_EQ(source.head([](std::string_view bytes) { return bytes.size() > 1'500; }).size(),
              piece == 1'000 ? 2'000 : 16'384);
    EXPECT_EQ(source.state(), SourceState::open);
    EXPECT_EQ(test::read_all(source), text);
    EXPECT_EQ(source.state(), SourceState::ended);
  }
  test::MemorySource short_one("ab");
  HeadSource source(short_one);
  EXPECT_EQ(source.head([](std::string_view) { return false; }), "ab");
  EXPECT_EQ(source.state(), SourceState::open) << "two bytes are still to be given";
  EXPECT_EQ(test::read_all(source), "ab");
}

}  // namespace
}  // namespace timbao
