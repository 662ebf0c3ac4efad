// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: every syllable comes back from every charset in each case, and what a charset has not becomes U+FFFD and is counted.
#include "indexer/input/charset/decode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/fold.h"
#include "common/text/letter_case.h"
#include "common/text/syllable.h"
#include "common/text/written.h"
#include "tests/common/text/vietnamese.h"
#include "tests/indexer/input/charset/encoded.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

constexpr std::array kOthers{Charset::windows1258, Charset::tcvn3,  Charset::tcvn5712, Charset::vni,
                             Charset::vps,         Charset::viscii, Charset::bkhcm1,   Charset::bkhcm2};

/// Every shipped reading in NFC, and every syllable that has the letters of one, in all tones.
const std::set<std::string>& every_word() {
  static const std::set<std::string> all = [] {
    std::set<std::string> words;
    for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
      const SplitTerm term = split_term(token_codes().term_of(code));
      const std::string word = composed(written(exact_of(term.folded, term.marks)));
      words.insert(word);
      const std::optional<Syllable> syllable = parse_syllable(word);
      for (const char tone : std::string_view(syllable ? "12345" : ""))
        words.insert(composed(written(syllable->letters + "~" + tone)));
    }
    return words;
  }();
  return all;
}

std::vector<std::string> sampled_words() {
  std::vector<std::string> words;
  std::size_t number = 0;
  for (const std::string& word : every_word())
    if (test::is_sampled(number++)) words.push_back(word);
  return words;
}

TEST(Decode, BringsBackEverySyllableInEveryCharset) {
  const auto is_syllable = [](const std::string& word) { return parse_syllable(word).has_value(); };
  ASSERT_GT(std::count_if(every_word().begin(), every_word().end(), is_syllable), 7'000);
  for (const Charset charset : kOthers)
    for (const std::string& word : sampled_words()) {
      const std::string bytes = test::encoded(word, charset);
      if (bytes.find('?') != std::string::npos) continue;  // a foreign letter
      EXPECT_EQ(decode(bytes, charset).text, word) << charset_name(charset);
    }
}

/// BKHCM 1 has no Ỵ, and some of its capitals are signs of ASCII, which are letters beside letters only.
bool has_no_capital_in_bkhcm1(const std::string& word) {
  return word.find("ỵ") != std::string::npos || word.find("đđ") != std::string::npos ||
         test::letters_of(word).size() == 1;
}

TEST(Decode, BringsBackCapitalsWhereTheCharsetHasThem) {
  for (const Charset charset : kOthers)
    for (const std::string& word : sampled_words()) {
      const std::string capital = test::capitals(word);
      if (charset == Charset::bkhcm1 && has_no_capital_in_bkhcm1(word)) continue;
      const std::string bytes = test::encoded(capital, charset);
      if (bytes.find('?') != std::string::npos) continue;
      const std::string back = decode(bytes, charset).text;
      // The capitals of TCVN3 are those of a font.
      EXPECT_EQ(charset == Charset::tcvn3 ? canonical(back) : back, charset == Charset::tcvn3 ? word : capital);
    }
}

TEST(Decode, BringsBackWordsThatBeginWithACapital) {
  for (const Charset charset : kOthers)
    for (const std::string& word : sampled_words()) {
      const std::string capitalized = in_case(word, LetterCase::capitalized);
      if (charset == Charset::bkhcm1 && has_no_capital_in_bkhcm1(word)) continue;
      const std::string bytes = test::encoded(capitalized, charset);
      if (bytes.find('?') != std::string::npos) continue;
      const std::string back = decode(bytes, charset).text;
      // TCVN3 has small letters for most capitals with marks.
      EXPECT_EQ(charset == Charset::tcvn3 ? canonical(back) : back, charset == Charset::tcvn3 ? word : capitalized);
    }
}

TEST(Decode, ReadsTextsAsTheyStandInOldFiles) {
  EXPECT_EQ(decode("Vi\xD6t Nam, \xAE\xB6ng b\xE9", Charset::tcvn3).text, "Việt Nam, đảng bộ");
  EXPECT_EQ(decode("Vie\xE4t Nam, \xF1"
                   "a\xFBng bo\xE4",
                   Charset::vni)
                .text,
            "Việt Nam, đảng bộ");
  EXPECT_EQ(decode("VIE\xC4T NAM, \xD1"
                   "A\xDBNG BO\xC4",
                   Charset::vni)
                .text,
            "VIỆT NAM, ĐẢNG BỘ");
  EXPECT_EQ(decode("Vi\xAEt Nam, \xF0\xE4ng b\xB5", Charset::viscii).text, "Việt Nam, đảng bộ");
  EXPECT_EQ(decode("Vi\xEA\xF2t Nam", Charset::windows1258).text, "Việt Nam");
  EXPECT_EQ(decode("\x93Xin ch\xB5o\x94", Charset::tcvn3).text, "“Xin chào”");
  EXPECT_EQ(decode("\xBD\xC0ng b\xEE, \x7D\x82NG B\xB0, {\"Q\x7D\":1}", Charset::bkhcm1).text,
            "đảng bộ, ĐẢNG BỘ, {\"QĐ\":1}");
  EXPECT_EQ(decode("\xE0"
                   "a\xE3ng b\xF6\xE5",
                   Charset::bkhcm2)
                .text,
            "đảng bộ");
}

TEST(Decode, RaisesTheLettersThatAFontOfCapitalsShowed) {
  EXPECT_EQ(decode("S\xBE"
                   "C L\xD6NH, S\xEB T\xAD ph\xB8p",
                   Charset::tcvn3)
                .text,
            "SẮC LỆNH, Sở Tư pháp");
}

TEST(Decode, CountsWhatACharsetDoesNotHave) {
  const DecodedText decoded = decode(
      "a\x81"
      "b\x8D",
      Charset::tcvn3);
  EXPECT_EQ(decoded.text, "a\uFFFDb\uFFFD");
  EXPECT_EQ(decoded.impossible, 2U);
  EXPECT_EQ(decode("ch\xFFo", Charset::utf8).impossible, 1U);
  EXPECT_EQ(decode("", Charset::vni).text, "");
  EXPECT_EQ(decode(std::string_view("a\0b", 3), Charset::vni).text, std::string("a\0b", 3));
}

}  // namespace
}  // namespace timbao
