// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/formats/formats.h"

#include <gtest/gtest.h>

#include <string>

namespace timbao {
namespace {

struct Content {
  std::string bytes;
  Format expected;
};

class FormatOfContent : public testing::TestWithParam<Content> {};

TEST_P(FormatOfContent, FollowsFromWhatParsesWhateverTheName) {
  for (const Format by_name : {Format::text, Format::jsonl, Format::json, Format::html}) {
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
        Content{"var tin = [{title: 'a', body: 'b'}];", Format::json},
        Content{"export const Chu = {\n  vni: 'Vieät',\n};\n", Format::text}, Content{"[]", Format::json},
        Content{"[1,2]", Format::json}, Content{"title,body\na,b\n", Format::csv},
        Content{"id|Title| Content\r\n1|a|b", Format::csv},
        Content{"\xEF\xBB\xBF\"tieude\";\"ngày đăng\"\nĐê;1/1/2018\n", Format::csv},
        Content{"id,url\n1,a\n", Format::text}, Content{"title,body", Format::text},
        Content{"-- x\nINSERT INTO `t` VALUES (1);\n", Format::sql}, Content{"-- Tin vắn\nMưa\n", Format::text},
        Content{"CREATE TABLE t (a int);", Format::sql}, Content{"# Insert\n", Format::text},
        Content{"Tin, body\nMưa\n", Format::text}, Content{"[Ảnh] Lễ khai mạc", Format::text},
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

TEST(Formats, HaveARowEachAtTheirPlace) {
  for (std::size_t at = 0; at < kFormatNames.size(); ++at) {
    const auto format = static_cast<Format>(at);
    EXPECT_EQ(row_of(format).format, format) << kFormatNames[at].name;
    EXPECT_NE(row_of(format).open, nullptr) << kFormatNames[at].name;
  }
}

TEST(ShowsFormat, NeedsAWholeFirstLineThatIsAnObject) {
  EXPECT_TRUE(shows_format("{\"a\":1}\n{\"a\""));
  for (const char* head : {"", "{\"a\":1}", "{\n\"a\":1}", "[{\"a\":1},\n", "Tin\n"})
    EXPECT_FALSE(shows_format(head)) << head;
}

}  // namespace
}  // namespace timbao
