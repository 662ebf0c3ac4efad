// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: references to letters and signs of print are read, escaped or not, and nothing else is touched.
#include "indexer/input/charset/references.h"

#include <gtest/gtest.h>

#include <array>

namespace timbao {
namespace {

struct Case {
  std::string_view text, expected;
  std::size_t count;
  std::string_view why;
};

constexpr std::array kCases{
    Case{"H&#7897;i &#x0111;&#7891;ng", "Hội đồng", 3, "by number, decimal and hexadecimal"},
    Case{"t&ecirc;n &quot;l&agrave;ng&quot;", "tên \"làng\"", 4, "by name"},
    Case{"&amp;#273;&#7843;ng, &amp;amp;#273;", "đảng, đ", 3, "escaped once more, and twice"},
    Case{"&amp;ecirc; AT&amp;T", "ê AT&T", 2, "an escaped name, and & itself"},
    Case{"&#147;Tin&#148;", "“Tin”", 2, "the numbers of Windows-1252"},
    Case{"&ldquo;Tin&rdquo;&nbsp;&hellip;", "“Tin”\u00A0…", 4, "signs of print"},
    Case{"y&", "y&", 0, "cut off by a column's width"},
    Case{"&#27", "&#27", 0, "cut off"},
    Case{"&#2", "&#2", 0, "cut off"},
    Case{"&ecir", "&ecir", 0, "cut off"},
    Case{"R&D; Q&A, a && b", "R&D; Q&A, a && b", 0, "no references"},
    Case{"&#0;&#7;&#55296;&#1114112;&#99999999;", "&#0;&#7;&#55296;&#1114112;&#99999999;", 0, "no characters"},
    Case{"a &lt; b &gt; c", "a &lt; b &gt; c", 0, "they may be meant"},
    Case{"<p>&quot;&#273;&amp;</p>", "<p>&quot;đ&amp;</p>", 1, "beside tags only letters"},
    Case{"&unknown; &;", "&unknown; &;", 0, "no names"},
    Case{"", "", 0, ""},
};

TEST(WithoutReferences, ReadsLettersAndSignsOfPrint) {
  for (const Case& row : kCases) {
    const DereferencedText read = without_references(row.text);
    EXPECT_EQ(read.text, row.expected) << row.why;
    EXPECT_EQ(read.count, row.count) << row.text;
    EXPECT_LE(read.text.size(), row.text.size()) << row.text;
  }
}

}  // namespace
}  // namespace timbao
