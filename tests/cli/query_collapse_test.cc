// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: `--collapse` shows one article of each story, and says how many were like it.
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

/// Two papers print one story, under titles of their own; a third article has the same words in its title only.
std::string wire_story() {
  const std::string body =
      "Sáng nay, đoàn kiểm tra của tỉnh đã xuống ba xã ven sông để xem việc gia cố đê trước mùa lũ. Trưởng đoàn yêu "
      "cầu các "
      "xã hoàn thành trước ngày 30 tháng 6, chuẩn bị đủ bao cát, rọ đá và cắt cử người trực suốt ngày đêm.";
  return R"({"id":"bao-a","title":"Gia cố đê trước mùa lũ","body":")" + body + R"(","date":"2018-05-02"})" + "\n" +
         R"({"id":"bao-b","title":"Kiểm tra đê ở ba xã","lead":"Tin của thông tấn xã.","body":")" + body +
         R"(","date":"2018-05-03"})" + "\n" + R"({"id":"khac","title":"Đê cũ, chuyện mới","date":"2018-05-01"})" + "\n";
}

class QueryCollapse : public QueryTest {
 protected:
  void SetUp() override {
    QueryTest::SetUp();
    add(wire_story());
  }
};

TEST_F(QueryCollapse, ShowsOneOfAStoryAndSaysHowManyLikeIt) {
  EXPECT_EQ(ids({"--sort=newest", "đê"}), (std::vector<std::string>{"bao-b", "bao-a", "khac"}));
  EXPECT_EQ(ids({"--sort=newest", "--collapse", "đê"}), (std::vector<std::string>{"bao-b", "khac"}));
  const std::string text = query({"--collapse", "--sort=newest", "--snippet=0", "đê"}).out;
  EXPECT_EQ(text,
            "1. Kiểm tra đê ở ba xã\n   2018-05-03\n   bao-b\n   … and 1 like it\n\n"
            "2. Đê cũ, chuyện mới\n   2018-05-01\n   khac\n\n"
            "3 articles have all the words; 1 to 2 shown\n");
}

TEST_F(QueryCollapse, CountsInJsonAndBatches) {
  const Json answer = Json::parse(query({"--collapse", "--format=json", "gia cố đê"}).out);
  for (const Json& hit : answer["hits"]) {
    EXPECT_NE(hit["id"], "bao-b");
    EXPECT_EQ(hit["collapsed"], hit["id"] == "bao-a" ? 1 : 0) << hit["id"];
  }
  EXPECT_EQ(answer["hits"][0]["id"], "bao-a");
  const auto batch = objects(query({"--batch"}, "{\"query\":\"đê\",\"collapse\":true}\nđê\n").out);
  ASSERT_EQ(batch.size(), 2U);
  EXPECT_EQ(batch[0]["hits"].size(), 2U);
  EXPECT_EQ(batch[1]["hits"].size(), 3U);
  EXPECT_FALSE(batch[1]["hits"][0].contains("collapsed"));
}

}  // namespace
}  // namespace timbao::test
