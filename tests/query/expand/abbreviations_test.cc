// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/abbreviations.h"

#include <gtest/gtest.h>

#include "query/expand/abbreviation_table.h"
#include "tests/query/support/drafted.h"

namespace timbao {
namespace {

using test::empty_archive;
using test::expect_drafts;
using test::expect_no_drafts;
using test::FakeVocabulary;

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

}  // namespace
}  // namespace timbao
