// SPDX-License-Identifier: GPL-2.0-or-later
// Every kind of spelling that must be found, and what must stand first, by the programs as they are run.
#include "tests/cli/query_fixture.h"

namespace timbao::test {
namespace {

using Ids = std::vector<std::string>;

std::string line_of(const std::string& id, const std::string& title, const std::string& body) {
  return Json({{"id", id}, {"title", title}, {"body", body}}).dump() + '\n';
}

/// One article for each spelling; no two share the words that are asked for, but where that is the point.
std::string spellings() {
  return line_of("d", "Đò ngang", "Bến đò đông khách từ sớm.") +
         line_of("bare", "Tin nhan", "Chinh quyen xa nhac ba con giu gin ve sinh.") +
         line_of("nfd", "Cho\u031B\u0323 phie\u0302n", "Ngươ\u0300i ba\u0301n ma\u0306ng tre rừng.") +
         line_of("nfc", "Vườn nhãn", "Nhãn lồng chín rộ.") + line_of("oa", "Tổ hoà giải", "Khoá học ngắn ngày.") +
         line_of("uy", "Thuỷ lợi", "Lũy tre làng.") + line_of("oe", "Sức khoẻ", "Loé sáng cuối đường.") +
         line_of("capital", "ỦY BAN HỌP", "KHẨN TRƯƠNG DỌN DẸP") +
         line_of("eth", "Ðồng ruộng", "Ðê kè vững chãi, ngƣời yên tâm.") +
         line_of("soft", "Bài viết", "Hợp tác xã chế bi\u00ADến chè.") +
         line_of("zero", "Ghi chép", "Thửa ru\u200Bộng bậc thang, mùa\u200Bgặt.") +
         line_of("dots", "Thống kê", "Cả thảy 9.350 gốc bưởi.") + line_of("plain", "Kiểm kê", "Cả thảy 8240 gốc cam.") +
         line_of("groups", "Đếm lại", "Cả thảy 7 130 gốc quýt.") +
         line_of("joined", "Quy chế GD-ĐT", "Sở GD-ĐT trả lời.") +
         line_of("apart", "Quy chế GD", "Sở GD hẹn phòng ĐT trả lời.") +
         line_of("hyphen", "Phòng SARS-2", "Chốt kiểm dịch SARS-2 ở cầu.") +
         line_of("dotted", "Tàu về TP.HCM", "Ga Q.Bình Tân mở cửa.") +
         line_of("document", "Văn bản", "Theo Kết luận số 07 - KL / TƯ và 12/2019/TT-BNV, ngày 3 tháng 2 năm 2019.") +
         line_of("range", "Chặng đường", "Giai đoạn 2011 – 2013, lãi 4.5%, nhóm A1 có 25kg giống.");
}

class SearchCases : public QueryTest {
 protected:
  void SetUp() override { add(spellings()); }

  void expect_found(const std::vector<std::pair<std::string, std::string>>& cases) const {
    for (const auto& [query, id] : cases) {
      const Ids found = ids({"--match=all", "--", query});
      EXPECT_TRUE(std::find(found.begin(), found.end(), id) != found.end()) << query << " does not find " << id;
      EXPECT_LE(found.size(), 2U) << query;
    }
  }
};

TEST_F(SearchCases, MarksOfQueryAndTextMeet) {
  expect_found({{"ben do", "d"},
                {"đò", "d"},
                {"ĐÒ NGANG", "d"},
                {"giữ gìn", "bare"},
                {"chính quyền", "bare"},
                {"giu gin", "bare"},
                {"chợ phiên", "nfd"},
                {"cho phien", "nfd"},
                {"\"người bán măng\"", "nfd"},
                {"Nha\u0303n lo\u0302\u0300ng", "nfc"},
                {"nhan long", "nfc"}});
}

TEST_F(SearchCases, TonesMayStandOnEitherVowel) {
  expect_found({{"hòa giải", "oa"},
                {"khóa học", "oa"},
                {"thủy lợi", "uy"},
                {"luỹ tre", "uy"},
                {"sức khỏe", "oe"},
                {"lóe sáng", "oe"},
                {"uỷ ban", "capital"},
                {"ủy ban", "capital"},
                {"khẩn trương", "capital"}});
  EXPECT_EQ(ids({"=hòa"}), Ids{"oa"}) << "it is the same reading, not a likely one";
}

TEST_F(SearchCases, TwinsAndInvisibleLettersMeet) {
  expect_found({{"đồng ruộng", "eth"},
                {"dong ruong", "eth"},
                {"\"Ðê kè\"", "eth"},
                {"Ðò", "d"},
                {"\"người yên tâm\"", "eth"},
                {"chế biến", "soft"},
                {"\"che bien\"", "soft"},
                {"\"thửa ruộng bậc\"", "zero"},
                {"\"mùa gặt\"", "zero"}});
}

TEST_F(SearchCases, NumbersMeetByTheirValue) {
  expect_found({{"9350", "dots"},
                {"9.350", "dots"},
                {"9 350", "dots"},
                {"8.240", "plain"},
                {"8240", "plain"},
                {"7130", "groups"},
                {"7.130", "groups"},
                {"\"7130 gốc\"", "groups"},
                {"\"8 240 gốc\"", "plain"},
                {"4,5%", "range"},
                {"25kg", "range"},
                {"a1", "range"},
                {"\"2011-2013\"", "range"}});
}

TEST_F(SearchCases, JoinedFormsMeet) {
  expect_found({{"gd-đt", "joined"},
                {"gddt", "joined"},
                {"sars-2", "hyphen"},
                {"sars2", "hyphen"},
                {"SARS 2", "hyphen"},
                {"tphcm", "dotted"},
                {"hcm", "dotted"},
                {"tp hcm", "dotted"},
                {"bình tân", "dotted"}});
  EXPECT_EQ(ids({"gd-đt"}), Ids{"joined"}) << "its parts far apart are another thing";
  EXPECT_EQ(ids({"quy chế gd-đt"}).front(), "joined");
}

TEST_F(SearchCases, DocumentsAndDaysMeetInEverySpelling) {
  expect_found({{"kết luận 7", "document"},
                {"07-KL/TW", "document"},
                {"\"07-KL/TW\"", "document"},
                {"so:7-kl/tw", "document"},
                {"so:\"kết luận 07\"", "document"},
                {"thông tư 12", "document"},
                {"so:12/2019/tt-bnv", "document"},
                {"3/2/2019", "document"},
                {"03-02-2019", "document"},
                {"ngày 3 tháng 2", "document"}});
  EXPECT_EQ(ids({"so:8-kl/tw"}), Ids{});
  EXPECT_EQ(ids({"--match=all", "3/2/2018"}), Ids{});
}

/// What is typed stands above its other readings, whichever was indexed first.
class SearchReadings : public QueryTest {
 protected:
  void SetUp() override {
    add(line_of("wrong", "Sáng nay", "Tàu chở cả làng về quê ăn tết") +
        line_of("right", "Sáng nay", "Tàu chở cá làng về quê ăn tết") +
        line_of("oak", "Chiều nay", "Cửa hàng bán hoả hồ") + line_of("flower", "Chiều nay", "Cửa hàng bán hoa hồ") +
        line_of("fire", "Chiều nay", "Cửa hàng bán hỏa hồ"));
  }
};

TEST_F(SearchReadings, StandInTheOrderOfWhatWasTyped) {
  EXPECT_EQ(ids({"cá làng"}), (Ids{"right", "wrong"}));
  EXPECT_EQ(ids({"cả làng"}), (Ids{"wrong", "right"}));
  EXPECT_EQ(ids({"ca làng"}).size(), 2U);
  EXPECT_EQ(ids({"hoa"}).size(), 3U);
  EXPECT_EQ(ids({"hoả"}), (Ids{"fire", "oak", "flower"}))
      << "old and new tone style are one reading; then the plain form";
  EXPECT_EQ(ids({"hỏa"}), (Ids{"fire", "oak", "flower"}));
  EXPECT_EQ(ids({"=hoa"}), Ids{"flower"});
}

TEST_F(SearchReadings, StandInTheOrderOfWhatWasTypedInPhrasesToo) {
  EXPECT_EQ(ids({"\"chở cá\""}), Ids{"right"});
  EXPECT_EQ(ids({"\"cho ca\""}), (Ids{"right", "wrong"}));
  EXPECT_EQ(ids({"=\"chở cả\""}), Ids{"wrong"});
  EXPECT_EQ(ids({"\"cá chở\""}), Ids{});
}

/// Headlines as they are printed, each pasted as a query.
class SearchHeadlines : public QueryTest {};

TEST_F(SearchHeadlines, FindTheirOwnArticleFirst) {
  const std::vector<std::string> titles{
      "\"Lá chắn\" T -90 (bản 2) giá 1,5 tỷ: vì sao chậm?",
      "Giá điện +3%, xăng -2,5%: \"tăng\" hay 'giảm'",
      "AND, OR hay NOT: (học) tin học ra sao?",
      "title: họp báo quý I - 05/4/2019 (có ảnh)",
      "Từ 1/7, Nghị định 09/2021/NĐ-CP \"cởi trói\" cho [hợp tác xã]",
      "Sông \u201Cchết\u201D - nhìn từ KT-XH 2016- 2020",
      "+ - + Đội tuyển (U-22) thắng 3-0, \"gỡ\" thể diện",
      "=Bảy= lần lỡ hẹn (\"treo\" 10 năm",
      "\"\"Một cửa\"\" còn nhiều )cửa(",
  };
  std::string lines;
  for (std::size_t i = 0; i < titles.size(); ++i)
    lines += line_of("t" + std::to_string(i), titles[i], "Tin đang cập nhật.");
  add(lines +
      line_of("other", "Lá chắn, giá điện, tin học, họp báo, nghị định", "Sông, đội tuyển, lỡ hẹn, một cửa, cởi trói"));
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const Ids found = ids({"--", titles[i]});
    ASSERT_FALSE(found.empty()) << titles[i];
    EXPECT_EQ(found.front(), "t" + std::to_string(i)) << titles[i];
  }
}

TEST_F(SearchHeadlines, OfAnyLengthAndOfSignsAloneAreQuestions) {
  std::string much = "ngân sách";
  while (much.size() < 10'000) much += " từ số " + std::to_string(much.size());
  for (const std::string& question : {much, much + "\" (-"}) {
    const RunResult result = query({"--format=ids", question});
    EXPECT_EQ(result.out.substr(0, result.out.find('\n')), "ngan-sach");
    EXPECT_EQ(result.err, "timbao-query: only the first 1000 words of the query were read\n");
  }
  EXPECT_EQ(query({"--", "title:"}).out, "no article found\n") << "a word like any other";
  for (const char* signs : {"?!", "\"\"", "()", "- + =", "\u201C\u2026\u201D", "\u200B", "***"}) {
    const RunResult result = query({"--", signs});
    EXPECT_EQ(result.status, 1) << signs;
    EXPECT_EQ(result.out, "no article found\n") << signs;
    EXPECT_EQ(result.err, "timbao-query: the query holds no word that can be searched: '" + std::string(signs) + "'\n");
  }
}

}  // namespace
}  // namespace timbao::test
