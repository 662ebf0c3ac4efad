// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: `--show` prints whole articles by their ids, from arguments and from standard input.
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

class QueryShow : public QueryTest {};

TEST_F(QueryShow, PrintsWholeArticles) {
  const RunResult text = query({"--show", "ngan-sach"});
  EXPECT_EQ(text.status, 0);
  EXPECT_EQ(text.out,
            "Hội đồng nhân dân tỉnh bàn ngân sách năm 2018\n"
            "\n"
            "id:      ngan-sach\n"
            "date:    2018-01-31T08:01:00+07:00\n"
            "author:  Nguyễn An, Hà Thu\n"
            "source:  Báo tỉnh\n"
            "section: Thời sự\n"
            "url:     https://example.vn/ngan-sach.html\n"
            "\n"
            "Kỳ họp thứ sáu quyết định nhiều việc lớn.\n"
            "\n"
            "Đại biểu thảo luận phân bổ 5.700 tỷ đồng.\n"
            "\n"
            "Chủ tọa nhắc việc bàn giao đất theo Chỉ thị 05-CT/TW.\n"
            "\n"
            "[Quang cảnh hội trường. Ảnh: Hà Thu]\n");
}

TEST_F(QueryShow, PrintsAnObjectALineInTheOrderOfIds) {
  const RunResult json = query({"--show", "--format=json", "dang-ky", "-", "ngan-sach"}, "dang-bo\n\nodd\tid\n");
  EXPECT_EQ(json.status, 0) << json.err;
  const std::vector<Json> articles = objects(json.out);
  ASSERT_EQ(articles.size(), 4U);
  EXPECT_EQ(articles[0]["id"], "dang-ky");
  EXPECT_EQ(articles[1]["author"], "Lê Bình");
  EXPECT_EQ(articles[2]["title"], "Dòng có tab\tvà gạch \\ chéo <đậm>");
  EXPECT_EQ(articles[3]["author"], Json::array({"Nguyễn An", "Hà Thu"}));
  EXPECT_EQ(articles[3]["captions"], Json::array({"Quang cảnh hội trường. Ảnh: Hà Thu"}));
}

TEST_F(QueryShow, TellsUnknownIdsAndShowsTheOthers) {
  const RunResult result = query({"--show", "--format=json", "dang-ky", "vắng", "dang-bo"});
  EXPECT_EQ(result.status, 1);
  EXPECT_EQ(result.err, "timbao-query: no article has the id 'vắng'\n");
  EXPECT_EQ(objects(result.out).size(), 2U);
}

TEST_F(QueryShow, ReadsTheIdsOfAnotherQuery) {
  const std::string program = std::string(TIMBAO_QUERY_BIN) + " --index " + index();
  const RunResult result =
      run({"bash", "-c", program + " -n all --format ids date:2017 | " + program + " --show --format json -"});
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(objects(result.out).size(), 2U);
}

}  // namespace
}  // namespace timbao::test
