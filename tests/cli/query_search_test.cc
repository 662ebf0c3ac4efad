// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

using Ids = std::vector<std::string>;
class QuerySearch : public QueryTest {};

TEST_F(QuerySearch, FindsWithAndWithoutMarks) {
  EXPECT_EQ(ids({"ngan sach"}).front(), "ngan-sach");
  EXPECT_EQ(ids({"ngân sách"}).front(), "ngan-sach");
  EXPECT_EQ(ids({"Đảng"}).front(), "dang-bo");
  EXPECT_EQ(ids({"đăng"}).front(), "dang-ky");
  EXPECT_EQ(ids({"--match", "all", "--sort", "newest", "dang"}), (Ids{"dang-bo", "dang-ky"}));
  EXPECT_EQ(ids({"=đăng"}), Ids{"dang-ky"});
  EXPECT_EQ(ids({"--marks=strict", "đảng"}), Ids{"dang-bo"});
}

TEST_F(QuerySearch, FindsPhrasesNumbersAndDocuments) {
  EXPECT_EQ(ids({"\"tự chuyển hóa\""}), Ids{"dang-bo"});
  EXPECT_EQ(ids({"\"tu chuyen hoa\""}), Ids{"dang-bo"});
  EXPECT_EQ(ids({"\"chuyển tự hóa\""}), Ids{});
  EXPECT_EQ(ids({"5700"}), Ids{"ngan-sach"});
  EXPECT_EQ(ids({"so:05-ct/tw"}), Ids{"ngan-sach"});
  EXPECT_EQ(ids({"--match=all", "chỉ thị 5"}), Ids{"ngan-sach"});
}

TEST_F(QuerySearch, FindsByFields) {
  EXPECT_EQ(ids({"title:\"xây dựng\""}), Ids{"dang-bo"});
  EXPECT_EQ(ids({"lead:kỳ"}), Ids{"ngan-sach"});
  EXPECT_EQ(ids({"body:phường"}), Ids{"dang-ky"});
  EXPECT_EQ(ids({"caption:\"hội trường\""}), Ids{"ngan-sach"});
  EXPECT_EQ(ids({"author:\"nguyen an\""}), Ids{"ngan-sach"});
  EXPECT_EQ(ids({"source:\"bao huyen\""}), Ids{"dang-bo"});
  EXPECT_EQ(ids({"section:\"Thời sự\""}), Ids{"ngan-sach"});
  EXPECT_EQ(ids({"id:dang-ky"}), Ids{"dang-ky"});
  EXPECT_EQ(ids({"url:example.vn/ngan-sach.html"}), Ids{"ngan-sach"});
  EXPECT_EQ(ids({"url:example.vn"}), Ids{"ngan-sach"});
  EXPECT_EQ(ids({"date:2018-01"}), Ids{"ngan-sach"});
  EXPECT_EQ(ids({"--sort=oldest", "date:2017"}), (Ids{"dang-ky", "dang-bo"}));
  EXPECT_EQ(ids({"--sort=oldest", "id:dang-ky id:dang-bo"}), (Ids{"dang-ky", "dang-bo"}));
  EXPECT_EQ(ids({"date:2018 id:dang-ky"}), Ids{});
}

TEST_F(QuerySearch, ObeysOperators) {
  EXPECT_EQ(ids({"huyện OR phường", "--sort=newest"}), (Ids{"dang-bo", "dang-ky"}));
  EXPECT_EQ(ids({"dang NOT huyện"}), Ids{"dang-ky"});
  EXPECT_EQ(ids({"--", "dang -huyện"}), Ids{"dang-ky"});
  EXPECT_EQ(ids({"xây dựng AND huyện ủy"}), Ids{"dang-bo"});
  EXPECT_EQ(ids({"xây dựng AND phường"}), Ids{});
  EXPECT_EQ(ids({"+dang +\"nhà văn hóa\""}), Ids{"dang-ky"});
}

TEST_F(QuerySearch, SortsAndRestrictsByDays) {
  const std::string any = "dang OR ngân OR tab";
  EXPECT_EQ(ids({"--sort=newest", any}), (Ids{"ngan-sach", "dang-bo", "dang-ky", "odd\\tid"}));
  EXPECT_EQ(ids({"--sort=oldest", any}), (Ids{"dang-ky", "dang-bo", "ngan-sach", "odd\\tid"}));
  EXPECT_EQ(ids({"--sort=title", any}).size(), 4U);
  EXPECT_EQ(ids({"--sort=newest", "--from=12/2017", any}), (Ids{"ngan-sach", "dang-bo"}));
  EXPECT_EQ(ids({"--sort=newest", "--to=05/12/2017", any}), (Ids{"dang-bo", "dang-ky"}));
  EXPECT_EQ(ids({"--from=2018-01-31", "--to=2018-01-31", any}), Ids{"ngan-sach"});
}

TEST_F(QuerySearch, GivesPagesThatJoin) {
  const std::string any = "dang OR ngân OR tab";
  const Ids all = ids({"-n", "all", any});
  ASSERT_EQ(all.size(), 4U);
  Ids joined;
  for (const char* offset : {"0", "1", "2", "3"})
    for (const std::string& id : ids({"-n", "1", "--offset", offset, any})) joined.push_back(id);
  EXPECT_EQ(joined, ids({any}));
  EXPECT_EQ(query({"--offset", "4", any}).status, 1) << "a page past the end";
  EXPECT_EQ(query({"-n", "0", any}).status, 0);
  EXPECT_EQ(query({"-n", "0", any}).out, "4 articles have all the words\n");
  EXPECT_EQ(query({"-n", "0", "vắngbóng"}).status, 1);
}

TEST_F(QuerySearch, AnswersAnyTextAtAll) {
  std::string much;
  while (much.size() < 10'000) much += "ngân sách (\"năm -2018 ";
  for (const std::string& odd : {much, std::string(10'000, '('), std::string(10'000, '"'), std::string(10'000, 'a'),
                                 std::string("!?…—\u201C\u201D()[]{}<>"), std::string("\"ngân sách"),
                                 std::string("((ngân OR sách"), std::string("AND OR NOT"), std::string(""),
                                 std::string("\xFF\xFEngân"), std::string("date:hôm so:x source:!!! \"\"")}) {
    const RunResult result = query({"--format=json", "--", odd});
    EXPECT_LE(result.status, 1) << odd.substr(0, 40);
    EXPECT_EQ(result.err, "");
    EXPECT_TRUE(Json::accept(result.out)) << odd.substr(0, 40);
  }
  EXPECT_EQ(query({""}).out, "no article found\n");
  EXPECT_EQ(query({""}).status, 1);
  EXPECT_EQ(query({"!!!"}).status, 1);
  EXPECT_EQ(ids({"\"S -400\" (ngân sách, \"năm"}).front(), "ngan-sach");
}

}  // namespace
}  // namespace timbao::test
