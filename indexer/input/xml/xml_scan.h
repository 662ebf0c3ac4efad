// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace timbao {

/// What a piece of XML is.
enum class XmlPart : std::uint8_t {
  text,    ///< text with references, and a "<" that begins no tag
  tag,     ///< a whole start tag, end tag or tag of an empty element
  cdata,   ///< the text of a CDATA section, which has no references
  hidden,  ///< comments, instructions, declarations, and the signs around CDATA sections
};

/// A piece of XML. Text, CDATA and what is hidden may come in several pieces.
struct XmlPiece {
  XmlPart part;
  std::string_view bytes;
};

/// The bytes that a piece is cut from.
struct XmlWindow {
  std::string_view bytes;
  bool is_last;  ///< nothing follows these bytes
};

/// Cuts XML into pieces, from any bytes of a charset that contains ASCII.
///
///   XmlScan scan;
///   scan.next({"<b>một</b>", true})   // tag "<b>"; then, of the rest, text "một" and tag "</b>"
///
/// It is used in place of a parser where XML comes from strangers and is seldom well-formed (feeds): a parser gives up at
/// the first "&" that stands for itself or at an element that is not closed, and what follows would be lost.
///
/// Takes    at each call the bytes behind the last piece.
/// Returns  the next piece, at least one byte; nothing where more bytes are needed to tell. A tag with a "<" inside, or
///          with more than kMostXmlTagBytes, is text.
/// Errors   none.
/// Source   XML 1.0, sections 2.4 to 2.8 and 3.1. Covered by xml_scan_test and feed_fuzz.
class XmlScan {
 public:
  std::optional<XmlPiece> next(const XmlWindow& window);

 private:
  std::optional<XmlPiece> rest_of_section(const XmlWindow& window);

  std::string_view section_end_;  // of the comment, CDATA section, … that is open; empty outside
  XmlPart section_part_ = XmlPart::hidden;
};

/// The pieces of XML that is in memory as a whole.
///
///   XmlPieces pieces(xml);
///   while (const std::optional<XmlPiece> piece = pieces.next()) …   // each is a part of `xml`
///
/// Takes    text that outlives it.
/// Errors   none.
class XmlPieces {
 public:
  explicit XmlPieces(std::string_view xml) : rest_(xml) {}

  /// Returns  the next piece; nothing at the end.
  std::optional<XmlPiece> next() {
    const std::optional<XmlPiece> piece = scan_.next({rest_, true});
    if (piece) rest_.remove_prefix(piece->bytes.size());
    return piece;
  }

 private:
  XmlScan scan_;
  std::string_view rest_;
};

/// The longest tag. No feed has one of a tenth of it.
inline constexpr std::size_t kMostXmlTagBytes = std::size_t{16} << 10U;

/// What a tag does.
enum class XmlTagKind : std::uint8_t { start, end, empty };

/// A tag, read.
///
///   read_xml_tag("<wp:Post id='7'/>")   {empty, "wp:Post", " id='7'"}
struct XmlTag {
  XmlTagKind kind;
  std::string_view name;        ///< with its prefix
  std::string_view attributes;  ///< what stands behind the name
};

/// Reads the bytes of a piece that is XmlPart::tag.
XmlTag read_xml_tag(std::string_view bytes);

/// The part of a name behind its prefix: local_name("atom:entry") == "entry".
std::string_view local_name(std::string_view name);

/// The value of an attribute, with its references as they stand; empty where the tag has none of that name.
///
///   attribute_of(R"( rel="self" href='/a?b&amp;c')", "href") == "/a?b&amp;c"
///
/// Takes    XmlTag::attributes, of any bytes.
/// Errors   none.
std::string_view attribute_of(std::string_view attributes, std::string_view name);

/// The name of the outermost element, as far as the beginning of a document shows it; empty where that is no XML.
///
///   root_of("<?xml version='1.0'?><!-- tin --><rss version='2.0'>") == "rss"     root_of("Tin vắn") == ""
///
/// Takes    the beginning of a file, of any bytes; white space and a byte order mark may stand before it.
/// Errors   none.
std::string_view root_of(std::string_view head);

}  // namespace timbao
