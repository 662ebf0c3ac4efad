// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/html/html_text.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/input/html/entities.h"
#include "indexer/input/html/html_tags.h"

using namespace timbao;

namespace {

struct Row {
  std::string_view html, text;
};

TEST(HtmlText, IsWhatABrowserShows) {
  constexpr Row kRows[] = {
      {"<p>Sáng nay</p><p>Làng <b>họp</b>.</p>", "Sáng nay\nLàng họp."},
      {"Sáng nay,<br>làng họp<br/>", "Sáng nay,\nlàng họp"},
      {"<td>một</td><td>hai</td>", "một\nhai"},
      {"<tr><td>một<tr><td>hai", "một\nhai"},
      {"<p>  Làng \n\n Hạ\t<i> họp </i>.</p>", "Làng Hạ họp ."},
      {"Đ&ecirc; &#273;i&#x1EC1;u&nbsp;x&atilde;", "Đê điều xã"},
      {"&lt;p&gt;S&aacute;ng&lt;/p&gt;&lt;p&gt;tối&lt;/p&gt;", "Sáng\ntối"},
      {"Đ&amp;ecirc; &amp;#273;i&#7873;u", "Đê điều"},
      {"<script>var a = '<p>x</p>';</script>Đê<style>p {}</style>", "Đê"},
      {"<ul><li>một<li>hai</ul>", "một\nhai"},
      {"&#147;Đê&#148; &#150; sông", "“Đê” – sông"},
      {"một\nhai &amp; ba", "một\nhai & ba"},
      {"<b>một</b>\nhai", "một\nhai"},
      {"<p>một\nhai</p>", "một hai"},
      {"3 &lt; 5", "3 < 5"},
      {"<p></p><div> </div>", ""},
      {"", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(text_of_html(row.html), row.text) << row.html;
}

TEST(HtmlText, LeavesPlainTextAsItIs) {
  for (const std::string_view text : {"Làng họp", "một\nhai", "AT&T; R&D", "5 < 7 & 7 > 5"})
    EXPECT_EQ(text_of_html(text), text);
}

TEST(HtmlText, OfAnyDepthIsRead) {
  std::string html;
  for (int depth = 0; depth < 5000; ++depth) html += "<div>";
  EXPECT_EQ(text_of_html(html + "Làng họp"), "Làng họp");
}

TEST(Entities, AreDecodedOnce) {
  constexpr Row kRows[] = {
      {"&amp;lt;", "&lt;"},   {"&#0;&#xD800;&#99999999;", "&#0;&#xD800;&#99999999;"},
      {"&Aacute;", "Á"},      {"&apos;", "'"},
      {"&khong;", "&khong;"}, {"&", "&"},
      {"&#;&;", "&#;&;"},     {"&#x110;ê", "Đê"},
  };
  for (const Row& row : kRows) EXPECT_EQ(decode_entities(row.html), row.text) << row.html;
  EXPECT_TRUE(has_entities("Đ&ecirc;"));
  EXPECT_FALSE(has_entities("AT&T; R&D"));
}

TEST(HtmlTags, HaveTheirKinds) {
  EXPECT_EQ(kind_of_tag("td"), TagKind::block);
  EXPECT_EQ(kind_of_tag("h3"), TagKind::heading);
  EXPECT_EQ(kind_of_tag("o:p"), TagKind::in_line);
  EXPECT_EQ(kind_of_tag("script"), TagKind::hidden);
}

}  // namespace
