// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/record_nest.h"

#include <gtest/gtest.h>

#include <string>

namespace timbao {
namespace {

TEST(RecordNest, IsTheNumberOfObjectsAroundARecord) {
  const std::string record = R"({"title":"Đê điều","body":"Bà con họp."})";
  const std::pair<std::string, std::size_t> kTable[]{
      {record, 0},
      {"[" + record + "]", 0},
      {R"({"data":[)" + record, 1},
      {R"({"meta":{"title":"Báo"},"data":[)" + record, 1},
      {R"({"response":{"docs":[)" + record, 2},
      {R"({"a1":)" + record + R"(,"a2":)" + record, 1},
      {R"({"hits":{"hits":[{"_id":"1","_source":)" + record, 2},
      {R"({"_id":"1","_source":)" + record, 0},
      {R"({"title":"Báo làng","description":"Tin","items":[)" + record, 1},
      {R"({"title":"Đê","summary":"Lũ","link":"x","related":[{"title":"a","url":"b"}])", 0},
      {R"({"title":"Đê","body":"Lũ","related":[)" + record + "]}", 0},
      {R"([{"type":"header"},{"type":"table","name":"tin","data":[)" + record, 1},
      {R"([{"text":"Lũ","id":1,"metadata":{"title":"Đê","body":"x","url":"y"}}])", 0},
      {R"({"metadata":{"title":"Bộ tin","body":"x"},"records":[)" + record, 1},
      {R"({"id":1,"url":"x"})", 0},
      {"", 0},
      {"Tin vắn", 0},
      {"{\"", 0},
      {std::string(100'000, '{'), 0}};
  for (const auto& [head, expected] : kTable) EXPECT_EQ(objects_around_records(head), expected) << head.substr(0, 100);
}

}  // namespace
}  // namespace timbao
