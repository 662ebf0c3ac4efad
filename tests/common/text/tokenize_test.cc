// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: words, joined forms and gaps are cut as docs/folding.md says.
#include "common/text/tokenize.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/common/text/shown_tokens.h"

namespace timbao {
namespace {

using test::expect_cut;

/// The stretches of the text that its tokens stand for.
std::vector<std::string> printed_tokens(std::string_view text) {
  Tokenizer tokenizer;
  std::vector<std::string> printed;
  for (const Token& token : tokenizer.tokenize(text).tokens)
    printed.emplace_back(text.substr(token.begin, token.end - token.begin));
  return printed;
}

TEST(Tokenize, CutsWordsAtWhatIsNoLetter) {
  expect_cut({
      {"", "", "", "nothing"},
      {" \t—“”()[]/,", "", "", "separators only"},
      {"Xây dựng Đảng", "xay dung dang", "", ""},
      {"“Đảng”(họp)", "dang hop", "", "curly quotes and brackets"},
      {"Đảng\u00A0bộ\u2009xã", "dang bo xa", "", "no-break and thin spaces"},
      {"Hà Nội – Huế", "ha noi hue", "", "an en dash"},
      {"họp—bàn", "hop ban", "", "an em dash joins nothing"},
      {"một/hai", "mot hai", "", "a slash joins no words"},
      {"Đắk Lắk, xoong, Putin, COVID", "dak lak xoong putin covid", "", "borrowed shapes"},
      {"日本 Часть", "日本 часть", "", "other scripts"},
      {"a\uFFFDb", "a b", "", "a replacement separates"},
      {"ch\xFFo", "ch o", "", "an ill-formed byte separates"},
  });
}

TEST(Tokenize, TellsWhatStandsBetweenTokens) {
  expect_cut({
      {"Họp xong. Về", "hop xong . ve", "", "a full stop"},
      {"Họp! Về? Đi… Ở; đây: đó", "hop . ve . di . o . day . do", "", "sentence ends"},
      {"Họp\nVề\r\nĐi", "hop / ve / di", "", "line ends"},
      {"Họp.\nVề", "hop / ve", "", "the strongest counts"},
      {"Họp\n.Về", "hop / ve", "", "the strongest counts, whatever comes last"},
      {"Họp\u2028Về\u2029Đi\u0085Ở\vđây\fđó", "hop / ve / di / o / day / do", "", "line ends of Unicode"},
      {"Họp, về", "hop ve", "", "a comma is no sentence's end"},
  });
  Tokenizer tokenizer;
  EXPECT_EQ(tokenizer.tokenize("Họp").tokens.at(0).gap, Gap::paragraph) << "before the first token of a text";
}

TEST(Tokenize, ReadsTheExactKeyOfEachWord) {
  const std::vector<std::array<std::string_view, 3>> cases = {
      {"Đảng", "dang", "đang~3"},     {"đang", "dang", "đang"}, {"dang", "dang", "dang"},
      {"hoà", "hoa", "hoa~2"},        {"hòa", "hoa", "hoa~2"},  {"COVID", "covid", "covid"},
      {"Müller", "muller", "müller"}, {"Đắk", "dak", "đắk"},    {"ĐA\u0309NG", "dang", "đang~3"}};
  for (const auto& [text, folded, exact] : cases) {
    Tokenizer tokenizer;
    const TokenizedText cut = tokenizer.tokenize(text);
    ASSERT_EQ(cut.tokens.size(), 1U) << text;
    EXPECT_EQ(cut.tokens[0].word->folded, folded);
    EXPECT_EQ(cut.tokens[0].word->exact, exact);
    EXPECT_EQ(cut.tokens[0].word->kind, TokenKind::word);
  }
}

TEST(Tokenize, PassesOverIgnorables) {
  expect_cut({
      {"phát tri\u00ADển", "phat trien", "", "a soft hyphen"},
      {"\uFEFFĐảng\u200E bộ", "dang bo", "", "a byte order mark and a bidi mark"},
      {"Đ\u200Dảng", "dang", "", "a joiner"},
      {"\u00AD \u200D", "", "", "ignorables alone are no token"},
  });
  EXPECT_EQ(printed_tokens("tri\u00ADển\u00AD, họp"), (std::vector<std::string>{"tri\u00ADển", "họp"}));
  EXPECT_EQ(printed_tokens("\uFEFFĐảng"), (std::vector<std::string>{"Đảng"}));
  EXPECT_EQ(printed_tokens("5\u00ADkg"), (std::vector<std::string>{"5", "kg"}));
}

TEST(Tokenize, GivesNoTokenForMarksOnNoLetter) {
  expect_cut({
      {"\u0301\u0323", "", "", "marks alone"},
      {"họp \u0301 bàn", "hop ban", "", "marks between words"},
      {"a-\u0301 b", "a b", "", "a joiner before marks alone joins nothing"},
      {"\u0301họp", "hop", "", "marks before a letter"},
  });
}

TEST(Tokenize, JoinsOrSeparatesAtAZeroWidthSpaceBySyllables) {
  expect_cut({
      {"tri\u200Bển", "trien", "", "one syllable"},
      {"lược\u200Bphát", "luoc phat", "", "both sides are syllables"},
      {"COV\u200BID", "covid", "", "neither is"},
      {"Putin\u200Bhọp", "putinhop", "", "only one is"},
      {"xây\u200Bdựng\u200Bđảng", "xay dung dang", "", "several, left to right"},
      {"ngh\u200Bi\u200Bệp", "nghiep", "", "several in one syllable"},
      {"họp \u200Bbàn\u200B", "hop ban", "", "beside a space"},
      {"họp\u200B\u200Bbàn", "hop ban", "", "two of them join nothing"},
      {"\u200B", "", "", "alone"},
  });
}

TEST(Tokenize, KeepsTouchingLettersAndDigitsTogether) {
  expect_cut({
      {"QH11 4G F0 A1 mã5x 12a", "qh11 4g f0 a1 ma5x 12a", "", "one word each, without parts"},
      {"5kg", "5+kg", "whole 0+2 5kg", "a number before a unit"},
      {"100m2", "100+m2", "whole 0+2 100m2", ""},
      {"5KG", "5+kg", "whole 0+2 5kg", "units in capitals"},
      {"12.000đ", "12000+d", "whole 0+2 12000d=12000đ", "the value is joined"},
      {"5tỷ", "5+ty", "whole 0+2 5ty=5tỷ", ""},
      {"5.700abc", "5700 abc", "", "a number with a separator ends before letters"},
      {"5kgx", "5kgx", "", "no unit"},
      {"٣٤ x²", "٣٤ x2", "", "other digits are letters"},
  });
  for (const std::string unit : {"kg", "mg", "km", "km2", "m",  "m2", "m3", "cm", "cm2", "mm",  "ha",  "ml",
                                 "đ",  "k",  "tr", "tỷ",  "tỉ", "kw", "mw", "kv", "kwh", "usd", "vnd", "vnđ"})
    EXPECT_EQ(printed_tokens("7" + unit), (std::vector<std::string>{"7", unit}));
}

TEST(Tokenize, MakesAWholeOfAJoinedForm) {
  expect_cut({
      {"KT-XH", "kt+xh", "whole 0+2 ktxh", ""},
      {"TP.HCM", "tp+hcm", "whole 0+2 tphcm", ""},
      {"Tp.HCM", "tp+hcm", "whole 0+2 tphcm", "no syllable before the dot"},
      {"T.Ư", "t+u", "whole 0+2 tu=tư", "a capital before the dot"},
      {"COVID-19", "covid+19", "whole 0+2 covid19", ""},
      {"Lê-nin", "le+nin", "whole 0+2 lenin=lênin", ""},
      {"tự-học", "tu+hoc", "whole 0+2 tuhoc=tựhọc", ""},
      {"vnexpress.net", "vnexpress+net", "whole 0+2 vnexpressnet", "a small letter behind the dot"},
      {"họp.Theo", "hop . theo", "", "the dot ends a sentence"},
      {"a_b&c'd", "a+b+c+d", "whole 0+4 abcd", "the other joiners"},
      {"4-A", "4+a", "whole 0+2 4a", "a number before a letter"},
      {"a--b", "a b", "", "two joiners join nothing"},
      {"a- b", "a b", "", "a joiner and a space join nothing"},
      {"a-", "a", "", "nothing behind"},
      {"-a", "a", "", "nothing before"},
      {"a-b-c-d-e-f-g-h-i", "a+b+c+d+e+f+g+h i", "whole 0+8 abcdefgh", "at most eight"},
      {"4.A", "4 . a", "", "a number before a dot"},
      {"KT-XH KT-XH", "kt+xh kt+xh", "whole 0+2 ktxh, whole 2+2 ktxh", "two of them"},
  });
}

TEST(Tokenize, CutsTheDesignsSentence) {
  expect_cut({{"Đảng bộ TP.HCM và TPHCM, TP HCM", "dang bo tp+hcm va tphcm tp hcm", "whole 2+2 tphcm", ""}});
}

}  // namespace
}  // namespace timbao
