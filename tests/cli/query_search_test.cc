// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: timbao-query as a process finds what a query asks for, sorts it, and ends with the right status.
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

TEST_F(QuerySearch, ExcludesByNotAsByMinus) {
  EXPECT_EQ(ids({"NOT huyện"}), ids({"--", "-huyện"}));
  EXPECT_EQ(ids({"NOT huyện"}), (Ids{"ngan-sach", "dang-ky", "odd\\tid"})) << "newest first, undated last";
  EXPECT_EQ(ids({"NOT huyện AND dang"}), Ids{"dang-ky"});
  EXPECT_EQ(ids({"NOT \"xây dựng\" NOT title:dân"}), Ids{"odd\\tid"});
  EXPECT_EQ(ids({"NOT (huyện OR phường) dang"}), Ids{});
  EXPECT_EQ(query({"-n", "0", "NOT huyện"}).out, "3 articles are found\n");
}

TEST_F(QuerySearch, FindsPhrasesInEveryKindOfQuotes) {
  for (const char* typed :
       {"“tự chuyển hóa”", "„tự chuyển hóa“", "„tự chuyển hóa”", "«tự chuyển hóa»", "＂tự chuyển hóa＂"})
    EXPECT_EQ(ids({typed}), Ids{"dang-bo"}) << typed;
  EXPECT_EQ(ids({"«chuyển tự hóa»"}), Ids{});
}

TEST_F(QuerySearch, SaysWhyNothingIsFoundOrWhatWasReadAsWords) {
  for (const char* format : {"text", "json", "jsonl", "tsv", "ids", "csv", "bibtex", "ris"}) {
    const RunResult none = query({"--format", format, "🔥"});
    EXPECT_EQ(none.status, 1);
    EXPECT_EQ(none.err, "timbao-query: the query holds no word that can be searched: '🔥'\n");
    const RunResult no_day = query({"--format", format, "ngân date:30/02/2018"});
    EXPECT_EQ(no_day.err,
              "timbao-query: 'date:30/02/2018' is no day, month, year or range of them; searched as words\n");
  }
  const Json answer = Json::parse(query({"--format=json", "(ngân date:30/02/2018"}).out);
  EXPECT_EQ(answer["notes"],
            Json::array({"'date:30/02/2018' is no day, month, year or range of them; searched as words",
                         "a bracket without its partner was read as text"}));
  EXPECT_EQ(Json::parse(query({"--batch"}, "🔥\n").out)["notes"].size(), 1U);
  EXPECT_EQ(
      query({"--from=2018", "ngân date:2017"}).err,
      "timbao-query: no day of 'date:2017-01-01..2017-12-31' lies between --from and --to: nothing can be found\n");
  EXPECT_EQ(query({"(\"ngân sách"}).err, "") << "half a bracket and half a quote are of a pasted headline";
}

TEST_F(QuerySearch, TellsApartWhatHasOneIdInTwoIndexes) {
  RunOptions other;
  other.input = R"({"id":"dang-ky","title":"Lụt ở xã bên","body":"Người dân đăng ký nhận gạo."})";
  const std::string second = directory_ / "other";
  ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--index", second, "--quiet", "add", "-"}, other).status, 0);
  const std::vector<std::string> both{"--index", second};
  const auto ask_both = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), both.begin(), both.end());
    return query(arguments);
  };
  const Json answer = Json::parse(ask_both({"--format=json", "\"khám bệnh\""}).out);
  ASSERT_EQ(answer["hits"].size(), 1U);
  EXPECT_EQ(answer["hits"][0]["index"], index());
  EXPECT_EQ(answer["hits"][0]["title"], "Người dân đăng ký lịch khám bệnh");
  for (const char* format : {"jsonl", "tsv", "text"})
    EXPECT_NE(ask_both({"--format", format, "\"khám bệnh\""}).out.find("lịch khám bệnh"), std::string::npos) << format;
  EXPECT_NE(ask_both({"--format=tsv", "\"nhận gạo\""}).out.find("Lụt ở xã bên"), std::string::npos);
  EXPECT_EQ(ask_both({"--format=ids", "id:dang-ky"}).out, "dang-ky\ndang-ky\n");
  const std::string whole = ask_both({"--show", "dang-ky"}).out;
  EXPECT_LT(whole.find("lịch khám bệnh"), whole.find("Lụt ở xã bên")) << "in the order of --index";
  EXPECT_NE(whole.find("index:   " + second + "\n"), std::string::npos) << whole;
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
    for (const std::string& line : lines_of(result.err)) {
      EXPECT_EQ(line.rfind("timbao-query: ", 0), 0U) << line;
      EXPECT_LT(line.size(), 300U) << "a note shows only the beginning of what it is about";
    }
    EXPECT_TRUE(Json::accept(result.out)) << odd.substr(0, 40);
  }
  EXPECT_EQ(query({""}).out, "no article found\n");
  EXPECT_EQ(query({""}).status, 1);
  EXPECT_EQ(query({"!!!"}).status, 1);
  EXPECT_EQ(ids({"\"S -400\" (ngân sách, \"năm"}).front(), "ngan-sach");
}

}  // namespace
}  // namespace timbao::test
