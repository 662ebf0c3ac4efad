// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/article/article.h"
#include "indexer/input/charset/charset.h"

namespace timbao {

/// What the name of a font says of the text that is written in it.
struct LegacyFont {
  Charset charset = Charset::tcvn3;
  bool has_capitals = false;  ///< it shows small letters as capitals

  friend bool operator==(const LegacyFont& a, const LegacyFont& b) {
    return a.charset == b.charset && a.has_capitals == b.has_capitals;
  }
};

/// The charset from before Unicode that a font was made for.
///
///   legacy_font(".VnTime") == {tcvn3, false}   legacy_font(".VnTimeH") == {tcvn3, true}   legacy_font("VNI-Times")->charset == vni
///   legacy_font("Arial") is nothing
///
/// Takes    the name of a font, of any bytes; case does not count.
/// Errors   none.
/// Source   the fonts of ABC (.Vn…) and of VNI (VNI-…), as documents name them. Covered by office_paragraphs_test.
std::optional<LegacyFont> legacy_font(std::string_view name);

/// A stretch of a paragraph in such a font.
struct LegacySpan {
  std::size_t begin = 0, end = 0;  ///< bytes of the paragraph's text
  LegacyFont font;
};

/// What a word processor calls a paragraph.
enum class ParagraphStyle : std::uint8_t { text, title, heading };

/// What a style is, by its name in English, or as a Vietnamese Word shortens it in files (Tiêu đề: Tiu, Đầu đề 1: u1).
///
///   style_named("Title") == ParagraphStyle::title     style_named("heading 1") == ParagraphStyle::heading
ParagraphStyle style_named(std::string_view name);

/// A paragraph of a word-processor file, in the order in which it is read.
struct OfficeParagraph {
  std::string text;  ///< well-formed UTF-8; a line break inside it is \n
  ParagraphStyle style = ParagraphStyle::text;
  std::vector<LegacySpan> spans;  ///< in their order

  /// Appends text that is written in a font; legacy_font() of its name, or nothing.
  void append(std::string_view piece, const std::optional<LegacyFont>& font);
};

/// Decodes what is written in fonts from before Unicode, where the text agrees with the font: many files name such a font
/// and hold Unicode. A paragraph that is too short to tell follows what the others of its charset show.
///
///   {"§¹i héi", spans {0, 10, tcvn3}}   becomes "Đại hội"   beside paragraphs enough that tell
///
/// Takes    the paragraphs of one document, in which each byte of such text is a character of Latin-1 or Windows-1252.
/// Returns  how many paragraphs were decoded.
/// Errors   none.
/// Source   docs/encodings.md. Covered by office_paragraphs_test.
std::size_t decode_legacy_fonts(std::vector<OfficeParagraph>& paragraphs);

/// How much of a document was read.
enum class DocumentEnd : std::uint8_t {
  whole,
  cut,  ///< it ends in the middle, or is nested too deeply; what stands before was read
  too_many_paragraphs,
};

/// What a word processor keeps beside the text, as it stands there. Templates and computers set it too, so it counts little.
struct OfficeProperties {
  std::string title, author, created;
};

/// What a word-processor file holds.
struct OfficeText {
  std::vector<OfficeParagraph> paragraphs;
  DocumentEnd end = DocumentEnd::whole;
  OfficeProperties properties = {};

  /// Adds a paragraph, unless it is empty. Above kMostParagraphs there are too many.
  void add(OfficeParagraph paragraph);
};

/// A document may have so many paragraphs: each takes up to forty times the bytes that it has in the file. Books have some
/// ten thousand.
inline constexpr std::size_t kMostParagraphs = 200'000;

/// Makes an article of a document.
///
/// The title is what the word processor calls so, else what an official document says it is about (official_head()), else
/// a heading at the beginning, else a line at the beginning that the properties call the title, else what
/// parse_article_text() takes. Everything else is read as printed text. An author and a date that the text does not name are
/// those of the properties, where the author is named as people in Viet Nam are.
///
/// Takes    the paragraphs as they stand in the file; legacy fonts are decoded here.
/// Returns  the article without id, path and source, with a remark where the document was cut off or its fonts were
///          decoded; Rejected{empty} where there is no text, Rejected{too_large} where there are too many paragraphs.
/// Errors   none.
/// Source   docs/archives.md. Covered by office_paragraphs_test, office_xml_fuzz and rtf_fuzz.
ParsedArticle article_of_document(OfficeText document);

}  // namespace timbao
