// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: letters that were written in another way are restored wherever the text agrees, every word of news comes back,
// restoring twice is restoring once, and clean text of any language stays as it is.
#include "indexer/input/charset/restore.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/syllable.h"
#include "common/text/written.h"
#include "tests/indexer/input/charset/encoded.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

std::string restored(std::string text) {
  restore_letters(text);
  return text;
}

std::string detail_of(std::string text) {
  const std::optional<Remark> remark = restored_remark(restore_letters(text));
  return remark ? remark->detail : "";
}

constexpr std::array<std::string_view, 4> kTexts{
    "Hội đồng nhân dân huyện Thanh Lĩnh họp kỳ thứ tám, bàn việc sửa đê trước mùa lũ.",
    "Bà con xã Bình An mong con đường mới sớm xong để trẻ em đi học đỡ vất vả.",
    "Chỉ thị số 05-CT/TW được đọc tại chi bộ, mỗi đảng viên tự nhận một việc.",
    "Thư bạn đọc: cảm ơn các y sĩ trạm xá, người đã thức suốt đêm."};

constexpr std::array kLegacy{Charset::windows1258, Charset::tcvn3,  Charset::vni,   Charset::vps,
                             Charset::viscii,      Charset::bkhcm1, Charset::bkhcm2};

TEST(RestoreLetters, ReadsOldCharsetsThatWereTakenForLatin1) {
  EXPECT_EQ(restored("§¹i héi ®¶ng bé"), "Đại hội đảng bộ");
  EXPECT_EQ(detail_of("§¹i héi ®¶ng bé"), "restored: 4 of tcvn3");
  for (const std::string_view text : kTexts)
    for (const Charset charset : kLegacy) {
      const std::string bytes = test::encoded(text, charset);
      EXPECT_EQ(restored(test::as_latin1(bytes)), text) << charset_name(charset);
      EXPECT_EQ(restored(test::as_windows1252(bytes)), text) << charset_name(charset);
    }
}

TEST(RestoreLetters, ReadsOldCharsetsWhoseLettersAreAllVietnameseInLatin1) {
  EXPECT_EQ(restored("viêòc naÌy caìc sôì hôòi nghiò"), "việc này các số hội nghị");
  EXPECT_EQ(restored("laù khoâ, coù theå saùng taùc"), "lá khô, có thể sáng tác");
}

TEST(RestoreLetters, KeepsToARunThroughWordsThatAreTheSameInBothWays) {
  for (const Charset charset : kLegacy) {
    constexpr std::string_view kText = "trí tuệ, tông đồ, vì dân, văng, ôtô, HĐND, Đăng, có thể";
    if (charset == Charset::bkhcm1) continue;  // the Đ of HĐND is a sign of ASCII
    EXPECT_EQ(restored(test::as_latin1(test::encoded(kText, charset))), kText) << charset_name(charset);
  }
}

/// Every syllable of news in sentences, so many in each.
std::vector<std::string> sentences_of_every_syllable() {
  constexpr std::size_t kWordsEach = 8;
  std::vector<std::string> sentences;
  std::size_t words = 0;
  for (std::uint32_t code = 0; code < token_codes().size(); ++code) {
    const SplitTerm term = split_term(token_codes().term_of(code));
    const std::string word = composed(written(exact_of(term.folded, term.marks)));
    if (!parse_syllable(word)) continue;
    if (words++ % kWordsEach == 0) sentences.emplace_back("Hội đồng nhân dân xã bàn việc sửa đê trước mùa lũ");
    sentences.back() += ", " + word + " được";
  }
  EXPECT_GT(words, 5'000U);
  return sentences;
}

TEST(RestoreLetters, BringsBackEverySyllableOfNewsInEveryWayOfWriting) {
  std::size_t number = 0;
  for (const std::string& sentence : sentences_of_every_syllable()) {
    if (!test::is_sampled(number++)) continue;
    for (const Charset charset : kLegacy)
      EXPECT_EQ(restored(test::as_latin1(test::encoded(sentence, charset))), sentence) << charset_name(charset);
    EXPECT_EQ(restored(test::as_windows1252(sentence)), sentence);
    EXPECT_EQ(restored(test::encoded_viqr(sentence)), sentence);
  }
}

TEST(RestoreLetters, ReadsUtf8ThatWasEncodedTwiceOrThreeTimes) {
  for (const std::string_view text : kTexts) {
    EXPECT_EQ(restored(test::as_latin1(text)), text);
    EXPECT_EQ(restored(test::as_windows1252(text)), text);
    EXPECT_EQ(restored(test::as_latin1(test::as_latin1(text))), text);
    EXPECT_EQ(restored(test::as_windows1252(test::as_windows1252(text))), text);
  }
  EXPECT_EQ(restored(test::as_windows1252(test::as_windows1252("Ôtô ở Bnướch, nhà ở"))), "Ôtô ở Bnướch, nhà ở");
  EXPECT_EQ(restored("Hà Ná»™i"), "Hà Nội") << "one letter that is unmistakable";
  EXPECT_EQ(restored("â€œTin mới” từ Hà Nội"), "“Tin mới” từ Hà Nội");
  EXPECT_EQ(restored("ngÃ y Tháº§n TÃ i vÃ  bÃ  con lÃ m viá»‡c"), "ngày Thần Tài và bà con làm việc")
      << "blanks in the place of U+00A0";
}

TEST(RestoreLetters, ReadsRunsInsideSentences) {
  EXPECT_EQ(restored("Căn cứ Điều 27 Ph¸p lÖnh ¸n phÝ, lÖ phÝ Toµ ¸n và khoản 1 Điều 48"),
            "Căn cứ Điều 27 Pháp lệnh án phí, lệ phí Toà án và khoản 1 Điều 48");
  EXPECT_EQ(restored("Bị đơn: ông Trần Văn B, ñòa chæ: xaõ An Hoøa, huyeän Laïc Thuûy. Ông B vắng mặt."),
            "Bị đơn: ông Trần Văn B, địa chỉ: xã An Hòa, huyện Lạc Thủy. Ông B vắng mặt.");
}

TEST(RestoreLetters, TakesTheCommonerWordWhereARunBegins) {
  EXPECT_EQ(
      restored("Việc tính toán giảm phí " + test::as_latin1(test::encoded("đã được các xã bàn kỹ", Charset::vni))),
      "Việc tính toán giảm phí đã được các xã bàn kỹ")
      << "toán is tốn in VNI";
  EXPECT_EQ(restored("Tại hiện trường, " + test::as_latin1(test::encoded("vị trí ở cửa sông", Charset::vni))),
            "Tại hiện trường, vị trí ở cửa sông")
      << "vị is vò as it stands";
}

TEST(RestoreLetters, ReadsTheLettersThatWereLostAsBlanksOrSoftHyphens) {
  EXPECT_EQ(restored("ng\u00ADêi d©n ®­îc vay vèn"), "người dân được vay vốn");
  EXPECT_EQ(restored("KÓ tõ ngµy b¶n ¸n cã hiÖu lùc vµ ng êi ® îc thi hµnh ¸n, nh ng ch a nép"),
            "Kể từ ngày bản án có hiệu lực và người được thi hành án, nhưng chưa nộp");
}

TEST(RestoreLetters, ReadsReferencesViqrAndTwins) {
  EXPECT_EQ(restored("H&#7897;i &#273;&#7891;ng"), "Hội đồng");
  EXPECT_EQ(detail_of("H&#7897;i &#273;&#7891;ng"), "restored: 3 character references");
  EXPECT_EQ(restored("To^i ddi ho.c o+? la`ng be^n"), "Tôi đi học ở làng bên");
  EXPECT_EQ(restored("Ðảng bộ, Hà Ðông, ðồng bào"), "Đảng bộ, Hà Đông, đồng bào");
  EXPECT_EQ(restored("Hà Ðông (Ðắk Lắk), Ðắk Nông"), "Hà Đông (Đắk Lắk), Đắk Nông") << "names that no syllable spells";
  EXPECT_EQ(restored("HÐND xã, Sở GD-ÐT, Ð: eth"), "HĐND xã, Sở GD-ĐT, Ð: eth") << "abbreviations, but no letter alone";
  EXPECT_EQ(restored("Ðorður Þórðarson, Ðóra"), "Ðorður Þórðarson, Ðóra") << "Icelandic";
  EXPECT_EQ(detail_of("Ðảng bộ, Hà Ðông"), "restored: 2 words with Ð for Đ");
}

TEST(RestoreLetters, TakesWhatOneCellShowsForTheOthers) {
  std::string title = "Hµ Néi", body = "Hµ Néi, mïa thu n¨m nay bµ con ®i häc", author = "Trần Bình", town = "Hßn Gai";
  restore_letters({&title, &body, &author, &town});
  EXPECT_EQ(title, "Hà Nội");
  EXPECT_EQ(body, "Hà Nội, mùa thu năm nay bà con đi học");
  EXPECT_EQ(author, "Trần Bình");
  EXPECT_EQ(town, "Hòn Gai");
}

TEST(RestoreLetters, LeavesCleanTextOfAnyLanguageAlone) {
  constexpr std::array<std::string_view, 21> kClean{
      "Æ AE, Œ OE, Æ LATIN CAPITAL LETTER AE",
      "Når du er færdig, må du gå på den første side, så kan du få hjælp på nåde.",
      "På den måten må man nå lagre det som er gjort, og så gå videre når den første er på plass.",
      "Për të hapur një skedar të ri në këtë dritare, zgjidhni të dhënat që janë të lidhura.",
      "Più avanti non è possibile: il file può essere già aperto, cioè in uso; perciò è così.",
      "",
      "Đảng bộ huyện họp",
      "XÃ\u00A0HỘI CHỦ NGHĨA, XÃ HỘI, ĐÃ RÕ",
      "«cá» và «má», 5°C, 20 m², 3 m³, Điều 2·b, 21 º 30 º vĩ bắc, 107 º, 20 º",
      "Trận Bayern München gặp Malmö, Müller ghi bàn; Özil, Agüero và Ibrahimović nghỉ.",
      "Les élections régionales ont été reportées à l'année prochaine, où l'on votera dès le mois d'août.",
      "Größe, Straße, schöne Überraschung für Jürgen aus Köln",
      "Não é possível; a nação está em construção, informações até amanhã.",
      "El niño comió piñas en España; ¿qué pasó? ¡Adiós!",
      "Příliš žluťoučký kůň úpěl ďábelské ódy",
      "Часть первая: глава вторая",
      "Það er gott að búa á Íslandi, sagði Guðmundur Þórðarson.",
      "Zażółć gęślą jaźń; Çok güzel, teşekkürler İstanbul",
      "R&D; Q&A; AT&T, x^2 + y^2, C++",
      "新聞 기사 ニュース",
      "© 2019 Báo Mới ®, ½ giá, 10 µm"};
  for (const std::string_view text : kClean) {
    EXPECT_EQ(restored(std::string(text)), text);
    EXPECT_EQ(detail_of(std::string(text)), "");
  }
}

TEST(RestoreLetters, ChangesNothingMoreWhenItIsAskedAgain) {
  for (const std::string_view text : kTexts)
    for (const Charset charset : kLegacy) {
      const std::string once = restored("Mở đầu. " + test::as_latin1(test::encoded(text, charset)) + " Kết thúc.");
      EXPECT_EQ(restored(once), once) << charset_name(charset);
    }
}

}  // namespace
}  // namespace timbao
