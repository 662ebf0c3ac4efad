// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: paragraphs in VIQR are read, every word of news comes back from it, and English, formulas and programs stay.
#include "indexer/input/charset/viqr.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/syllable.h"
#include "common/text/written.h"
#include "tests/indexer/input/charset/encoded.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

constexpr std::string_view kSentence = "To^i ddi ho.c o+? la`ng be^n";

TEST(FromViqr, ReadsParagraphs) {
  EXPECT_EQ(from_viqr("Tie^'ng Vie^.t co`n, nu+o+'c ta co`n").text, "Tiếng Việt còn, nước ta còn");
  EXPECT_EQ(from_viqr("HO^.I DDO^`NG huye^.n DDo^ng La^m").text, "HỘI ĐỒNG huyện Đông Lâm");
  EXPECT_EQ(from_viqr(std::string(kSentence) + "\nla(.ng le~\nI don't know. So he did.\n").text,
            "Tôi đi học ở làng bên\nlặng lẽ\nI don't know. So he did.\n")
      << "a line of one word beside others, and a line in English";
}

TEST(FromViqr, KeepsTheSignsThatEndSentences) {
  EXPECT_EQ(from_viqr("DDa^y la` tie^'ng Vie^.t ddo'. Anh ddi dda^u? Ve^` que^ la\\.").text,
            "Đây là tiếng Việt đó. Anh đi đâu? Về quê la.");
  EXPECT_EQ(from_viqr("Ho^m nay ho.p ta.i huye^.n ve^` vie^.c ddo'").text, "Hôm nay họp tại huyện về việc đó");
}

TEST(FromViqr, TakesSignsForEndsWhereTheWordIsNoneWithThem) {
  EXPECT_EQ(from_viqr("DDa^y la` ddie^`u... co`n no'i. \"La.i ddi dda^u?\" Ho.c xe... To^i ddi leo?").text,
            "Đây là điều... còn nói. \"Lại đi đâu?\" Học xe... Tôi đi leo?");
  EXPECT_EQ(from_viqr("No' co`n nho?, Huye^.n uy? Thu+o+`ng Xua^n tra? tie^`n").text,
            "Nó còn nhỏ, Huyện uỷ Thường Xuân trả tiền")
      << "few sentences are questions";
  EXPECT_EQ(from_viqr("Nguye^~n A. la`m 15ha. Bu`i DD. ddi he^'t").text, "Nguyễn A. làm 15ha. Bùi Đ. đi hết");
}

TEST(FromViqr, TakesNoSignForAnEndWhereEndsHaveABackslash) {
  EXPECT_EQ(from_viqr("Ho.p vo+'i Ta. DDi`nh Phong ve^` que^ la\\. Tie^u thu. nhie^`u (\\?)").text,
            "Họp với Tạ Đình Phong về quê la. Tiêu thụ nhiều (?)");
}

TEST(FromViqr, ReadsParagraphsThatHaveTonesOnly) {
  EXPECT_EQ(from_viqr("ta`u ho?a ra va`o ga Ha` Ti~nh, kha'ch cha.y").text, "tàu hỏa ra vào ga Hà Tĩnh, khách chạy");
}

TEST(FromViqr, ReadsAbbreviations) {
  EXPECT_EQ(from_viqr("So+? GD-DDT ti?nh va` DDH Hue^', vu`ng DDBSCL, HDDND xa~ ho.p").text,
            "Sở GD-ĐT tỉnh và ĐH Huế, vùng ĐBSCL, HĐND xã họp");
}

TEST(FromViqr, LeavesAllElseAlone) {
  constexpr std::array<std::string_view, 12> kOthers{
      "i.e. at 5 a.m. they're from www.ba.com.vn, e.g. no.1; it's o.k., isn't it? Go!",
      "un po' d'acqua, l'ho.ten del file so.luong.txt, dell'anno",
      "U+0020, U+0041 and U+, u+ U+ (U+002E) \\(.a o+1",
      "I don't know what to do. So he's gone (a long way) to me.",
      "x^2 + y^2 = z^2; e^x, a(n) and o+1, (u+v)^2",
      "for (int i = 0; i < a(b); ++i) { add(c+d); u+=o+u; }",
      "C++ and Notepad++; a+ b+ o+ u+",
      "Nhóm máu O+, A+: a^2 + b^2",
      "Addis Abeba, daddy, dd/mm/yyyy",
      "kho^ng",
      "mục a) và b) của điều 2; so' 5",
      ""};
  for (const std::string_view text : kOthers) {
    EXPECT_EQ(from_viqr(text).text, text);
    EXPECT_EQ(from_viqr(text).words, 0U) << text;
  }
}

TEST(FromViqr, KeepsCommandsAndPathsBesideWords) {
  EXPECT_EQ(
      from_viqr(
          "DDe^? ca`i dda(.t, cha.y ./configure --with-x o+? /usr/local/bin, no' se~ ta.o ra xv.so cu?a he^. tho^'ng")
          .text,
      "Để cài đặt, chạy ./configure --with-x ở /usr/local/bin, nó sẽ tạo ra xv.so của hệ thống");
}

TEST(FromViqr, BringsBackEveryWordOfNews) {
  std::size_t words = 0;
  for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
    const SplitTerm term = split_term(token_codes().term_of(code));
    const std::string word = composed(written(exact_of(term.folded, term.marks)));
    const std::string viqr = test::encoded_viqr(word);
    if (viqr.empty() || viqr == word || !parse_syllable(word)) continue;
    if (!test::is_sampled(words++)) continue;
    EXPECT_EQ(from_viqr(std::string(kSentence) + ' ' + viqr + " ddo^`ng").text,
              "Tôi đi học ở làng bên " + word + " đồng");
  }
  EXPECT_GT(words, 4'000U);
}

TEST(FromViqr, ChangesNothingMoreWhenItIsAskedAgain) {
  const std::string once = from_viqr("Tie^'ng Vie^.t co`n, nu+o+'c ta co`n. la.").text;
  EXPECT_EQ(from_viqr(once).text, once);
}

}  // namespace
}  // namespace timbao
