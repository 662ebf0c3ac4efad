// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_scan.h"

#include <gtest/gtest.h>

#include <string_view>

#include "indexer/input/json/json_repair.h"
#include "indexer/input/json/json_string.h"

namespace timbao {
namespace {

TEST(EndOfJsonString, StandsBehindTheClosingQuote) {
  struct Row {
    std::string_view json;
    std::size_t begin, end;
  };
  for (const Row& row : {Row{R"("a")", 0, 3}, Row{R"({"a\"b":1})", 1, 7}, Row{R"("\\"x)", 0, 4}, Row{R"("open)", 0, 5},
                         Row{R"("a\)", 0, 3}, Row{R"(")", 0, 1}})
    EXPECT_EQ(end_of_json_string(row.json, row.begin), row.end) << row.json;
}

TEST(ObjectScan, EndsAtTheSameByteHoweverTheTextIsCut) {
  constexpr std::string_view kJson = R"({"a":"}\"","b":[{"c":1}]} rest)";
  for (std::size_t piece = 1; piece <= kJson.size(); ++piece) {
    ObjectScan scan;
    std::size_t walked = 0;
    for (std::size_t at = 0; at < kJson.size() && !scan.is_closed(); at += piece)
      walked += scan.walk(kJson.substr(at, piece));
    EXPECT_EQ(kJson.substr(walked), " rest") << piece;
  }
}

TEST(MayBeginJsonObject, NeedsAKeyWithItsColon) {
  for (const char* text : {"{\"a\":", "{ \n\"a\" : 1}", "{\"a\\\"b\":"})
    EXPECT_TRUE(may_begin_json_object(text)) << text;
  EXPECT_TRUE(may_begin_json_object("{'a b': \"x")) << "as Python writes it";
  for (const char* text : {"{'a'", "{'a", "{'Ảnh' của làng}"}) EXPECT_FALSE(may_begin_json_object(text)) << text;
  for (const char* text : {"", "{", "{}", "{\"a\"", "{\"a", "{\"a\\", "{a:1}", "[{\"a\":1}]", "{Ảnh}"})
    EXPECT_FALSE(may_begin_json_object(text)) << text;
}

TEST(ReplaceOddNumbers, LeavesStringsAlone) {
  std::string json = R"({"NaN":NaN,"x":[-Infinity,Infinity],"y":"a\"NaN"})";
  replace_odd_numbers(json);
  EXPECT_EQ(json, R"({"NaN":null,"x":[null,null],"y":"a\"NaN"})");
}

}  // namespace
}  // namespace timbao
