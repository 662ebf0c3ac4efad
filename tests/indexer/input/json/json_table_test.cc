// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_table.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

using Texts = std::vector<std::string>;

Texts records_of(std::string_view text) {
  const JsonTable table(text);
  Texts records;
  for (std::size_t row = 0; row < table.rows(); ++row) records.push_back(table.record(row));
  if (!table.is_whole()) records.emplace_back("<not whole>");
  return records;
}

TEST(JsonTable, IsReadByColumnsAndByRows) {
  const Texts expected{R"({"title":"Đê \"mới\"","tags":["a",{"b":1}]})", R"({"title":"Lũ, }]","tags":null})"};
  for (const char* text :
       {R"({"title":{"0":"Đê \"mới\"","7":"Lũ, }]"},"tags":{"0":["a",{"b":1}],"7":null}})",
        R"({"columns":["title","tags"],"index":[0,7],"data":[["Đê \"mới\"",["a",{"b":1}]],["Lũ, }]",null]]})",
        R"( [ [ "title" , "tags" ] , [ "Đê \"mới\"" , ["a",{"b":1}] ] , [ "Lũ, }]" , null ] ] )"}) {
    EXPECT_TRUE(begins_json_table(std::string_view(text).substr(text[0] == ' ' ? 1 : 0))) << text;
    EXPECT_EQ(records_of(text), expected) << text;
  }
}

TEST(JsonTable, PutsCellsIntoTheRowOfTheirLabel) {
  EXPECT_EQ(records_of(R"({"title":{"0":"a","1":"b"},"body":{"1":"y","2":"z"}})"),
            (Texts{R"({"title":"a"})", R"({"title":"b","body":"y"})", R"({"body":"z"})"}));
}

TEST(JsonTable, NumbersColumnsWithoutAName) {
  EXPECT_EQ(records_of(R"({"columns":["title",1,null],"data":[["a",8,"x"]]})"),
            (Texts{R"({"title":"a","column 2":8,"column 3":"x"})"}));
}

TEST(JsonTable, SaysThatRowsAreMissing) {
  EXPECT_EQ(records_of(R"({"title":{"0":"a","1":"b)"), (Texts{R"({"title":"a"})", "<not whole>"}));
  EXPECT_EQ(records_of(R"([["title"],["a","khác"],["b"]])"),
            (Texts{R"({"title":"a"})", R"({"title":"b"})", "<not whole>"}));
  std::string many = "[[\"title\"]";
  for (std::size_t row = 0; row <= JsonTable::kMostCells; ++row) many += ",[]";
  EXPECT_FALSE(JsonTable(many + "]").is_whole());
}

TEST(JsonTable, IsToldFromRecords) {
  for (const char* text :
       {R"({"title":{"rendered":"a"}})", R"({"0":{"title":"a"}})", R"({"a":{"0":{"title":"b"}}})", R"({"columns":3})",
        R"([{"title":"a"}])", R"([[1,2],[3,4]])", R"([["title"]])", R"(["title"])", "[", "{", ""})
    EXPECT_FALSE(begins_json_table(text)) << text;
}

}  // namespace
}  // namespace timbao
