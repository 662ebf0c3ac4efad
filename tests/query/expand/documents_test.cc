// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/documents.h"

#include <gtest/gtest.h>

#include "tests/query/support/drafted.h"

namespace timbao {
namespace {

using test::expect_drafts;
using test::expect_no_drafts;
using test::FakeVocabulary;

/// An archive that names some documents.
FakeVocabulary archive() {
  return {100, {{"Onq 18", 5},          {"Onq 4", 2},           {"O18/nq/tw", 3},        {"O18/2017/nq/cp", 1},
                {"Ond 100", 4},         {"O100/2019/nd/cp", 3}, {"O100/2015/nd/cp", 1},  {"Oct 5", 6},
                {"O5/ct/tw", 2},        {"Ott 8", 2},           {"O8/2019/tt/bgddt", 2}, {"O8/2018/tt/bct", 1},
                {"Oqd 49", 2},          {"Oqd 102", 2},         {"O102/qd/tw", 2},       {"Oluat 59", 2},
                {"O59/2020/qh14", 2},   {"Okl 21", 1},          {"Ohd 36", 1},           {"Okh 7", 1},
                {"Oda 6", 1},           {"Otb 12", 1},          {"Obc 15", 1},           {"Ocd 3", 1},
                {"Ottr 9", 1},          {"Opl 34", 1},          {"O1234/cv/vpcp", 1},    {"O15/ttlt/byt/btc", 1},
                {"O3/2019/nqlt/cp", 1}, {"Ond 12a", 1},         {"Oqd 1989", 1}}};
}

TEST(Documents, AreReadByTheirAbbreviation) {
  expect_drafts(document_drafts, archive(),
                {{"nq 18", "nq 18 > nghị quyết 18 [Onq 18]"},
                 {"nq 18", "nq 18 > nghị quyết số 18"},
                 {"NQ 18", "NQ 18 > nghị quyết 18 [Onq 18]"},
                 {"Nq 18 về tinh gọn", "Nq 18 > nghị quyết 18 [Onq 18]"},
                 {"thực hiện nq 18", "nq 18 > nghị quyết 18 [Onq 18]"},
                 {"nq số 18", "nq số 18 > nghị quyết 18 [Onq 18]"},
                 {"nq so 18", "nq so 18 > nghị quyết 18 [Onq 18]"},
                 {"nq số: 18", "nq số: 18 > nghị quyết 18 [Onq 18]"},
                 {"nq18", "nq18 > nghị quyết 18 [Onq 18]"},
                 {"NQ18", "NQ18 > nghị quyết 18 [Onq 18]"},
                 {"nq-18", "nq-18 > nghị quyết 18 [Onq 18]"},
                 {"nq.18", "nq.18 > nghị quyết 18 [Onq 18]"},
                 {"nq 04", "nq 04 > nghị quyết 4 [Onq 4]"},
                 {"nq 4", "nq 4 > nghị quyết 4 [Onq 4]"},
                 {"nđ 100", "nđ 100 > nghị định 100 [Ond 100]"},
                 {"NĐ 100", "NĐ 100 > nghị định 100 [Ond 100]"},
                 {"nd 100", "nd 100 > nghị định 100 [Ond 100]"},
                 {"ND 100", "ND 100 > nghị định 100 [Ond 100]"},
                 {"nđ100", "nđ100 > nghị định 100 [Ond 100]"},
                 {"nd100", "nd100 > nghị định 100 [Ond 100]"},
                 {"nđ-100", "nđ-100 > nghị định 100 [Ond 100]"},
                 {"nđ số 100", "nđ số 100 > nghị định 100 [Ond 100]"},
                 {"nd so 100 nong do con", "nd so 100 > nghị định 100 [Ond 100]"},
                 {"nđ 100 nồng độ cồn", "nđ 100 > nghị định số 100"},
                 {"nđ 12a", "nđ 12a > nghị định 12a [Ond 12a]"},
                 {"nd12a", "nd12a > nghị định 12a [Ond 12a]"},
                 {"ct 05", "ct 05 > chỉ thị 5 [Oct 5]"},
                 {"CT 05", "CT 05 > chỉ thị 5 [Oct 5]"},
                 {"ct 5", "ct 5 > chỉ thị số 5"},
                 {"ct05", "ct05 > chỉ thị 5 [Oct 5]"},
                 {"ct số 05", "ct số 05 > chỉ thị 5 [Oct 5]"},
                 {"học tập ct 05", "ct 05 > chỉ thị 5 [Oct 5]"},
                 {"tt 08", "tt 08 > thông tư 8 [Ott 8]"},
                 {"TT 8", "TT 8 > thông tư 8 [Ott 8]"},
                 {"tt08", "tt08 > thông tư 8 [Ott 8]"},
                 {"qđ 49", "qđ 49 > quyết định 49 [Oqd 49]"},
                 {"QĐ 49", "QĐ 49 > quy định 49"},
                 {"qd 49", "qd 49 > quyết định 49 [Oqd 49]"},
                 {"qd 49", "qd 49 > quy định số 49"},
                 {"qd49", "qd49 > quyết định 49 [Oqd 49]"},
                 {"qyđ 102", "qyđ 102 > quy định 102 [Oqd 102]"},
                 {"QĐ 102 kỷ luật", "QĐ 102 > quyết định 102 [Oqd 102]"},
                 {"qđ 1989", "qđ 1989 > quyết định 1989 [Oqd 1989]"},
                 {"kl 21", "kl 21 > kết luận 21 [Okl 21]"},
                 {"KL 21-KL", "21-KL > kết luận 21 [Okl 21]"},
                 {"hd 36", "hd 36 > hướng dẫn 36 [Ohd 36]"},
                 {"kh 07", "kh 07 > kế hoạch 7 [Okh 7]"},
                 {"ĐA 06", "ĐA 06 > đề án 6 [Oda 6]"},
                 {"DA 06", "DA 06 > đề án 6 [Oda 6]"},
                 {"tb 12", "tb 12 > thông báo 12 [Otb 12]"},
                 {"bc 15", "bc 15 > báo cáo 15 [Obc 15]"},
                 {"cđ 03", "cđ 03 > công điện 3 [Ocd 3]"},
                 {"cd 3", "cd 3 > công điện 3 [Ocd 3]"},
                 {"ttr 9", "ttr 9 > tờ trình 9 [Ottr 9]"},
                 {"pl 34", "pl 34 > pháp lệnh 34 [Opl 34]"},
                 {"cv 1234", "cv 1234 > công văn 1234 [O1234/cv/vpcp]"},
                 {"CV số 1234", "CV số 1234 > công văn 1234 [O1234/cv/vpcp]"},
                 {"ttlt 15", "ttlt 15 > thông tư liên tịch 15 [O15/ttlt/byt/btc]"}});
}

TEST(Documents, AreReadByTheirName) {
  expect_drafts(document_drafts, archive(),
                {{"nghị định 100", "nghị định 100 > nđ 100"},
                 {"nghi dinh 100", "nghi dinh 100 > nđ 100"},
                 {"nghi dinh so 100", "nghi dinh so 100 > nghị định 100 [Ond 100]"},
                 {"nghị định số 100", "nghị định số 100 > nđ 100"},
                 {"nghị quyết số 18", "nghị quyết số 18 > nghị quyết 18 [Onq 18]"},
                 {"nghi quyet so 18", "nghi quyet so 18 > nq 18"},
                 {"nghị quyết 18", "nghị quyết 18 > nq 18"},
                 {"chỉ thị số 05", "chỉ thị số 05 > chỉ thị 5 [Oct 5]"},
                 {"chi thi 05", "chi thi 05 > ct 5"},
                 {"thông tư số 08", "thông tư số 08 > tt 8"},
                 {"luật số 59", "luật số 59 > luật 59 [Oluat 59]"},
                 {"luat so 59", "luat so 59 > luật số 59"},
                 {"quy định 102", "quy định 102 > qđ 102"},
                 {"quyết định số 49", "quyết định số 49 > quyết định 49 [Oqd 49]"},
                 {"ket luan 21", "ket luan 21 > kl 21"}});
}

TEST(Documents, TakeTheirYear) {
  expect_drafts(document_drafts, archive(),
                {{"tt 08/2019", "tt 08/2019 > thông tư 8/2019 [O8/2019/tt/bgddt]"},
                 {"tt 08/2019", "tt 08/2019 > thông tư số 8/2019"},
                 {"tt 08/2019", "tt 08 > thông tư 8 [Ott 8]"},
                 {"tt 8 2019", "tt 8 2019 > thông tư 8/2019 [O8/2019/tt/bgddt]"},
                 {"tt08/2019", "tt08/2019 > thông tư 8/2019 [O8/2019/tt/bgddt]"},
                 {"thông tư 08/2019", "thông tư 08/2019 > tt 8/2019"},
                 {"thông tư số 8 năm 2019", "thông tư số 8 năm 2019 > thông tư 8/2019 [O8/2019/tt/bgddt]"},
                 {"thong tu 8 nam 2018", "thong tu 8 nam 2018 > thông tư 8/2018 [O8/2018/tt/bct]"},
                 {"nđ 100/2019", "nđ 100/2019 > nghị định 100/2019 [O100/2019/nd/cp]"},
                 {"nđ100/2019", "nđ100/2019 > nghị định 100/2019 [O100/2019/nd/cp]"},
                 {"nd 100/2015", "nd 100/2015 > nghị định 100/2015 [O100/2015/nd/cp]"},
                 {"nghi dinh 100/2019", "nghi dinh 100/2019 > nghị định số 100/2019"},
                 {"nghị định 100 năm 2019", "nghị định 100 năm 2019 > nđ 100/2019"},
                 {"luật số 59/2020", "luật số 59/2020 > luật 59/2020 [O59/2020/qh14]"},
                 {"luat 59/2020", "luat 59/2020 > luật số 59/2020"},
                 {"luật 59 năm 2020", "luật 59 năm 2020 > luật 59/2020 [O59/2020/qh14]"},
                 {"nqlt 03/2019", "nqlt 03/2019 > nghị quyết liên tịch 3/2019 [O3/2019/nqlt/cp]"},
                 {"nđ 100/2017", "nđ 100 > nghị định 100 [Ond 100]"}});
}

TEST(Documents, TakeTheOrganThatGaveThem) {
  expect_drafts(document_drafts, archive(),
                {{"nq 18-tw", "nq 18-tw > [O18/nq/tw]"},
                 {"nq 18/tw", "nq 18/tw > [O18/nq/tw]"},
                 {"nq 18 tw", "nq 18 tw > [O18/nq/tw]"},
                 {"nq18-tw", "nq18-tw > [O18/nq/tw]"},
                 {"nq 18-TƯ", "nq 18-TƯ > [O18/nq/tw]"},
                 {"nq-tw 18", "nq-tw 18 > nghị quyết 18 [Onq 18]"},
                 {"nq-tw 18", "nq-tw 18 > [O18/nq/tw]"},
                 {"nghị quyết 18-tw", "nghị quyết 18-tw > [O18/nq/tw]"},
                 {"ct 05-tw", "ct 05-tw > [O5/ct/tw]"},
                 {"nđ-cp 100/2019", "nđ-cp 100/2019 > [O100/2019/nd/cp]"},
                 {"quy định 102-tw", "quy định 102-tw > [O102/qd/tw]"}});
}

TEST(Documents, MayHaveTheNumberFirst) {
  expect_drafts(document_drafts, archive(),
                {{"18/nq", "18/nq > nghị quyết 18 [Onq 18]"},
                 {"18-nq", "18-nq > nghị quyết 18 [Onq 18]"},
                 {"18-NQ", "18-NQ > nghị quyết số 18"},
                 {"05/ct", "05/ct > chỉ thị 5 [Oct 5]"},
                 {"100/nđ", "100/nđ > nghị định 100 [Ond 100]"},
                 {"49/qđ", "49/qđ > quyết định 49 [Oqd 49]"}});
}

TEST(Documents, AreNoneWhereTheArchiveHasNoSuchNumber) {
  expect_no_drafts(document_drafts, archive(), {"nq 19", "nđ 101", "nd 5", "tt 99", "ct 100", "nghị định 7"});
  expect_no_drafts(document_drafts, FakeVocabulary(100, {}), {"nq 18", "nđ 100", "nghị quyết số 18"});
}

TEST(Documents, LeaveEverythingElseAlone) {
  expect_no_drafts(document_drafts, archive(),
                   {"",
                    "nq",
                    "nd",
                    "nđ",
                    "nq và nđ",
                    "nq ngày 18",
                    "xem nq",
                    "18",
                    "100",
                    "18 nam",
                    "nq 2-1",
                    "nq 18.5",
                    "nq 18,5",
                    "nq 1.000",
                    "nq 18/9",
                    "ct 5/4",
                    "ct 5-7",
                    "nq\n18",
                    "hđ 36",
                    "da 6",
                    "đa 6",
                    "tám 8",
                    "tt hcm 8",
                    "tư tưởng 5",
                    "U23",
                    "F1",
                    "5G",
                    "covid 19",
                    "covid-19",
                    "nCoV 19",
                    "0912 345 678",
                    "0912345678",
                    "bks 29A-123.45",
                    "boeing 737",
                    "iphone 8",
                    "A321",
                    "quốc lộ 18",
                    "khoản 5 điều 49",
                    "điều 5",
                    "100 nghìn",
                    "quận 5",
                    "05-CT/TW",
                    "chỉ thị 05-CT/TW",
                    "18-NQ/TW",
                    "100/2019/NĐ-CP",
                    "nđ 100/2019/NĐ-CP",
                    "nghị định 100/2019/NĐ-CP",
                    "59/2020/QH14"});
}

TEST(Documents, StandForWordsOfAnyText) {
  for (const std::string_view text :
       {"nq", "nq nq nq 18 18", "18/nq 18/nq-18", "nq 18 nq 18 nq18-tw/2019", "nq số số 18", "luật số", "nq 99999999",
        "nq 12ab", "nq 18 năm", "nq-", "nq 18-", "-nq 18"})
    test::expect_sound_drafts(document_drafts, archive(), text);
}

}  // namespace
}  // namespace timbao
