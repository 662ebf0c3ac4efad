// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/office_xml.h"

#include <gtest/gtest.h>

#include <string>

namespace timbao {
namespace {

/// The paragraphs as "text|", with "# " before a heading and "T " before a title; "…" at the end where the document is cut.
std::string shown(std::string_view xml) {
  constexpr std::string_view kSigns[] = {"", "T ", "# "};
  const OfficeText read = read_office_xml(xml);
  std::string all;
  for (const OfficeParagraph& paragraph : read.paragraphs)
    all += std::string(kSigns[static_cast<std::size_t>(paragraph.style)]) + paragraph.text + "|";
  return all + (read.end == DocumentEnd::cut ? "…" : "");
}

std::string docx(const std::string& body) { return shown("<w:document><w:body>" + body + "</w:body></w:document>"); }
std::string odt(const std::string& text, const std::string& styles = "") {
  return shown("<office:document-content>" + styles + "<office:body><office:text>" + text +
               "</office:text></office:body></office:document-content>");
}
std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string paragraph(const std::string& inner) { return "<w:p>" + inner + "</w:p>"; }

TEST(Docx, HasParagraphsOfRuns) {
  EXPECT_EQ(docx(paragraph(run("Đê &amp; ") + run("lũ")) + "\n" + paragraph(run("M&#432;a"))), "Đê & lũ|Mưa|");
  EXPECT_EQ(docx("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r></w:p><w:p/>"),
            "a\tb\nc-|");
  EXPECT_EQ(docx("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + run("a") + "</w:p>"), "a|");
}

TEST(Docx, KnowsTitlesAndHeadingsByTheirStyles) {
  const auto styled = [](const std::string& style) {
    return paragraph("<w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>" + run("a"));
  };
  EXPECT_EQ(docx(styled("Title") + styled("Tiu") + styled("Heading1") + styled("u2") + styled("BodyText")),
            "T a|T a|# a|# a|a|");
}

TEST(Docx, HasNotesAndPropertiesBehindTheText) {
  const std::string document = "<w:document><w:body>" + paragraph(run("a")) + "</w:body></w:document>";
  const std::string notes =
      "<?xml version='1.0'?><w:footnotes><w:footnote w:type='separator'><w:p/></w:footnote><w:footnote>" +
      paragraph(run("chú")) + "</w:footnote></w:footnotes>";
  const std::string core =
      "<cp:coreProperties><dc:title>Đê &amp; lũ</dc:title><dc:creator>An</dc:creator>"
      "<dcterms:created>2019-03-12T02:00:00Z</dcterms:created></cp:coreProperties>";
  EXPECT_EQ(shown(document + notes + core), "a|chú|");
  const OfficeProperties properties = read_office_xml(document + core).properties;
  EXPECT_EQ(properties.title + properties.author + properties.created, "Đê & lũAn2019-03-12T02:00:00Z");
  EXPECT_EQ(read_office_xml("<w:comment><dc:creator>An</dc:creator></w:comment>").properties.author, "");
  const std::string meta =
      "<office:meta><meta:initial-creator>An</meta:initial-creator><dc:creator>Hà</dc:creator></office:meta>";
  EXPECT_EQ(read_office_xml(meta).properties.author, "An");
}

TEST(Docx, LeavesOutWhatIsNoText) {
  EXPECT_EQ(
      docx(paragraph("<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>" +
                     run("a"))),
      "a|");
  EXPECT_EQ(docx(paragraph("<w:moveFrom>" + run("x") + "</w:moveFrom>" + run("a"))), "a|");
  EXPECT_EQ(shown("<w:hdr>" + paragraph(run("x")) + "</w:hdr><w:body>" + paragraph(run("a")) + "</w:body>"), "a|");
}

TEST(Docx, PutsTextBoxesBehindTheirParagraphOnce) {
  const std::string box = "<w:txbxContent>" + paragraph(run("hộp")) + "</w:txbxContent>";
  EXPECT_EQ(docx(paragraph(run("a") + "<w:r><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
                           "</mc:Fallback></w:r>" + run("b"))),
            "ab|hộp|");
}

TEST(Docx, GivesTheCellsOfTablesOneByOne) {
  EXPECT_EQ(docx("<w:tbl><w:tr><w:tc>" + paragraph(run("a")) + "</w:tc><w:tc>" + paragraph(run("b")) +
                 "</w:tc></w:tr></w:tbl>"),
            "a|b|");
}

TEST(Docx, IsReadAsFarAsItGoes) {
  EXPECT_EQ(shown("<w:document><w:body><w:p><w:r><w:t>một</w:t></w:r></w:p><w:p><w:r><w:t>ha"), "một|ha|…");
  std::string deep;
  for (int i = 0; i < 600; ++i) deep += "<w:tbl>";
  EXPECT_EQ(docx(paragraph(run("a")) + deep + paragraph(run("b"))), "a|…");
  EXPECT_EQ(docx("</w:p></w:x>" + paragraph(run("a") + "</w:r></w:r>")), "a|");
}

TEST(Odt, HasParagraphsHeadingsAndSigns) {
  EXPECT_EQ(odt("<text:h>Đê</text:h><text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>"
                "<text:span>d</text:span></text:p>"),
            "# Đê|a b\tc\nd|");
  EXPECT_EQ(odt("<text:p text:style-name='P1'>a</text:p><text:p text:style-name='Title'>b</text:p>",
                "<style:style style:name='P1' style:parent-style-name='Title'/>"),
            "T a|T b|");
}

TEST(Odt, PutsFootnotesBehindAndLeavesOutNotes) {
  EXPECT_EQ(
      odt("<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích</text:p>"
          "</text:note-body></text:note>b<office:annotation><text:p>x</text:p></office:annotation></text:p>"),
      "ab|chú thích|");
  EXPECT_EQ(odt("<text:tracked-changes><text:deletion><text:p>x</text:p></text:deletion></text:tracked-changes>"
                "<text:p>a</text:p>"),
            "a|");
}

TEST(OfficeXml, TellsTheFontsOfRuns) {
  const OfficeText word = read_office_xml(
      "<w:body><w:p><w:r><w:rPr><w:rFonts "
      "w:ascii='.VnTime'/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p></w:body>");
  ASSERT_EQ(word.paragraphs.at(0).spans.size(), 1U);
  EXPECT_EQ(word.paragraphs[0].spans[0].end, 1U);
  const OfficeText writer = read_office_xml(
      "<style:style style:name='T1'><style:text-properties style:font-name='VNI-Times'/></style:style><office:text>"
      "<text:p>a<text:span text:style-name='T1'>b<text:span>c</text:span></text:span></text:p></office:text>");
  ASSERT_EQ(writer.paragraphs.at(0).spans.size(), 1U);
  EXPECT_EQ(writer.paragraphs[0].spans[0].begin, 1U);
  EXPECT_EQ(writer.paragraphs[0].spans[0].end, 3U);
  EXPECT_EQ(writer.paragraphs[0].spans[0].font.charset, Charset::vni);
}

}  // namespace
}  // namespace timbao
