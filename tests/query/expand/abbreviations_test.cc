// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/abbreviations.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "query/expand/abbreviation_table.h"
#include "tests/query/support/drafted.h"

namespace timbao {
namespace {

using test::drafted;
using test::expect_drafts;
using test::expect_no_drafts;
using test::expect_sound_drafts;
using test::FakeVocabulary;

FakeVocabulary empty_archive() { return {100, {}}; }

/// The drafts of a text, with a request of the test's own.
std::vector<Draft> drafts_of(std::string_view query, const Vocabulary& vocabulary, const SearchRequest& request = {}) {
  Tokenizer tokenizer;
  const TokenizedText text = tokenizer.tokenize(query);
  return abbreviation_drafts({query, text, vocabulary, request});
}

/// The weight of a draft; 0 where there is none.
double weight_of(const std::vector<Draft>& drafts, std::string_view value) {
  for (const Draft& draft : drafts)
    if (draft.value == value) return draft.weight;
  return 0;
}

TEST(Abbreviations, AreReadInAnyLettersAndJoiners) {
  expect_drafts(abbreviation_drafts, empty_archive(),
                {{"csgt", "csgt > cảnh sát giao thông"},
                 {"CSGT", "CSGT > cảnh sát giao thông"},
                 {"Csgt", "Csgt > cảnh sát giao thông"},
                 {"C.S.G.T", "C.S.G.T > cảnh sát giao thông"},
                 {"U.B.N.D", "U.B.N.D > ủy ban nhân dân"},
                 {"ubnd", "ubnd > ủy ban nhân dân"},
                 {"UBND", "UBND > ủy ban nhân dân"},
                 {"hđnd", "hđnd > hội đồng nhân dân"},
                 {"hdnd", "hdnd > hội đồng nhân dân"},
                 {"HDND", "HDND > hội đồng nhân dân"},
                 {"HĐND", "HĐND > hội đồng nhân dân"},
                 {"đbqh", "đbqh > đại biểu Quốc hội"},
                 {"dbqh", "dbqh > đại biểu Quốc hội"},
                 {"kt-xh", "kt-xh > kinh tế xã hội"},
                 {"ktxh", "ktxh > kinh tế xã hội"},
                 {"KT-XH", "KT-XH > kinh tế xã hội"},
                 {"kt xh", "kt xh > kinh tế xã hội"},
                 {"KT&XH", "KT&XH > kinh tế xã hội"},
                 {"KT - XH", "KT - XH > kinh tế xã hội"},
                 {"gd-đt", "gd-đt > giáo dục và đào tạo"},
                 {"gd&đt", "gd&đt > giáo dục và đào tạo"},
                 {"gdđt", "gdđt > giáo dục và đào tạo"},
                 {"gddt", "gddt > giáo dục và đào tạo"},
                 {"GD & ĐT", "GD & ĐT > giáo dục và đào tạo"},
                 {"gd và đt", "gd và đt > giáo dục và đào tạo"},
                 {"gd va dt", "gd va dt > giáo dục và đào tạo"},
                 {"gd-đt", "gd-đt > giáo dục đào tạo"},
                 {"tp.hcm", "tp.hcm > Thành phố Hồ Chí Minh"},
                 {"TP.HCM", "TP.HCM > Thành phố Hồ Chí Minh"},
                 {"TP. HCM", "TP. HCM > Thành phố Hồ Chí Minh"},
                 {"TP HCM", "TP HCM > Thành phố Hồ Chí Minh"},
                 {"tphcm", "tphcm > Thành phố Hồ Chí Minh"},
                 {"TPHCM", "TPHCM > Thành phố Hồ Chí Minh"},
                 {"Tp.HCM", "Tp.HCM > Thành phố Hồ Chí Minh"},
                 {"tp-hcm", "tp-hcm > Thành phố Hồ Chí Minh"},
                 {"tphcm", "tphcm > Sài Gòn"},
                 {"tphcm", "tphcm > TP Hồ Chí Minh"},
                 {"tphcm", "tphcm > HCM"},
                 {"tp hcm", "tp hcm > TPHCM"},
                 {"hcm", "hcm > Thành phố Hồ Chí Minh"},
                 {"Tp. Hồ Chí Minh", "Tp. Hồ Chí Minh > TP.HCM"},
                 {"tp ho chi minh", "tp ho chi minh > Thành phố Hồ Chí Minh"},
                 {"sai gon", "sai gon > Thành phố Hồ Chí Minh"},
                 {"Sài Gòn", "Sài Gòn > TP.HCM"},
                 {"tw", "tw > trung ương"},
                 {"TW", "TW > trung ương"},
                 {"T.Ư", "T.Ư > trung ương"},
                 {"t.ư", "t.ư > trung ương"},
                 {"BCH TW", "BCH TW > Ban Chấp hành Trung ương"},
                 {"bchtw", "bchtw > Ban Chấp hành Trung ương"},
                 {"UBKT TƯ", "UBKT TƯ > Ủy ban Kiểm tra Trung ương"},
                 {"ubkttw", "ubkttw > Ủy ban Kiểm tra Trung ương"}});
}

TEST(Abbreviations, AreReadWithAllOfTheirMarksOrNone) {
  expect_drafts(abbreviation_drafts, empty_archive(),
                {{"hđxx", "hđxx > hội đồng xét xử"}, {"hdxx", "hdxx > hội đồng xét xử"}, {"đt", "đt > đào tạo"}});
  expect_no_drafts(abbreviation_drafts, empty_archive(), {"đbxh", "ụbnd", "csgđ", "hđxẍ"});
  // ĐN is Đà Nẵng; "dn" may be a doanh nghiệp too, and "đn" may not.
  EXPECT_GT(weight_of(drafts_of("dn", empty_archive()), "doanh nghiệp"), 0);
  EXPECT_GT(weight_of(drafts_of("dn", empty_archive()), "Đà Nẵng"), 0);
  EXPECT_EQ(weight_of(drafts_of("đn", empty_archive()), "doanh nghiệp"), 0);
}

TEST(Abbreviations, OfPoliticsAdministrationAndLaw) {
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
                 {"nhnn", "nhnn > Ngân hàng Nhà nước"},
                 {"tand", "tand > tòa án nhân dân"},
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

TEST(Abbreviations, OfPoliceArmyAndSociety) {
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

TEST(Abbreviations, OfTheEconomyPlacesAndOrganisations) {
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

TEST(Abbreviations, AreFoundForWhatTheyStandFor) {
  expect_drafts(abbreviation_drafts, empty_archive(),
                {{"cảnh sát giao thông", "cảnh sát giao thông > CSGT"},
                 {"canh sat giao thong", "canh sat giao thong > CSGT"},
                 {"Cảnh sát giao thông", "Cảnh sát giao thông > CSGT"},
                 {"uỷ ban nhân dân", "uỷ ban nhân dân > UBND"},
                 {"ủy ban nhan dan", "ủy ban nhan dan > UBND"},
                 {"thành phố hồ chí minh", "thành phố hồ chí minh > TP.HCM"},
                 {"thanh pho ho chi minh", "thanh pho ho chi minh > TP.HCM"},
                 {"thành phố hồ chí minh", "thành phố hồ chí minh > Sài Gòn"},
                 {"tai nạn giao thông", "tai nạn giao thông > TNGT"},
                 {"bảo hiểm xã hội", "bảo hiểm xã hội > BHXH"},
                 {"giáo dục và đào tạo", "giáo dục và đào tạo > GD-ĐT"},
                 {"giáo dục đào tạo", "giáo dục đào tạo > GD-ĐT"},
                 {"giáo dục - đào tạo", "giáo dục - đào tạo > giáo dục và đào tạo"},
                 {"kinh tế - xã hội", "kinh tế - xã hội > KT-XH"},
                 {"phòng cháy, chữa cháy", "phòng cháy, chữa cháy > PCCC"},
                 {"phòng cháy và chữa cháy", "phòng cháy và chữa cháy > PCCC"},
                 {"lao động, thương binh và xã hội", "lao động, thương binh và xã hội > LĐ-TBXH"},
                 {"mặt trận tổ quốc việt nam", "mặt trận tổ quốc việt nam > MTTQ-VN"},
                 {"mặt trận tổ quốc việt nam", "mặt trận tổ quốc > MTTQ"},
                 {"đồng bằng sông cửu long", "đồng bằng sông cửu long > ĐBSCL"},
                 {"đại biểu quốc hội", "đại biểu quốc hội > ĐBQH"},
                 {"dai bieu quoc hoi", "dai bieu quoc hoi > ĐBQH"},
                 {"viện kiểm sát", "viện kiểm sát > VKS"},
                 {"bất động sản", "bất động sản > BĐS"}});
}

TEST(Abbreviations, OfTwoLettersAreNeverProposed) {
  expect_no_drafts(abbreviation_drafts, empty_archive(),
                   {"công an", "thành phố", "quốc hội", "việt nam", "hà nội", "đại học", "nghị quyết", "bộ trưởng",
                    "bí thư", "doanh nghiệp", "bệnh viện", "chỉ thị", "thị xã", "quận", "phường"});
}

TEST(Abbreviations, LeaveOrdinaryWordsAlone) {
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

TEST(Abbreviations, ThatAreOrdinarySyllablesNeedCapitals) {
  expect_drafts(abbreviation_drafts, empty_archive(),
                {{"CA Hà Nội", "CA > công an"}, {"hội nghị TƯ", "TƯ > trung ương"}, {"AI", "AI > trí tuệ nhân tạo"}});
  expect_no_drafts(abbreviation_drafts, empty_archive(), {"ca mổ", "Ca mổ", "thứ tư", "Tư", "ai", "Ai", "bot", "Doc"});
}

TEST(Abbreviations, AreNotToldByCapitalsWhereEverythingIsInCapitals) {
  expect_no_drafts(abbreviation_drafts, empty_archive(), {"AI LA NGUOI", "CA SĨ HÁT", "THỨ TƯ TUẦN SAU"});
  expect_drafts(abbreviation_drafts, empty_archive(), {{"CSGT BẮT XE", "CSGT > cảnh sát giao thông"}});
}

TEST(Abbreviations, InitialsOfPersonsAreNone) {
  expect_no_drafts(abbreviation_drafts, empty_archive(), {"N.T.H", "V.K.S", "T.T.H", "H. T.", "Q. A.", "P.", "H"});
}

TEST(Abbreviations, WithSeveralMeaningsShareTheWeight) {
  const std::vector<Draft> drafts = drafts_of("ct", empty_archive());
  double sum = 0;
  for (const Draft& draft : drafts) sum += draft.weight;
  EXPECT_LE(sum, 0.9 + 1e-9);
  EXPECT_GT(weight_of(drafts, "chủ tịch"), weight_of(drafts, "chương trình"));
  EXPECT_DOUBLE_EQ(weight_of(drafts_of("csgt", empty_archive()), "cảnh sát giao thông"), 0.9);
}

TEST(Abbreviations, AreToldApartByTheWordBehind) {
  const FakeVocabulary archive(1000, {{"truong~72", 200}, {"thu~7", 200}, {"Btruong cong", 60}, {"Bthu quan", 40}});
  const std::vector<Draft> trade = drafts_of("bt công thương", archive), district = drafts_of("bt quận", archive);
  EXPECT_GT(weight_of(trade, "bộ trưởng"), 0.7);
  EXPECT_EQ(weight_of(trade, "bí thư"), 0);
  EXPECT_GT(weight_of(district, "bí thư"), 0.7);
  EXPECT_EQ(weight_of(district, "bộ trưởng"), 0);
}

TEST(Abbreviations, AreToldApartByTheWordBefore) {
  const FakeVocabulary archive(1000, {{"quoc~61", 200}, {"quy~", 200}, {"Blam quy", 50}});
  EXPECT_GT(weight_of(drafts_of("làm qh", archive), "quy hoạch"), 0.7);
  EXPECT_GT(weight_of(drafts_of("qh", archive), "Quốc hội"), 0.7);
}

TEST(Abbreviations, BeforeANumberAreDocumentsWhereTheyMayBe) {
  const std::vector<Draft> drafts = drafts_of("tt 45 giấy tờ", empty_archive());
  EXPECT_GT(weight_of(drafts, "thông tư"), 0);
  EXPECT_EQ(weight_of(drafts, "thủ tướng"), 0);
}

TEST(Abbreviations, OfALongerNameAreLeftOut) {
  for (const Draft& draft : drafts_of("tp hcm", empty_archive())) EXPECT_EQ(draft.count, 2U) << draft.value;
}

TEST(Abbreviations, OfTheUserAreReadBesideThoseThatAreShipped) {
  SearchRequest request;
  request.abbreviations = abbreviations_with(read_abbreviation_rows("XYZQ = Xưởng yên ngựa\nan = anh ninh", "mine"));
  EXPECT_DOUBLE_EQ(weight_of(drafts_of("xyzq", empty_archive(), request), "Xưởng yên ngựa"), 0.9);
  EXPECT_DOUBLE_EQ(weight_of(drafts_of("csgt", empty_archive(), request), "cảnh sát giao thông"), 0.9);
  // A form in small letters needs no capitals, whatever word it is.
  EXPECT_DOUBLE_EQ(weight_of(drafts_of("an", empty_archive(), request), "anh ninh"), 0.9);
}

TEST(Abbreviations, MakeSoundDraftsOfEveryNameOfTheList) {
  const FakeVocabulary archive = empty_archive();
  std::string all;
  for (const AbbreviationRow& row : shipped_abbreviations()->rows()) {
    expect_sound_drafts(abbreviation_drafts, archive, row.form);
    expect_sound_drafts(abbreviation_drafts, archive, row.expansion + " " + row.form + " 7");
    all += row.form + " ";
  }
  expect_sound_drafts(abbreviation_drafts, archive, all);
}

TEST(Abbreviations, OfTheListAreAllFoundAsTheyAreWritten) {
  const FakeVocabulary archive = empty_archive();
  for (const AbbreviationRow& row : shipped_abbreviations()->rows()) {
    std::string form = row.form, expansion = row.expansion;
    if (form.back() == '.') form += " Bình";
    for (std::string* name : {&form, &expansion})
      if (const std::size_t sign = name->find('#'); sign != std::string::npos) name->replace(sign, 1, "7");
    if (row.share < 0.2) continue;
    EXPECT_GT(weight_of(drafts_of(form, archive), expansion), 0) << row.form << ' ' << row.expansion;
  }
}

}  // namespace
}  // namespace timbao
