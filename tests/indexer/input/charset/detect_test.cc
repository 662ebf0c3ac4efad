// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the charset of a text of some words is found, UTF-8 is never taken for another one, and what is no Vietnamese
// is not taken for it.
#include "indexer/input/charset/detect.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "indexer/input/charset/decode.h"
#include "tests/indexer/input/charset/encoded.h"

namespace timbao {
namespace {

constexpr std::array kOthers{Charset::windows1258, Charset::tcvn3,  Charset::tcvn5712, Charset::vni,
                             Charset::vps,         Charset::viscii, Charset::bkhcm1,   Charset::bkhcm2};

constexpr std::array<std::string_view, 6> kTexts{
    "Hội đồng nhân dân huyện Thanh Lĩnh họp kỳ thứ tám, bàn việc sửa đê trước mùa lũ.",
    "Bà con xã Bình An mong con đường mới sớm xong để trẻ em đi học đỡ vất vả.",
    "Giá lúa đầu vụ tăng nhẹ, thương lái đến tận ruộng hỏi mua.",
    "Chỉ thị số 05-CT/TW được đọc tại chi bộ, mỗi đảng viên tự nhận một việc.",
    "Mưa lớn suốt đêm, nước sông lên nhanh.",
    "Thư bạn đọc: cảm ơn các y sĩ trạm xá."};

TEST(DetectCharset, FindsTheCharsetOfAFewWords) {
  for (const Charset charset : kOthers)
    for (const std::string_view text : kTexts) {
      const std::string bytes = test::encoded(text, charset);
      EXPECT_EQ(decode(bytes, detect_charset(bytes).charset).text, text) << charset_name(charset);
    }
}

TEST(DetectCharset, TakesControlCharactersForLettersWhereTheyAre) {
  const std::string bytes = test::encoded("Ý kiến của bà con được ghi đủ", Charset::tcvn5712);
  EXPECT_EQ(detect_charset(bytes).charset, Charset::tcvn5712) << "in TCVN3 the first byte is nothing";
}

TEST(DetectCharset, LeavesUtf8Alone) {
  for (const std::string_view text : kTexts) EXPECT_EQ(detect_charset(text).charset, Charset::utf8);
  EXPECT_EQ(detect_charset("").charset, Charset::utf8);
  EXPECT_EQ(detect_charset("Nam Trung Bo").charset, Charset::utf8);
}

TEST(DetectCharset, TakesWrongBytesInUtf8ForARepair) {
  for (const std::string_view text : kTexts) {
    EXPECT_EQ(detect_charset(std::string(text) + "\xFF").charset, Charset::utf8);
    EXPECT_EQ(detect_charset(std::string(text).insert(text.find(' '), "\xC3")).charset, Charset::utf8);
    EXPECT_EQ(detect_charset(text.substr(0, 1 + text.find_last_of("\xC3\xC4\xC6\xE1"))).charset, Charset::utf8)
        << "cut short";
  }
}

TEST(DetectCharset, FindsTheCharsetOfTextWithForeignWordsInIt) {
  constexpr std::string_view kText =
      "phong trào đốt đàn piano cũ vào cuối năm, với một loạt buổi biểu diễn piano, rồi thả trôi những chiếc piano cũ";
  for (const Charset charset : kOthers) {
    const std::string bytes = test::encoded(kText, charset);
    EXPECT_EQ(decode(bytes, detect_charset(bytes).charset).text, kText) << charset_name(charset);
  }
}

TEST(DetectCharset, TakesNoOtherLanguageAndNoNoiseForVietnamese) {
  for (const std::string_view bytes :
       {"Les \xE9lections r\xE9gionales ont \xE9t\xE9 report\xE9"
        "es \xE0 l'ann\xE9"
        "e prochaine.",  // Latin-1
        "Gr\xFC\xDF"
        "e aus M\xFCnchen, sch\xF6ne \xDC"
        "berraschung",  // Latin-1
        "\xD7\xE0\xF1\xF2\xFC \xEF\xE5\xF0\xE2\xE0\xFF, \xE3\xEB\xE0\xE2\xE0 "
        "\xE2\xF2\xEE\xF0\xE0\xFF",  // Windows-1251
        "P\xE5 den m\xE5ten m\xE5 man n\xE5 lagre det som er gjort, og s\xE5 g\xE5 "
        "videre.",  // Norwegian, Latin-1
        "Pi\xF9 avanti non \xE8 possibile: il file pu\xF2 essere gi\xE0 aperto, cio\xE8 "
        "in uso.",  // Italian, Latin-1
        "\xE8 vero, non \xE8 possibile, \xE8 cos\xEC, \xE8 gi\xE0 qui, c'\xE8 la "
        "citt\xE0",  // the same: one letter often
        "n\xE3o h\xE1 suporte: \xE9 grande demais, s\xF3 \xE9 lido um n\xFAmero, \xE9 "
        "isso",  // Portuguese
        "n\xEDos m\xF3 n\xE1 t\xE1, n\xF3 is ionann, n\xEDos l\xFA, \xFAire n\xE1, "
        "c\xE9n f\xE1th",  // Irish
        "\xABun\xBB, \xAB"
        "deux\xBB, \xABtrois\xBB, \xABquatre\xBB",  // quotes alone
        "\xD6\xD0\xB9\xFA\xC8\xCB\xC3\xF1", "\x89PNG\r\n\x1A\n\xFF\xD8\xFF\xE0\x10JFIF\x01\xF3\xB9"})
    EXPECT_EQ(detect_charset(bytes).charset, Charset::utf8) << bytes;
}

}  // namespace
}  // namespace timbao
