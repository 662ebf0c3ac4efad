// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_repair.h"

#include <gtest/gtest.h>

#include "common/base/json.h"
#include "indexer/input/json/json_scan.h"

namespace timbao {
namespace {

TEST(LoosenedJson, IsJsonOfWhatProgramsWriteOfObjects) {
  const std::pair<const char*, Json> kTable[]{
      {R"({"a":[1,2,],})", {{"a", {1, 2}}}},
      {R"({"_id":ObjectId("5f"),"n":NumberLong(5),"d":new Date("x",)})", {{"_id", {"5f"}}, {"n", {5}}, {"d", {"x"}}}},
      {R"({title:"Đê", $x.y : 1})", {{"title", "Đê"}, {"$x.y", 1}}},
      {R"({'a': 'Ông "Ba"', 'b': "it's", 'c': 'it\'s'})", {{"a", "Ông \"Ba\""}, {"b", "it's"}, {"c", "it's"}}},
      {R"({'a':None,'b':True,'c':False,'d':undefined})", {{"a", nullptr}, {"b", true}, {"c", false}, {"d", nullptr}}},
      {"{\"a\":\"một\nhai\t\"}", {{"a", "một\nhai\t"}}},
      {"{\"a\":1, // một \"\n /* hai */ \"b\":\"//\"}", {{"a", 1}, {"b", "//"}}},
      {R"({"a":"C:\dir"})", {{"a", "C:\\dir"}}}};
  for (const auto& [text, expected] : kTable) {
    const Json found = Json::parse(loosened_json(text), nullptr, false);
    EXPECT_EQ(found, expected) << text << "\n" << loosened_json(text);
  }
}

TEST(LoosenedJson, OfJsonIsTheSameJson) {
  for (const char* text : {R"({"a":"\\ \" \u0111 ' (,] None:","b":[null,true,-1.5e+3,[],{}]})", "[]", "1", "\"(\""})
    EXPECT_EQ(Json::parse(loosened_json(text)), Json::parse(text)) << text;
}

TEST(LoosenedJson, OfAnythingElseStaysBroken) {
  for (const char* text : {"", "{Ảnh}", "{\"a\": b}", "{\"a\":1", "[1 2]", "{'a'", "\"", "{\"a\":}", "\\"})
    EXPECT_FALSE(Json::accept(loosened_json(text))) << text;
}

TEST(AssignmentBeforeJson, IsTheBeginningOfAScript) {
  const std::pair<const char*, std::size_t> kTable[]{{"window.tin = {\"a\":1};", 13},
                                                     {"var x=[{", 6},
                                                     {"window[\"x\"] = {", 14},
                                                     {"tai([{", 4},
                                                     {"{\"a\":1}", 0},
                                                     {"[{\"a\":1}]", 0},
                                                     {"Tin = Ảnh", 0},
                                                     {"Ảnh = {", 0},
                                                     {"x = 1", 0},
                                                     {"= {", 0},
                                                     {"1 = {", 0},
                                                     {"Hội (làng) {", 0},
                                                     {"", 0}};
  for (const auto& [text, expected] : kTable) EXPECT_EQ(assignment_before_json(text), expected) << text;
}

}  // namespace
}  // namespace timbao
