// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: every spelling of a document number has one key, and other numbers have none.
#include "common/text/docnumber.h"

#include <gtest/gtest.h>

#include "tests/common/text/vietnamese.h"

namespace timbao {
namespace {

struct Case {
  std::string_view printed, key, type_key, why;
};

TEST(MatchDocNumber, GivesOneKeyForEverySpelling) {
  const std::vector<Case> cases = {
      {"05-CT/TW", "5/ct/tw", "ct 5", "the Party's"},
      {"5 - CT / TƯ", "5/ct/tw", "ct 5", "spaces, no zero, its press's TƯ"},
      {"05-CT/T.Ư", "5/ct/tw", "ct 5", "T.Ư"},
      {"05-CT/T.W", "5/ct/tw", "ct 5", "T.W"},
      {"05\u00A0-\u00A0CT/TW", "5/ct/tw", "ct 5", "no-break spaces"},
      {"04-NQ/TW", "4/nq/tw", "nq 4", ""},
      {"04 - NQ / TƯ", "4/nq/tw", "nq 4", ""},
      {"102-QĐ/TW", "102/qd/tw", "qd 102", ""},
      {"102-QyĐ/TW", "102/qd/tw", "qd 102", "quy định's other name"},
      {"102-QD/TW", "102/qd/tw", "qd 102", "D for Đ"},
      {"102-QÐ/TW", "102/qd/tw", "qd 102", "U+00D0 for Đ"},
      {"05-CT/TU", "5/ct/tu", "ct 5", "a province's committee"},
      {"30/2020/NĐ-CP", "30/2020/nd/cp", "nd 30", "the State's"},
      {"30/2020/ND-CP", "30/2020/nd/cp", "nd 30", "D for Đ"},
      {"30 / 2020 / NĐ - CP", "30/2020/nd/cp", "nd 30", "spaces"},
      {"15/QĐ-UBND", "15/qd/ubnd", "qd 15", ""},
      {"15/qd-ubnd", "15/qd/ubnd", "qd 15", "small letters where the type is known"},
      {"15/QĐ-BGTVT", "15/qd/bgtvt", "qd 15", ""},
      {"1989/QĐ-TTg", "1989/qd/ttg", "qd 1989", "a year's number that is none"},
      {"12a/2018/NĐ-CP", "12a/2018/nd/cp", "nd 12a", "a letter behind the number"},
      {"32/2004/QH11", "32/2004/qh11", "", "no type"},
      {"123/UBND-VX", "123/ubnd/vx", "", "no type, two groups"},
      {"36-HD/VPTW", "36/hd/vptw", "hd 36", ""},
  };
  for (const Case& c : cases) {
    const auto number = match_docnumber(c.printed, 0);
    ASSERT_TRUE(number) << c.printed;
    EXPECT_EQ(number->key, c.key) << c.printed << ' ' << c.why;
    EXPECT_EQ(number->type_key, c.type_key) << c.printed << ' ' << c.why;
    EXPECT_EQ(number->length, c.printed.size()) << c.printed << ' ' << c.why;
  }
}

TEST(MatchDocNumber, EndsWhereItsRulesEndIt) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"15/QĐ-UBND - UBND xã", "15/QĐ-UBND"}, {"05-CT/TW, ngày", "05-CT/TW"}, {"05-CT/TW.", "05-CT/TW"},
      {"30/2020/NĐ-CP của", "30/2020/NĐ-CP"}, {"5-CT/TW-2018", "5-CT/TW"},    {"05-CT/TW\nHà Nội", "05-CT/TW"},
      {"05-CT/TW - Hà Nội", "05-CT/TW"},
  };
  for (const auto& [text, printed] : cases) {
    const auto number = match_docnumber(text, 0);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(text.substr(0, number->length), printed);
  }
}

TEST(MatchDocNumber, IsNothingElse) {
  for (const std::string_view none :
       {"24/7", "5-7", "31/1/2018", "2015-2020", "5", "5-", "5/", "5 - 7", "123456-CT/TW", "5-Hà Nội", "5-A", "4-ABC",
        "5 - AB", "12ab-CT/TW", "5-\u0301", "5/\xFF", "30/2020", "5\n-CT/TW", "2020/bao-cao"})
    EXPECT_FALSE(match_docnumber(none, 0)) << none;
}

TEST(MatchDocNumber, NamesItsWordsAndNumbersInOrder) {
  const auto parts_of = [](std::string_view text) {
    std::vector<std::string> parts;
    const DocNumber number = match_docnumber(text, 0).value();
    for (const ByteRange& part : number.parts) parts.emplace_back(text.substr(part.begin, part.end - part.begin));
    return parts;
  };
  EXPECT_EQ(parts_of("05-CT/T.Ư"), (std::vector<std::string>{"05", "CT", "T", "Ư"}));
  EXPECT_EQ(parts_of("12a / 2018 / NĐ-CP"), (std::vector<std::string>{"12a", "2018", "NĐ", "CP"}));
}

TEST(DocumentType, FollowsFromItsNameInWords) {
  const std::vector<std::array<std::string_view, 3>> cases = {
      {"nghi", "quyet", "nq"}, {"chi", "thi", "ct"},   {"quyet", "dinh", "qd"}, {"quy", "dinh", "qd"},
      {"nghi", "dinh", "nd"},  {"ket", "luan", "kl"},  {"huong", "dan", "hd"},  {"thong", "tu", "tt"},
      {"ke", "hoach", "kh"},   {"de", "an", "da"},     {"thong", "bao", "tb"},  {"bao", "cao", "bc"},
      {"cong", "dien", "cd"},  {"to", "trinh", "ttr"}, {"phap", "lenh", "pl"},  {"", "luat", "luat"},
  };
  for (const auto& [first, second, type] : cases) EXPECT_EQ(document_type(first, second), type) << first << second;
  EXPECT_EQ(document_type("xay", "dung"), "");
  EXPECT_EQ(document_type("", ""), "");
  EXPECT_EQ(document_type("", "thi"), "");
  EXPECT_EQ(document_type_key("ct", "5"), "ct 5");
}

TEST(MatchDocNumber, TakesAnyTextBehindADigit) {
  test::RandomTexts random(7);
  for (int i = 0; i < 5000; ++i) {
    const std::string text =
        std::to_string(random.below(200)) + (i % 2 == 0 ? "-CT/" : "/") + random.next(random.below(5));
    const auto number = match_docnumber(text, 0);
    if (!number) continue;
    ASSERT_LE(number->length, text.size());
    ASSERT_FALSE(number->parts.empty());
    ASSERT_NE(number->key.back(), '/') << text;
    std::size_t end = 0;
    for (const ByteRange& part : number->parts) {
      ASSERT_LE(end, part.begin);
      ASSERT_LT(part.begin, part.end);
      end = part.end;
    }
    ASSERT_EQ(end, number->length);
  }
}

}  // namespace
}  // namespace timbao
