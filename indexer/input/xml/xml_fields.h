// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// An element directly inside another one.
///
///   <dc:creator id="7">An <b>Vũ</b></dc:creator>   {"dc:creator", R"( id="7")", "An <b>Vũ</b>"}
struct XmlField {
  std::string_view name;        ///< with its prefix
  std::string_view attributes;  ///< for attribute_of()
  std::string_view inner;       ///< what stands between its tags, as it stands there
};

/// The elements directly inside an element.
///
///   fields_of_xml("<title>Một</title><link/>") == {{"title", "", "Một"}, {"link", "", ""}}
///
/// Takes    what stands between the tags of the element, as XmlField::inner has it; well-formed XML or not.
/// Returns  parts of `xml`, in their order. An element ends with the first end tag of its name that no start tag of the
///          same name inside it claims; elements inside it need not be closed. Without such a tag it takes the rest.
///          At most kMostXmlFields of them.
/// Errors   none.
/// Source   XmlScan; covered by xml_fields_test and feed_fuzz.
std::vector<XmlField> fields_of_xml(std::string_view xml);

/// An element may hold so many others: each of them takes twelve times the bytes of the shortest tag.
inline constexpr std::size_t kMostXmlFields = 100'000;

/// The text of an element: without tags, CDATA sections as they are, references decoded once.
///
///   text_of_xml("<![CDATA[R&D]]> &amp;lt; <b>một</b>") == "R&D &lt; một"
///
/// Takes    XmlField::inner.
/// Errors   none.
std::string text_of_xml(std::string_view inner);

/// The HTML of an element, in whichever of the three ways it was put there: escaped, as a CDATA section, or as elements.
///
///   html_of_xml("&lt;p&gt;R&amp;amp;D")        == "<p>R&amp;D"
///   html_of_xml("<![CDATA[<p>R&amp;D]]>")      == "<p>R&amp;D"
///   html_of_xml("<div><p>R&amp;D</p></div>")   == "<div><p>R&amp;D</p></div>"
///
/// Takes    XmlField::inner.
/// Errors   none.
std::string html_of_xml(std::string_view inner);

}  // namespace timbao
