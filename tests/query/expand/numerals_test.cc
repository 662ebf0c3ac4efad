// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/numerals.h"

#include <gtest/gtest.h>

#include "common/text/tokenize.h"
#include "query/expand/numeral_words.h"
#include "tests/query/support/drafted.h"

namespace timbao {
namespace {

using test::expect_drafts;
using test::expect_no_drafts;
using test::no_archive;

std::optional<Numeral> read(std::string_view query) {
  Tokenizer tokenizer;
  const TokenizedText text = tokenizer.tokenize(query);
  return read_numeral(TypedText(text, query), 0);
}

TEST(NumeralWords, AreReadAsTheyAreWritten) {
  for (int value = 1; value <= kGreatestNumeral; ++value) {
    for (const std::string& written :
         {std::to_string(value), roman_numeral(value), cardinal_words(value), ordinal_words(value)}) {
      const std::optional<Numeral> numeral = read(written);
      ASSERT_TRUE(numeral.has_value()) << written;
      EXPECT_EQ(numeral->value, value) << written;
      EXPECT_TRUE(numeral->marked) << written;
    }
  }
}

TEST(NumeralWords, AreWrittenAsPapersPrintThem) {
  EXPECT_EQ(roman_numeral(4), "IV");
  EXPECT_EQ(roman_numeral(14), "XIV");
  EXPECT_EQ(roman_numeral(29), "XXIX");
  EXPECT_EQ(cardinal_words(4), "bốn");
  EXPECT_EQ(cardinal_words(15), "mười lăm");
  EXPECT_EQ(cardinal_words(20), "hai mươi");
  EXPECT_EQ(cardinal_words(21), "hai mươi mốt");
  EXPECT_EQ(cardinal_words(30), "ba mươi");
  EXPECT_EQ(ordinal_words(1), "nhất");
  EXPECT_EQ(ordinal_words(4), "tư");
  EXPECT_EQ(ordinal_words(13), "mười ba");
}

TEST(NumeralWords, AreReadInEverySpelling) {
  struct Case {
    std::string_view typed;
    int value;
    std::size_t count;
  };
  for (const Case& c : std::initializer_list<Case>{{"bảy", 7, 1},
                                                   {"bẩy", 7, 1},
                                                   {"bay", 7, 1},
                                                   {"Bảy", 7, 1},
                                                   {"tư", 4, 1},
                                                   {"bốn", 4, 1},
                                                   {"nhất", 1, 1},
                                                   {"nhì", 2, 1},
                                                   {"muoi hai", 12, 2},
                                                   {"mười nhân", 10, 1},
                                                   {"hai mươi tư", 24, 3},
                                                   {"hai muoi lam", 25, 3},
                                                   {"hai họp", 2, 1},
                                                   {"xii", 12, 1},
                                                   {"08", 8, 1}}) {
    const std::optional<Numeral> numeral = read(c.typed);
    ASSERT_TRUE(numeral.has_value()) << c.typed;
    EXPECT_EQ(numeral->value, c.value) << c.typed;
    EXPECT_EQ(numeral->count, c.count) << c.typed;
  }
}

TEST(NumeralWords, AreNoOtherWords) {
  for (const std::string_view typed :
       {"", "0", "40", "bày", "tâm", "từ", "iix", "xl", "civ", "5,5", "2-1", "2/9", "họp"}) {
    EXPECT_FALSE(read(typed).has_value()) << typed;
  }
}

TEST(Numerals, OfCongressesHaveAllForms) {
  expect_drafts(numeral_drafts, no_archive(),
                {{"đại hội 13", "đại hội 13 > đại hội XIII"},
                 {"đại hội 13", "đại hội 13 > đại hội lần thứ XIII"},
                 {"đại hội 13", "đại hội 13 > đại hội đảng lần thứ XIII"},
                 {"đại hội 13", "đại hội 13 > lần thứ mười ba"},
                 {"dai hoi 13", "dai hoi 13 > đại hội XIII"},
                 {"Đại hội 13 của Đảng", "Đại hội 13 > đại hội XIII"},
                 {"đại hội XIII", "đại hội XIII > đại hội 13"},
                 {"dai hoi xiii", "dai hoi xiii > đại hội 13"},
                 {"đại hội X", "đại hội X > đại hội 10"},
                 {"đại hội mười ba", "đại hội mười ba > đại hội XIII"},
                 {"đại hội đảng 12", "đại hội đảng 12 > đại hội đảng XII"},
                 {"dai hoi dang 12", "dai hoi dang 12 > đại hội XII"},
                 {"đại hội đảng lần thứ 12", "đại hội đảng lần thứ 12 > đại hội XII"},
                 {"đại hội lần thứ XIII", "đại hội lần thứ XIII > đại hội 13"},
                 {"đại hội lần thứ mười ba", "đại hội lần thứ mười ba > đại hội XIII"},
                 {"dai hoi lan thu muoi ba", "dai hoi lan thu muoi ba > đại hội XIII"},
                 {"đại hội toàn quốc lần thứ 6", "đại hội toàn quốc lần thứ 6 > đại hội VI"},
                 {"đại hội đại biểu toàn quốc lần thứ XII", "đại hội đại biểu toàn quốc lần thứ XII > đại hội 12"},
                 {"đại hội đảng toàn quốc 13", "đại hội đảng toàn quốc 13 > đại hội XIII"},
                 {"nghị quyết đại hội 12", "đại hội 12 > đại hội XII"}});
}

TEST(Numerals, OfTermsAndAssembliesHaveBothForms) {
  expect_drafts(numeral_drafts, no_archive(),
                {{"khóa 12", "khóa 12 > khóa XII"},
                 {"khoá 12", "khoá 12 > khóa XII"},
                 {"khoa 12", "khoa 12 > khóa XII"},
                 {"khóa XII", "khóa XII > khóa 12"},
                 {"khoá xii", "khoá xii > khóa 12"},
                 {"khoa xiv", "khoa xiv > khóa 14"},
                 {"khóa mười hai", "khóa mười hai > khóa XII"},
                 {"khóa V", "khóa V > khóa 5"},
                 {"trung ương 4 khóa 11", "khóa 11 > khóa XI"},
                 {"quốc hội khóa 14", "quốc hội khóa 14 > quốc hội khóa XIV"},
                 {"quoc hoi khoa xiv", "quoc hoi khoa xiv > quốc hội khóa 14"},
                 {"quốc hội 14", "quốc hội 14 > quốc hội khóa XIV"},
                 {"qh 14", "qh 14 > quốc hội khóa XIV"},
                 {"qh khóa 14", "qh khóa 14 > quốc hội khóa XIV"},
                 {"hđnd tỉnh khóa 16", "khóa 16 > khóa XVI"}});
}

TEST(Numerals, BehindLanThuHaveAllForms) {
  expect_drafts(numeral_drafts, no_archive(),
                {{"lần thứ tám", "lần thứ tám > lần thứ 8"},
                 {"lần thứ tám", "lần thứ tám > lần thứ VIII"},
                 {"lan thu tam", "lan thu tam > lần thứ 8"},
                 {"lần thứ 8", "lần thứ 8 > lần thứ tám"},
                 {"lần thứ VIII", "lần thứ VIII > lần thứ 8"},
                 {"lần thứ bảy", "lần thứ bảy > lần thứ 7"},
                 {"lần thứ bẩy", "lần thứ bẩy > lần thứ VII"},
                 {"lần thứ tư", "lần thứ tư > lần thứ 4"},
                 {"lần thứ 4", "lần thứ 4 > lần thứ tư"},
                 {"lần thứ nhất", "lần thứ nhất > lần thứ I"},
                 {"lần thứ I", "lần thứ I > lần thứ nhất"},
                 {"lần thứ năm", "lần thứ năm > lần thứ 5"},
                 {"lan thu nam", "lan thu nam > lần thứ V"},
                 {"lần thứ hai mươi mốt", "lần thứ hai mươi mốt > lần thứ XXI"},
                 {"lần thứ 30", "lần thứ 30 > lần thứ ba mươi"},
                 {"lần thứ XXX", "lần thứ XXX > lần thứ 30"}});
}

TEST(Numerals, OfTheCentralCommitteeReachItsConferences) {
  expect_drafts(numeral_drafts, no_archive(),
                {{"hội nghị tw 6", "hội nghị tw 6 > trung ương 6"},
                 {"hội nghị tw 6", "hội nghị tw 6 > trung ương lần thứ sáu"},
                 {"hoi nghi tw 6", "hoi nghi tw 6 > trung ương 6"},
                 {"hội nghị TƯ 6", "hội nghị TƯ 6 > trung ương 6"},
                 {"hội nghị T.Ư 6", "T.Ư 6 > trung ương 6"},
                 {"hội nghị trung ương 6", "hội nghị trung ương 6 > trung ương lần thứ 6"},
                 {"hoi nghi trung uong 6", "hoi nghi trung uong 6 > lần thứ sáu ban chấp hành trung ương"},
                 {"hội nghị trung ương sáu", "hội nghị trung ương sáu > trung ương 6"},
                 {"hội nghị trung ương lần thứ sáu", "trung ương lần thứ sáu > trung ương 6"},
                 {"hội nghị lần thứ sáu", "hội nghị lần thứ sáu > hội nghị trung ương 6"},
                 {"tw 6 khóa 12", "tw 6 > trung ương 6"},
                 {"tw 6 khóa 12", "khóa 12 > khóa XII"},
                 {"TW 4", "TW 4 > trung ương 4"},
                 {"trung uong 4", "trung uong 4 > trung ương lần thứ tư"},
                 {"trung ương IV", "trung ương IV > trung ương 4"},
                 {"nghị quyết tw 4", "tw 4 > trung ương 4"},
                 {"nq tw 4", "tw 4 > trung ương 4"},
                 {"nghị quyết trung ương 4 khóa xi", "trung ương 4 > tw 4"}});
}

TEST(Numerals, OfSessionsAndQuartersHaveTheirForms) {
  expect_drafts(numeral_drafts, no_archive(),
                {{"kỳ họp thứ 6", "kỳ họp thứ 6 > kỳ họp thứ sáu"},
                 {"kỳ họp 6", "kỳ họp 6 > kỳ họp thứ 6"},
                 {"ky hop thu sau", "ky hop thu sau > kỳ họp thứ 6"},
                 {"kì họp thứ tám", "kì họp thứ tám > kỳ họp thứ 8"},
                 {"phiên họp thứ 30", "phiên họp thứ 30 > phiên họp thứ ba mươi"},
                 {"phien hop 30", "phien hop 30 > phiên họp thứ 30"},
                 {"quý 1", "quý 1 > quý I"},
                 {"quý I", "quý I > quý 1"},
                 {"quý một", "quý một > quý I"},
                 {"quý tư", "quý tư > quý IV"},
                 {"quy 3", "quy 3 > quý III"},
                 {"quy iv", "quy iv > quý 4"},
                 {"gdp quý 1/2018", "quý 1 > quý I"},
                 {"quý 4 năm 2018", "quý 4 > quý bốn"}});
}

TEST(Numerals, LeaveEverythingElseAlone) {
  expect_no_drafts(numeral_drafts, no_archive(),
                   {"",
                    "13",
                    "XIII",
                    "X",
                    "i",
                    "chương 5",
                    "điều 5",
                    "quận 5",
                    "vitamin c",
                    "covid 19",
                    "U23",
                    "F1",
                    "5G",
                    "vòng 1/8",
                    "tỷ số 2-1",
                    "thứ sáu",
                    "thứ tư 6/11",
                    "tư 6",
                    "đại hội",
                    "đại hội năm 2020",
                    "đại hội 2020",
                    "đại hội 0",
                    "đại hội 40",
                    "đại hội 2-1",
                    "đại hội, 2/9",
                    "đại hội. 13",
                    "đại hội\n13",
                    "đại hội ba6",
                    "dai hoi nam 2020",
                    "dai hoi sau",
                    "khóa",
                    "khoả 12",
                    "khỏa 12",
                    "khóa năm học",
                    "khoa nam",
                    "khoa bay",
                    "khoa X-quang",
                    "quý 5",
                    "quý nam",
                    "quy hai ba",
                    "quỹ 1",
                    "quy năm",
                    "hội nghị sau",
                    "trung uong sau",
                    "họp thứ tư",
                    "louis xiv",
                    "thế kỷ 21",
                    "thế kỷ XXI",
                    "lần này 8",
                    "năm 12"});
}

TEST(Numerals, StandForWordsOfAnyText) {
  for (const std::string_view text : {"đại hội đại hội 13 13", "lần thứ lần thứ", "khóa khóa XII", "lần thứ hai mươi",
                                      "lần thứ mười", "đại hội đảng toàn quốc lần thứ đại hội", "tw tw 6 6 tw"})
    test::expect_sound_drafts(numeral_drafts, no_archive(), text);
}

}  // namespace
}  // namespace timbao
