// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_scan.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace timbao {
namespace {

constexpr std::string_view kLetters = "t<c#";  // text, tag, CDATA, hidden

/// The pieces of XML that is there as a whole, each with a letter for its part.
std::vector<std::string> pieces_of(std::string_view xml) {
  std::vector<std::string> pieces;
  XmlScan scan;
  while (const std::optional<XmlPiece> piece = scan.next({xml, true})) {
    pieces.push_back(kLetters[static_cast<std::size_t>(piece->part)] + std::string(piece->bytes));
    xml.remove_prefix(piece->bytes.size());
    if (xml.empty()) break;
  }
  return pieces;
}

using Pieces = std::vector<std::string>;

TEST(XmlScan, TellsTagsFromText) {
  EXPECT_EQ(pieces_of("<a b='>'>một</a>"), (Pieces{"<<a b='>'>", "tmột", "<</a>"}));
  EXPECT_EQ(pieces_of("3 < 5 <b/>"), (Pieces{"t3 ", "t< 5 ", "<<b/>"}));
  EXPECT_EQ(pieces_of("<a <b>"), (Pieces{"t<a ", "<<b>"})) << "no tag has a \"<\" inside";
  EXPECT_EQ(pieces_of("<a b=\"x> y<c>"), (Pieces{"t<a b=\"x> y", "<<c>"})) << "a quote that is not closed ends there";
  EXPECT_EQ(pieces_of("<cut"), (Pieces{"t<cut"}));
}

TEST(XmlScan, HidesCommentsAndKeepsCdataAsItIs) {
  EXPECT_EQ(pieces_of("<!-- <item> -->x"), (Pieces{"#<!--", "# <item> ", "#-->", "tx"}));
  EXPECT_EQ(pieces_of("<![CDATA[<p>]]>x"), (Pieces{"#<![CDATA[", "c<p>", "#]]>", "tx"}));
  EXPECT_EQ(pieces_of("<?xml a=\"?\"?><a>"), (Pieces{"#<?", "#xml a=\"?\"", "#?>", "<<a>"}));
  EXPECT_EQ(pieces_of("<![CDATA[mở"), (Pieces{"#<![CDATA[", "cmở"})) << "it takes the rest where it is not closed";
}

TEST(XmlScan, GivesTheSamePartsOfBytesThatComeOneByOne) {
  const std::string xml = "<?x?><a b='1'>một <![CDATA[]] ]>]]>&amp;<!-- - --> x</a>";
  XmlScan scan;
  std::string tags, cdata, text, window;
  for (std::size_t at = 0; at <= xml.size(); ++at) {
    if (at < xml.size()) window += xml[at];
    while (const std::optional<XmlPiece> piece = scan.next({window, at == xml.size()})) {
      if (piece->part == XmlPart::tag) tags += piece->bytes;
      if (piece->part == XmlPart::cdata) cdata += piece->bytes;
      if (piece->part == XmlPart::text) text += piece->bytes;
      window.erase(0, piece->bytes.size());
      if (window.empty()) break;
    }
  }
  EXPECT_EQ(tags, "<a b='1'></a>");
  EXPECT_EQ(cdata, "]] ]>");
  EXPECT_EQ(text, "một &amp; x");
}

TEST(XmlTag, IsReadWithItsAttributes) {
  const XmlTag tag = read_xml_tag("<wp:Post id = '7' href=\"/a?b&amp;c\"/>");
  EXPECT_EQ(tag.kind, XmlTagKind::empty);
  EXPECT_EQ(tag.name, "wp:Post");
  EXPECT_EQ(local_name(tag.name), "Post");
  EXPECT_EQ(attribute_of(tag.attributes, "id"), "7");
  EXPECT_EQ(attribute_of(tag.attributes, "href"), "/a?b&amp;c");
  EXPECT_EQ(attribute_of(tag.attributes, "hre"), "");
  EXPECT_EQ(read_xml_tag("</a >").name, "a");
  EXPECT_EQ(read_xml_tag("</a>").kind, XmlTagKind::end);
  for (const char* broken : {"", " a", " a=", " a=\"x", " =", "=''=", " a b c"})
    EXPECT_EQ(attribute_of(broken, "a"), "");
}

TEST(XmlRoot, IsTheFirstTagBehindDeclarations) {
  EXPECT_EQ(root_of("\uFEFF\n<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY a 'b'>]><!-- <b> --><rss a='1'>"), "rss");
  EXPECT_EQ(root_of("<rdf:RDF>"), "rdf:RDF");
  for (const char* other : {"", "Tin vắn <b>", "<", "<cut", "< a>", "{}", "<!-- "})
    EXPECT_EQ(root_of(other), "") << other;
}

}  // namespace
}  // namespace timbao
