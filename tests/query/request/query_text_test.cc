// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/request/query_text.h"

#include <gtest/gtest.h>

#include <string>

#include "query/front/batch_line.h"
#include "query/front/query_options.h"
#include "query/request/request.h"

namespace timbao {
namespace {

TEST(QueryText, KeepsWellFormedTextAsItIs) {
  EXPECT_EQ(QueryText("Đảng bộ").text(), "Đảng bộ");
  EXPECT_EQ(QueryText(std::string("a\0b", 3)).text(), std::string("a\0b", 3));
  EXPECT_EQ(QueryText().text(), "");
}

TEST(QueryText, RepairsWhatIsNoUtf8WheneverItIsSet) {
  SearchRequest request;
  request.query = "h\xFFp";
  EXPECT_EQ(request.query.text(), "h\uFFFDp");
  request.query = std::string("\xC4");
  EXPECT_EQ(request.query.text(), "\uFFFD");
  request.query = request.query.text();
  EXPECT_EQ(request.query.text(), "\uFFFD") << "repairing it again changes nothing";
}

TEST(QueryText, IsRepairedWhicheverFrontSetsIt) {
  constexpr Day kToday{2018, 2, 1};
  EXPECT_EQ(parse_query_options({"h\xFFp", "\xC4"}, kToday).request.query.text(), "h\uFFFDp \uFFFD");
  EXPECT_EQ(read_batch_line("7\th\xFFp", {}).request.query.text(), "h\uFFFDp");
  EXPECT_EQ(read_batch_line("{\"query\": \"h\xFFp\"}", {}).request.query.text(), "h\uFFFDp");
}

}  // namespace
}  // namespace timbao
