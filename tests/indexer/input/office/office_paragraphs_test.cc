// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/office_paragraphs.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/base/timestamp.h"

namespace timbao {
namespace {

// "Bà con họp bàn việc sửa đê trước mùa lũ." as the fonts of ABC have it, each byte a character of Latin-1.
constexpr std::string_view kTcvn3 = "Bµ con häp bµn viÖc söa ®ª tr\u00ADíc mïa lò.";
constexpr std::string_view kUnicode = "Bà con họp bàn việc sửa đê trước mùa lũ.";

OfficeParagraph in_font(std::string_view text, const std::string& font) {
  OfficeParagraph paragraph;
  paragraph.append(text, legacy_font(font));
  return paragraph;
}

std::vector<std::string> decoded(std::vector<OfficeParagraph> paragraphs) {
  decode_legacy_fonts(paragraphs);
  std::vector<std::string> texts;
  for (OfficeParagraph& paragraph : paragraphs) texts.push_back(std::move(paragraph.text));
  return texts;
}

using Texts = std::vector<std::string>;

TEST(LegacyFonts, AreKnownByTheirNames) {
  EXPECT_EQ(legacy_font(".VnTime"), (LegacyFont{Charset::tcvn3, false}));
  EXPECT_EQ(legacy_font(".VNARIALH"), (LegacyFont{Charset::tcvn3, true}));
  EXPECT_EQ(legacy_font("VNI-Times"), (LegacyFont{Charset::vni, false}));
  for (const char* other : {"", "Arial", "Times New Roman", "VN", "Vnitimes"})
    EXPECT_FALSE(legacy_font(other)) << other;
}

TEST(LegacyFonts, AreDecodedWhereTheTextAgrees) {
  EXPECT_EQ(decoded({in_font(kTcvn3, ".VnTime")}), Texts{std::string(kUnicode)});
  EXPECT_EQ(decoded({in_font("Baø con hoïp baøn vieäc söûa ñeâ tröôùc muøa luõ.", "VNI-Times")}),
            Texts{std::string(kUnicode)});
  EXPECT_EQ(decoded({in_font("\uF042\uF0B5 con häp bµn viÖc söa ®ª", ".VnTime")}), Texts{"Bà con họp bàn việc sửa đê"})
      << "Word may write the characters of fonts at U+F000";
}

TEST(LegacyFonts, OfCapitalsGiveCapitals) {
  EXPECT_EQ(decoded({in_font(kTcvn3, ".VnTime"), in_font("®¶ng bé", ".VnTimeH")}).back(), "ĐẢNG BỘ");
}

TEST(LegacyFonts, LieWhereTheTextIsUnicode) {
  EXPECT_EQ(decoded({in_font(kUnicode, ".VnTime")}), Texts{std::string(kUnicode)});
  EXPECT_EQ(decoded({in_font("là và có đã", ".VnTime"), in_font("xã", ".VnTime")}).back(), "xã");
  EXPECT_EQ(decoded({in_font("Xin chào các bà, các cô và các chú", "VNI-Times")}),
            Texts{"Xin chào các bà, các cô và các chú"});
}

TEST(LegacyFonts, OfAShortParagraphFollowTheOthers) {
  EXPECT_EQ(decoded({in_font("®ª", ".VnTime"), in_font(kTcvn3, ".VnTime")}).front(), "đê");
  EXPECT_EQ(decoded({in_font("®ª", ".VnTime")}).front(), "®ª") << "one word alone tells nothing";
}

TEST(LegacyFonts, MayStandInsideAParagraph) {
  OfficeParagraph paragraph = in_font(kTcvn3, ".VnTime");
  paragraph.append(" Ở Thanh Lĩnh. ", std::nullopt);
  paragraph.append("Hép bµn", legacy_font(".VnTime"));
  EXPECT_EQ(decoded({paragraph}), Texts{std::string(kUnicode) + " Ở Thanh Lĩnh. Hộp bàn"});
}

Article article_of(std::vector<OfficeParagraph> paragraphs) {
  return std::get<ReadArticle>(article_of_document({std::move(paragraphs), DocumentEnd::whole})).article;
}

OfficeParagraph styled(std::string text, ParagraphStyle style) { return {std::move(text), style, {}}; }

TEST(ArticleOfDocument, HasTheTitleThatTheStyleNames) {
  const Article article =
      article_of({styled("Báo Làng", ParagraphStyle::text), styled("Mùa", ParagraphStyle::title),
                  styled("nước lên", ParagraphStyle::title), styled("Bà con họp.", ParagraphStyle::text)});
  EXPECT_EQ(article.title, "Mùa nước lên");
  EXPECT_EQ(article.body, "Báo Làng\nBà con họp.");
}

TEST(ArticleOfDocument, TakesAHeadingAtTheBeginningElseTheFirstParagraph) {
  EXPECT_EQ(article_of({styled("Tin", ParagraphStyle::text), styled("Mùa lũ", ParagraphStyle::heading),
                        styled("Bà con họp.", ParagraphStyle::text)})
                .title,
            "Mùa lũ");
  EXPECT_EQ(
      article_of({styled("Mùa lũ\n31/01/2018", ParagraphStyle::text), styled("Bà con họp.", ParagraphStyle::text)})
          .title,
      "Mùa lũ");
}

TEST(ArticleOfDocument, TakesWhatItLacksFromItsProperties) {
  const std::vector<OfficeParagraph> paragraphs{styled("HỘI NÔNG DÂN", ParagraphStyle::text),
                                                styled("Mùa lũ ở Thanh Lĩnh", ParagraphStyle::text),
                                                styled("Nước lên từ sáng sớm.", ParagraphStyle::text)};
  const auto read = [&](OfficeProperties properties) {
    return std::get<ReadArticle>(article_of_document({paragraphs, DocumentEnd::whole, std::move(properties)})).article;
  };
  const Article article = read({"Mùa lũ ở Thanh Lĩnh ", "Nguyễn Văn An", "2019-03-12T02:00:00Z"});
  EXPECT_EQ(article.title, "Mùa lũ ở Thanh Lĩnh");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Nguyễn Văn An"});
  EXPECT_EQ(article.date, parse_timestamp("2019-03-12T02:00:00Z"));
  const Article by_template = read({"Document1", "admin", "2013-12-23T23:15:00Z"});
  EXPECT_EQ(by_template.title, "HỘI NÔNG DÂN");
  EXPECT_TRUE(by_template.authors.empty() && !by_template.date);
}

TEST(ArticleOfDocument, SaysWhereItIsCutOffAndWhenItIsEmpty) {
  const ParsedArticle cut = article_of_document({{styled("Mùa lũ", ParagraphStyle::text)}, DocumentEnd::cut});
  EXPECT_EQ(std::get<ReadArticle>(cut).remarks.at(0).kind, NoticeKind::cut_off);
  EXPECT_EQ(std::get<Rejected>(article_of_document({})).reason, RejectReason::empty);
  OfficeText many;
  for (std::size_t i = 0; i <= kMostParagraphs; ++i) many.add(styled("x", ParagraphStyle::text));
  EXPECT_EQ(many.paragraphs.size(), kMostParagraphs);
  EXPECT_EQ(std::get<Rejected>(article_of_document(std::move(many))).reason, RejectReason::too_large);
}

}  // namespace
}  // namespace timbao
