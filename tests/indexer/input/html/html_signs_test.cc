// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/html_signs.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(HtmlSigns, KnowTagsAndEntities) {
  for (const char* html : {"<p>a", "a<br>b", "<br/>", "</div>", "<a href=\"x\">", "<STRONG>x", "&nbsp;", "&#7873;",
                           "&#x1EA1;", "x &amp; y", "3 < 5 <b>"})
    EXPECT_TRUE(looks_like_html(html)) << html;
  for (const char* text : {"", "a < b", "<Bài 1>", "<pa>", "a & b", "AT&T;", "&;", "&#;", "&#x;", "& amp;", "<", "&",
                           "x<p", "<bao.vn>", "R&D; lab"})
    EXPECT_FALSE(looks_like_html(text)) << text;
}

}  // namespace
}  // namespace timbao
