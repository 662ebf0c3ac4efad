// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/record_text.h"

#include <gtest/gtest.h>

#include "common/base/json.h"

namespace timbao {
namespace {

TEST(RecordText, IsJsonOnceItsControlsAreEscaped) {
  RecordText row;
  for (int round = 0; round < 2; ++round) {
    row.begin();
    row.add("title", "Đê \"mới\" \\ \x01");
    row.add("none", "");
    row.add("một\nhai", "a\r\nb");
    std::string& text = row.end();
    EXPECT_FALSE(Json::accept(text)) << "the controls may be letters of another charset, so they stay";
    escape_controls(text);
    const Json expected{{"title", "Đê \"mới\" \\ \x01"}, {"một\nhai", "a\r\nb"}};
    EXPECT_EQ(Json::parse(text), expected);
  }
}

TEST(RecordText, OfARowWithoutValuesIsAnEmptyObject) {
  RecordText row;
  row.begin();
  row.add("a", "");
  EXPECT_EQ(row.end(), "{}");
}

}  // namespace
}  // namespace timbao
