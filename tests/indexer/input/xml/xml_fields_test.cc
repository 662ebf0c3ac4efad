// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/xml_fields.h"

#include <gtest/gtest.h>

#include <string>

namespace timbao {
namespace {

std::string names_and_texts(std::string_view xml) {
  std::string all;
  for (const XmlField& field : fields_of_xml(xml))
    all += std::string(field.name) + "=" + std::string(field.inner) + ";";
  return all;
}

struct Fields {
  const char* xml;
  const char* expected;
};

class FieldsOfXml : public testing::TestWithParam<Fields> {};

TEST_P(FieldsOfXml, AreTheElementsDirectlyInside) { EXPECT_EQ(names_and_texts(GetParam().xml), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Table, FieldsOfXml,
    testing::Values(Fields{"", ""}, Fields{"chữ", ""}, Fields{"<a>một</a> <b/>\n<c x='1'>hai</c>", "a=một;b=;c=hai;"},
                    Fields{"<a><b>một</b></a>", "a=<b>một</b>;"},
                    Fields{"<a><a>một</a></a><b>hai</b>", "a=<a>một</a>;b=hai;"},
                    Fields{"<a>x<br>y</a><b>hai</b>", "a=x<br>y;b=hai;"},  // an element inside that is not closed
                    Fields{"<a>x</i></a><b>hai</b>", "a=x</i>;b=hai;"},    // or that was never opened
                    Fields{"<a><![CDATA[</a>]]></a><b/>", "a=<![CDATA[</a>]]>;b=;"},
                    Fields{"<a>x<b>y</b>", "a=x<b>y</b>;"}, Fields{"</a><b>y</b></b>", "b=y;"}));

TEST(TextOfXml, DecodesReferencesOnceAndLeavesCdata) {
  EXPECT_EQ(text_of_xml("Đ&#234; &amp;lt; R&D <b>lũ</b>"), "Đê &lt; R&D lũ");
  EXPECT_EQ(text_of_xml("<![CDATA[a &amp; <b>]]]]><![CDATA[>]]>"), "a &amp; <b>]]>");
  EXPECT_EQ(text_of_xml("x &lol9; y"), "x &lol9; y") << "an entity of the document's own is never expanded";
}

TEST(HtmlOfXml, IsTheSameHoweverItWasPutIntoTheFeed) {
  EXPECT_EQ(html_of_xml("&lt;p&gt;R&amp;amp;D&lt;/p&gt;"), "<p>R&amp;D</p>");
  EXPECT_EQ(html_of_xml("<![CDATA[<p>R&amp;D</p>]]>"), "<p>R&amp;D</p>");
  EXPECT_EQ(html_of_xml("<p>R&amp;D</p>"), "<p>R&amp;D</p>");
  EXPECT_EQ(html_of_xml("<p><![CDATA[3 < 5]]></p>"), "<p>3 &lt; 5</p>");
}

}  // namespace
}  // namespace timbao
