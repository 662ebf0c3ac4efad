// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/format.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/input/article/html_signs.h"

namespace timbao {
namespace {

TEST(FormatOfName, IsToldByTheSuffixWhateverItsCase) {
  for (const char* path : {"a.jsonl", "A.NDJSON", "b/c.Jl"}) EXPECT_EQ(format_of_name(path), Format::jsonl) << path;
  EXPECT_EQ(format_of_name("a.JSON"), Format::json);
  for (const char* path : {"a.txt", "jsonl", "a.jsonl/b", "", "a.jsonl.txt"})
    EXPECT_EQ(format_of_name(path), Format::text) << path;
}

struct Content {
  std::string bytes;
  Format expected;
};

class FormatOfContent : public testing::TestWithParam<Content> {};

TEST_P(FormatOfContent, FollowsFromWhatParsesWhateverTheName) {
  for (const Format by_name : {Format::text, Format::jsonl, Format::json}) {
    const Format expected = GetParam().expected == Format::text ? by_name : GetParam().expected;
    EXPECT_EQ(format_of_content({GetParam().bytes, true}, by_name), expected) << GetParam().bytes;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, FormatOfContent,
    testing::Values(
        Content{R"({"title":"a"})", Format::jsonl}, Content{"{\"a\":1}\n{\"a\":2}\n", Format::jsonl},
        Content{"\xEF\xBB\xBF \n{\"a\":1}\n", Format::jsonl}, Content{"{\"a\":1},\n{\"a\":2}", Format::jsonl},
        Content{"{\"a\":NaN}\n", Format::jsonl}, Content{"{\"a\":\"\xFF\"}\n", Format::jsonl},
        Content{"{\"a\":\"\\ud83d\"}\n", Format::jsonl}, Content{"{\"a\":\n{\"a\":1}\n{\"a\":2}", Format::jsonl},
        Content{"{\n  \"a\": 1\n}\n", Format::json}, Content{"{\n\"a\": 1\n}\n{\n\"a\": 2\n}", Format::json},
        Content{R"([{"a":1},{"a":2}])", Format::json}, Content{"[\n{\"a\":1},\n{\"a\":2}\n]", Format::json},
        Content{"[]", Format::json}, Content{"[1,2]", Format::json}, Content{"[Ảnh] Lễ khai mạc", Format::text},
        Content{"<Bài 1> Đê điều", Format::text}, Content{"{Ảnh}", Format::text},
        Content{"{\"Ảnh\"} đẹp", Format::text}, Content{"{\"a\": b} c", Format::text}, Content{"[{Ảnh}]", Format::text},
        Content{"", Format::text}, Content{"Tin\n{\"a\":1}\nMưa\nNắng\n", Format::text}, Content{"[", Format::text}));

TEST(FormatOfLongContent, IsToldByItsBeginning) {
  const std::string body(kHeadBytes, 'x');
  EXPECT_EQ(format_of_content({"{\"title\":\"a\",\"body\":\"" + body, false}, Format::text), Format::jsonl);
  EXPECT_EQ(format_of_content({"{\n \"title\":\"a\",\n \"body\":\"" + body, false}, Format::text), Format::json);
  EXPECT_EQ(format_of_content({"[{\"title\":\"a\",\"body\":\"" + body, false}, Format::text), Format::json);
  EXPECT_EQ(format_of_content({"[Ảnh] " + body, false}, Format::text), Format::text);
}

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
