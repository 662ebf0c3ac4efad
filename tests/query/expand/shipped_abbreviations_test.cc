// SPDX-License-Identifier: GPL-2.0-or-later
// The abbreviations of the shipped list, by field, and the ordinary words that it must leave alone.
#include <gtest/gtest.h>

#include <algorithm>

#include "query/expand/abbreviation_table.h"
#include "query/expand/abbreviations.h"
#include "tests/query/support/drafted.h"

namespace timbao {
namespace {

using test::drafted;
using test::empty_archive;
using test::expect_drafts;
using test::expect_no_drafts;
using test::expect_sound_drafts;
using test::FakeVocabulary;

/// Whether an abbreviation in a query is drafted to be `expansion`.
bool stands_for(std::string_view query, const std::string& expansion) {
  const std::vector<std::string> lines = drafted(abbreviation_drafts, query, empty_archive());
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
    const std::size_t value = line.find(" > ") + 3;
    return line.compare(value, std::string::npos, expansion) == 0;
  });
}

TEST(ShippedAbbreviations, OfPoliticsAndAdministration) {
  expect_drafts(abbreviation_drafts, empty_archive(),
                {{"bct", "bct > Bộ Chính trị"},
                 {"bbt", "bbt > Ban Bí thư"},
                 {"tbt nguyễn phú trọng", "tbt > tổng bí thư"},
                 {"ctn", "ctn > chủ tịch nước"},
                 {"ctqh", "ctqh > Chủ tịch Quốc hội"},
                 {"bt", "bt > bộ trưởng"},
                 {"bt", "bt > bí thư"},
                 {"qh", "qh > Quốc hội"},
                 {"ubtvqh", "ubtvqh > Ủy ban Thường vụ Quốc hội"},
                 {"ubmttq", "ubmttq > Ủy ban Mặt trận Tổ quốc"},
                 {"mttq", "mttq > Mặt trận Tổ quốc"},
                 {"mttq vn", "mttq vn > Mặt trận Tổ quốc Việt Nam"},
                 {"tlđlđ", "tlđlđ > Tổng Liên đoàn Lao động"},
                 {"lđlđ tphcm", "lđlđ > liên đoàn lao động"},
                 {"xhcn", "xhcn > xã hội chủ nghĩa"},
                 {"cnxh", "cnxh > chủ nghĩa xã hội"},
                 {"cnh-hđh", "cnh-hđh > công nghiệp hóa hiện đại hóa"},
                 {"cnh, hđh", "cnh, hđh > công nghiệp hóa hiện đại hóa"},
                 {"ttg", "ttg > Thủ tướng"},
                 {"vpcp", "vpcp > Văn phòng Chính phủ"},
                 {"ttcp", "ttcp > Thanh tra Chính phủ"},
                 {"ttcp", "ttcp > Thủ tướng Chính phủ"},
                 {"cchc", "cchc > cải cách hành chính"},
                 {"vbqppl", "vbqppl > văn bản quy phạm pháp luật"},
                 {"bqlda", "bqlda > ban quản lý dự án"},
                 {"gpmb", "gpmb > giải phóng mặt bằng"},
                 {"ntm", "ntm > nông thôn mới"},
                 {"pctt", "pctt > phòng chống thiên tai"},
                 {"bộ gtvt", "gtvt > giao thông vận tải"},
                 {"bộ tn-mt", "tn-mt > tài nguyên và môi trường"},
                 {"bộ tnmt", "tnmt > tài nguyên và môi trường"},
                 {"bộ nn&ptnt", "nn&ptnt > nông nghiệp và phát triển nông thôn"},
                 {"bộ lđ-tb&xh", "lđ-tb&xh > lao động thương binh và xã hội"},
                 {"bộ lđtbxh", "lđtbxh > lao động thương binh và xã hội"},
                 {"bộ kh-đt", "kh-đt > kế hoạch và đầu tư"},
                 {"bộ kh&cn", "kh&cn > khoa học và công nghệ"},
                 {"bộ tt-tt", "tt-tt > thông tin và truyền thông"},
                 {"bộ vh-tt-dl", "vh-tt-dl > văn hóa thể thao và du lịch"},
                 {"bộ vhttdl", "vhttdl > văn hóa thể thao và du lịch"},
                 {"BYT", "BYT > Bộ Y tế"},
                 {"bca", "bca > Bộ Công an"},
                 {"bqp", "bqp > Bộ Quốc phòng"},
                 {"nhnn", "nhnn > Ngân hàng Nhà nước"}});
}

TEST(ShippedAbbreviations, OfLawAndItsDocuments) {
  expect_drafts(abbreviation_drafts, empty_archive(),
                {{"tand", "tand > tòa án nhân dân"},
                 {"tandtc", "tandtc > Tòa án Nhân dân Tối cao"},
                 {"vksnd", "vksnd > viện kiểm sát nhân dân"},
                 {"vks", "vks > viện kiểm sát"},
                 {"hđxx", "hđxx > hội đồng xét xử"},
                 {"cqđt", "cqđt > cơ quan điều tra"},
                 {"csđt", "csđt > cảnh sát điều tra"},
                 {"blhs", "blhs > bộ luật hình sự"},
                 {"bltths", "bltths > bộ luật tố tụng hình sự"},
                 {"xpvphc", "xpvphc > xử phạt vi phạm hành chính"},
                 {"knTC", "knTC > khiếu nại tố cáo"},
                 {"nđ", "nđ > nghị định"},
                 {"nq", "nq > nghị quyết"},
                 {"qđ", "qđ > quyết định"},
                 {"qđ", "qđ > quy định"},
                 {"ttlt", "ttlt > thông tư liên tịch"}});
}

TEST(ShippedAbbreviations, OfPoliceArmyAndSociety) {
  expect_drafts(abbreviation_drafts, empty_archive(),
                {{"CA quận", "CA > công an"},
                 {"cand", "cand > công an nhân dân"},
                 {"qđnd", "qđnd > quân đội nhân dân"},
                 {"cskv", "cskv > cảnh sát khu vực"},
                 {"cscđ", "cscđ > cảnh sát cơ động"},
                 {"pccc", "pccc > phòng cháy chữa cháy"},
                 {"pccc&cnch", "pccc&cnch > phòng cháy chữa cháy và cứu nạn cứu hộ"},
                 {"bđbp", "bđbp > bộ đội biên phòng"},
                 {"llvt", "llvt > lực lượng vũ trang"},
                 {"dqtv", "dqtv > dân quân tự vệ"},
                 {"nvqs", "nvqs > nghĩa vụ quân sự"},
                 {"tngt", "tngt > tai nạn giao thông"},
                 {"atgt", "atgt > an toàn giao thông"},
                 {"an-qp", "an-qp > an ninh quốc phòng"},
                 {"anqp", "anqp > an ninh quốc phòng"},
                 {"qp-an", "qp-an > quốc phòng an ninh"},
                 {"anqp", "anqp > quốc phòng an ninh"},
                 {"gplx", "gplx > giấy phép lái xe"},
                 {"cmnd", "cmnd > chứng minh nhân dân"},
                 {"cccd", "cccd > căn cước công dân"},
                 {"bhxh", "bhxh > bảo hiểm xã hội"},
                 {"bhyt", "bhyt > bảo hiểm y tế"},
                 {"bhtn", "bhtn > bảo hiểm thất nghiệp"},
                 {"bv", "bv > bệnh viện"},
                 {"bvđk", "bvđk > bệnh viện đa khoa"},
                 {"vsattp", "vsattp > vệ sinh an toàn thực phẩm"},
                 {"nlđ", "nlđ > người lao động"},
                 {"xklđ", "xklđ > xuất khẩu lao động"},
                 {"dtts", "dtts > dân tộc thiểu số"},
                 {"ktx", "ktx > ký túc xá"},
                 {"thpt", "thpt > trung học phổ thông"},
                 {"thcs", "thcs > trung học cơ sở"},
                 {"gdpt", "gdpt > giáo dục phổ thông"},
                 {"đh", "đh > đại học"},
                 {"dh", "dh > đại học"},
                 {"đhqg", "đhqg > đại học quốc gia"},
                 {"sgk", "sgk > sách giáo khoa"},
                 {"pgs", "pgs > phó giáo sư"},
                 {"ts", "ts > tiến sĩ"},
                 {"ths", "ths > thạc sĩ"},
                 {"hlv", "hlv > huấn luyện viên"},
                 {"nsưt", "nsưt > nghệ sĩ ưu tú"},
                 {"nsut", "nsut > nghệ sĩ ưu tú"},
                 {"nxb", "nxb > nhà xuất bản"},
                 {"ttxvn", "ttxvn > Thông tấn xã Việt Nam"}});
}

TEST(ShippedAbbreviations, OfTheEconomyPlacesAndOrganisations) {
  expect_drafts(abbreviation_drafts, empty_archive(),
                {{"tnhh", "tnhh > trách nhiệm hữu hạn"},
                 {"công ty tnhh", "công ty tnhh > công ty trách nhiệm hữu hạn"},
                 {"cty", "cty > công ty"},
                 {"ctcp", "ctcp > công ty cổ phần"},
                 {"dnnn", "dnnn > doanh nghiệp nhà nước"},
                 {"dnnvv", "dnnvv > doanh nghiệp nhỏ và vừa"},
                 {"hđqt", "hđqt > hội đồng quản trị"},
                 {"htx", "htx > hợp tác xã"},
                 {"kcn", "kcn > khu công nghiệp"},
                 {"bđs", "bđs > bất động sản"},
                 {"bds", "bds > bất động sản"},
                 {"xnk", "xnk > xuất nhập khẩu"},
                 {"gtgt", "gtgt > giá trị gia tăng"},
                 {"VAT", "VAT > thuế giá trị gia tăng"},
                 {"nsnn", "nsnn > ngân sách nhà nước"},
                 {"fdi", "fdi > đầu tư trực tiếp nước ngoài"},
                 {"đbscl", "đbscl > đồng bằng sông Cửu Long"},
                 {"dbscl", "dbscl > đồng bằng sông Cửu Long"},
                 {"vn", "vn > Việt Nam"},
                 {"hn", "hn > Hà Nội"},
                 {"br-vt", "br-vt > Bà Rịa Vũng Tàu"},
                 {"brvt", "brvt > Bà Rịa Vũng Tàu"},
                 {"tt-huế", "tt-huế > Thừa Thiên Huế"},
                 {"tp vinh", "tp > thành phố"},
                 {"tp. vinh", "tp > thành phố"},
                 {"tx sơn tây", "tx > thị xã"},
                 {"Q. Ba Đình", "Q > quận"},
                 {"P. Bến Nghé", "P > phường"},
                 {"H. Củ Chi", "H > huyện"},
                 {"Q.7", "Q.7 > quận 7"},
                 {"Q7", "Q7 > quận 7"},
                 {"q7", "q7 > quận 7"},
                 {"q 7", "q 7 > quận 7"},
                 {"quận 7", "quận 7 > Q.7"},
                 {"quan 7", "quan 7 > Q.7"},
                 {"P.3", "P.3 > phường 3"},
                 {"p3 q5", "p3 > phường 3"},
                 {"p3 q5", "q5 > quận 5"},
                 {"ql1a", "ql1a > quốc lộ 1a"},
                 {"QL 1A", "QL 1A > quốc lộ 1a"},
                 {"quốc lộ 51", "quốc lộ 51 > QL.51"},
                 {"lhq", "lhq > Liên Hợp Quốc"},
                 {"lhq", "lhq > Liên Hiệp Quốc"},
                 {"liên hợp quốc", "liên hợp quốc > LHQ"},
                 {"liên hiệp quốc", "liên hiệp quốc > Liên Hợp Quốc"},
                 {"hđba lhq", "hđba lhq > Hội đồng Bảo an Liên Hợp Quốc"},
                 {"EU", "EU > Liên minh châu Âu"},
                 {"wto", "wto > Tổ chức Thương mại Thế giới"},
                 {"đsq", "đsq > đại sứ quán"}});
}

TEST(ShippedAbbreviations, LeaveOrdinaryWordsAlone) {
  expect_no_drafts(
      abbreviation_drafts, empty_archive(),
      {"ha",      "an",        "do",      "la",      "may",      "tu",       "so",      "the",    "ban",   "nam",
       "bo",      "ca",        "ai",      "da",      "ta",       "can",      "cat",     "cap",    "doc",   "bot",
       "coc",     "na",        "hai",     "hoa",     "tư",       "cả",       "cá",      "đá",     "tá",    "tạ",
       "và",      "va",        "o",       "u",       "a",        "e",        "i",       "y",      "q",     "p",
       "h",       "x",         "t",       "m",       "n",        "anh",      "em",      "chi",    "co",    "con",
       "ba",      "me",        "bac",     "chu",     "di",       "den",      "ve",      "ra",     "vao",   "len",
       "xuong",   "tren",      "duoi",    "trong",   "ngoai",    "truoc",    "sau",     "giua",   "ben",   "nha",
       "cua",     "duong",     "pho",     "xe",      "tau",      "thuyen",   "may bay", "nguoi",  "dan",   "quan",
       "lang",    "xa",        "huyen",   "tinh",    "nuoc",     "bien",     "dao",     "nui",    "song",  "ho",
       "rung",    "dat",       "troi",    "mua",     "nang",     "gio",      "bao",     "lu",     "lut",   "han",
       "chay",    "no",        "chet",    "song",    "khoe",     "om",       "benh",    "thuoc",  "thay",  "co giao",
       "hoc",     "thi",       "diem",    "lop",     "truong",   "sach",     "vo",      "but",    "tien",  "vang",
       "bac",     "gia",       "mua ban", "cho",     "hang",     "thue",     "luong",   "thuong", "phat",  "toi",
       "an mang", "luat",      "toa",     "xu",      "tu hinh",  "giam",     "bat",     "dang",   "đảng",  "đang",
       "họp",     "bàn",       "luận",    "kết",     "nghị",     "quyết",    "định",    "lệnh",   "chính", "phủ",
       "đoàn",    "hội",       "cho vay", "lãi",     "ngân",     "hàng",     "rượu",    "bia",    "thuốc", "lá",
       "đua",     "xe ôm",     "sổ đỏ",   "hộ khẩu", "di dời",   "sơ tán",   "cúm",     "gà",     "covid", "grab",
       "obama",   "trump",     "putin",   "boeing",  "samsung",  "facebook", "google",  "london", "paris", "tokyo",
       "2018",    "31/1/2018", "5.700",   "65%",     "1.000 tỷ", "u23",      "5g",      "f0",     "h5n1",  "b52",
       "covid-19"});
}

TEST(ShippedAbbreviations, MakeSoundDraftsOfEveryNameOfTheList) {
  const FakeVocabulary archive = empty_archive();
  std::string all;
  for (const AbbreviationRow& row : shipped_abbreviations()->rows()) {
    expect_sound_drafts(abbreviation_drafts, archive, row.form);
    expect_sound_drafts(abbreviation_drafts, archive, row.expansion + " " + row.form + " 7");
    all += row.form + " ";
  }
  expect_sound_drafts(abbreviation_drafts, archive, all);
}

TEST(ShippedAbbreviations, OfTheListAreAllFoundAsTheyAreWritten) {
  for (const AbbreviationRow& row : shipped_abbreviations()->rows()) {
    std::string form = row.form, expansion = row.expansion;
    if (form.back() == '.') form += " Bình";
    for (std::string* name : {&form, &expansion})
      if (const std::size_t sign = name->find('#'); sign != std::string::npos) name->replace(sign, 1, "7");
    if (row.share < 0.2) continue;
    EXPECT_TRUE(stands_for(form, expansion)) << row.form << ' ' << row.expansion;
  }
}

}  // namespace
}  // namespace timbao
