// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_records.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/input/xml/xml_scan.h"
#include "tests/indexer/input/memory_source.h"

namespace timbao {
namespace {

bool is_item(std::string_view /*root*/, std::string_view name) { return local_name(name) == "item"; }

/// Each record as LINE:TEXT; "…" behind one that is not closed, "too long" for one over the limit.
std::vector<std::string> records_of(std::string_view xml, std::size_t limit = 1000, std::size_t piece_bytes = 1000) {
  test::MemorySource source(xml, piece_bytes);
  BufferedInput input(source);
  XmlRecords records(input, {is_item, limit});
  std::vector<std::string> all;
  while (records.next()) {
    EXPECT_EQ(records.number(), all.size() + 1);
    all.push_back(std::to_string(records.line()) + ":" + (records.is_too_long() ? "too long" : records.text()) +
                  (records.is_closed() ? "" : "…"));
  }
  return all;
}

using All = std::vector<std::string>;

TEST(XmlRecords, AreCutOutOfWhatIsAroundThem) {
  const std::string xml =
      "<?xml version='1.0'?>\n<!-- <item>no</item> --><rss>\n<title>Làng</title><item id='1'>\n<b>một</b></item>\n"
      "<x:item>hai</x:item><item/>\n</rss>";
  for (const std::size_t piece_bytes : {1U, 2U, 7U, 1000U})
    EXPECT_EQ(records_of(xml, 1000, piece_bytes), (All{"3:<item>\n<b>một</b></item>", "5:<x:item>hai</x:item>"}));
}

TEST(XmlRecords, EndWhereTheNextOneBegins) {
  EXPECT_EQ(records_of("<rss><item>một\n<item>hai</item><item>ba"),
            (All{"1:<item>một\n…", "2:<item>hai</item>", "2:<item>ba…"}));
}

TEST(XmlRecords, HoldTheirOwnTagsInCdata) {
  EXPECT_EQ(records_of("<item><![CDATA[</item><item>]]></item>"), (All{"1:<item><![CDATA[</item><item>]]></item>"}));
}

TEST(XmlRecords, OverTheLimitArePassedOver) {
  EXPECT_EQ(records_of("<item>" + std::string(50, 'x') + "</item>\n<item>hai</item>", 30),
            (All{"1:too long", "2:<item>hai</item>"}));
}

TEST(XmlRecords, ThatAStopCutsShortAreNotGiven) {
  test::MemorySource source("<item>một</item><item>hai");
  source.end_as(SourceState::stopped);
  BufferedInput input(source);
  XmlRecords records(input, {is_item, 1000});
  EXPECT_TRUE(records.next());
  EXPECT_FALSE(records.next());
}

}  // namespace
}  // namespace timbao
