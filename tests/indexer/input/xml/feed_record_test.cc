// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/xml/feed_record.h"

#include <gtest/gtest.h>

#include <string>

namespace timbao {
namespace {

std::string json_of(const std::string& fields) {
  const auto made = feed_record("<item>" + fields + "</item>");
  const auto* const record = std::get_if<FeedRecord>(&made);
  return record == nullptr ? "passed over: " + std::get<Notice>(made).remark.detail : record->json;
}

struct Item {
  const char* fields;
  const char* expected;
};

class FeedRecords : public testing::TestWithParam<Item> {};

TEST_P(FeedRecords, KeepTheNamesOfTheirElements) { EXPECT_EQ(json_of(GetParam().fields), GetParam().expected); }

const Item kRss[] = {
    {"", "{}"},
    {"<title>Đê &amp; điều</title><link> https://bao.vn/1 </link>",
     R"({"title":"Đê & điều","link":"https://bao.vn/1"})"},
    {"<title><![CDATA[Làng &quot;Mới&quot;]]></title>", R"({"title":"Làng \"Mới\""})"},
    {"<title>a</title><description>&lt;p&gt;Mưa&lt;/p&gt;&lt;p&gt;lũ&lt;/p&gt;</description>",
     R"({"title":"a","description":"Mưa\nlũ"})"},
    {"<description>chỉ có thế</description>", R"({"content":"chỉ có thế"})"},
    {"<title>a</title><description>b</description><content:encoded><![CDATA[<p>c</p>]]></content:encoded>",
     R"({"title":"a","description":"b","content:encoded":"c"})"},
    {"<title>a</title><author>an@bao.vn (An Vũ)</author><dc:creator>Hà Chi</dc:creator>",
     R"({"title":"a","author":"An Vũ","dc:creator":"Hà Chi"})"},
    {"<title>a</title><category>Xã</category><category>Làng</category>", R"({"title":"a","category":["Xã","Làng"]})"},
    {"<title>a</title><source url='https://x.vn'>Báo Xã</source><guid>https://x.vn/1</guid>",
     R"({"title":"a","source":"Báo Xã","guid":"https://x.vn/1"})"},
    {"<title>a</title><guid isPermaLink='false'>tin-7</guid>", R"({"title":"a","id":"tin-7"})"},
    {"<title>a</title><guid isPermaLink='false'>tin-7</guid><link>https://x.vn/1</link>",
     R"({"title":"a","link":"https://x.vn/1","extra":{"guid":"tin-7"}})"},
    {"<title>a</title><slash:comments>0</slash:comments><media:content url='https://x.vn/a.jpg'/>",
     R"({"title":"a","extra":{"slash:comments":"0","media:content":"https://x.vn/a.jpg"}})"},
};
const Item kAtom[] = {
    {"<title type='html'>M&amp;#432;a</title><link rel='self' href='https://x.vn/s'/><link "
     "href='https://x.vn/1?a&amp;b'/>",
     R"({"title":"Mưa","link":"https://x.vn/1?a&b","extra":{"link:self":"https://x.vn/s"}})"},
    {"<atom:title>a</atom:title><id>tag:x.vn,2020:1</id><published>2020-01-02T03:04:05Z</published>",
     R"({"title":"a","published":"2020-01-02T03:04:05Z","id":"tag:x.vn,2020:1"})"},
    {"<title>a</title><author><name>An Vũ</name><uri>https://x.vn</uri></author>", R"({"title":"a","author":"An Vũ"})"},
    {"<title>a</title><category term='lang' label='Làng'/><category term='xa'/>",
     R"({"title":"a","category":["Làng","xa"]})"},
    {"<title>a</title><content type='xhtml'><div><p>Mưa</p><p>lũ</p></div></content><summary>b</summary>",
     R"({"title":"a","content":"Mưa\nlũ","summary":"b"})"},
    {"<title>a</title><source><id>x</id><title>Báo Xã</title></source>", R"({"title":"a","source":"Báo Xã"})"},
    {"<title>a</title><category scheme='http://x/g#kind' term='http://x/b#post'/>",
     R"({"title":"a","extra":{"kind":"http://x/b#post"}})"},
    {"<title>a</title><category scheme='http://x/g#kind' term='http://x/b#comment'/>",
     "passed over: an entry of Blogger of the kind 'comment'"},
    {"<title>a</title><app:control><app:draft>yes</app:draft></app:control>", "passed over: a draft"},
};
const Item kWordPress[] = {
    {"<title>a</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>",
     R"({"title":"a","extra":{"wp:post_type":"post","wp:status":"publish"}})"},
    {"<title>a</title><wp:post_type><![CDATA[attachment]]></wp:post_type>",
     "passed over: an item of WordPress whose type is 'attachment'"},
    {"<title>a</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status>",
     "passed over: an item of WordPress whose status is 'draft'"},
    {"<title>a</title><category domain='category'>Xã</category><category domain='post_tag'>lũ</category>",
     R"({"title":"a","category":"Xã","tags":"lũ"})"},
    {"<title>a</title><wp:postmeta><wp:meta_key>nguon</wp:meta_key><wp:meta_value>Báo Xã</wp:meta_value></wp:postmeta>",
     R"({"title":"a","extra":{"nguon":"Báo Xã"}})"},
};
INSTANTIATE_TEST_SUITE_P(Rss, FeedRecords, testing::ValuesIn(kRss));
INSTANTIATE_TEST_SUITE_P(Atom, FeedRecords, testing::ValuesIn(kAtom));
INSTANTIATE_TEST_SUITE_P(WordPress, FeedRecords, testing::ValuesIn(kWordPress));

TEST(FeedRecords, MayBeRowsOfTables) {
  const auto made = feed_record(
      "<row><field name=\"Summary\">Lũ</field><column name=\"content\">Bà con</column><date>1</date></row>");
  EXPECT_EQ(std::get<FeedRecord>(made).json, R"({"summary":"Lũ","content":"Bà con","date":"1"})");
  EXPECT_TRUE(is_feed_item("mysqldump", "row") && is_feed_item("x", "a:item"));
  EXPECT_FALSE(is_feed_item("rss", "row") || is_feed_item("news", "news") || is_feed_item("x", "pma:table"));
}

TEST(FeedRecords, TakeALongDescriptionForTheArticleWhereThereIsNoOther) {
  const std::string text(2000, 'x');
  EXPECT_EQ(json_of("<title>a</title><description>" + text + "</description>"),
            R"({"title":"a","content":")" + text + "\"}");
}

TEST(FeedRecords, CountTheCommentsOfReaders) {
  const auto made =
      feed_record("<item><title>a</title><wp:comment><title>b</title></wp:comment><wp:comment>c</wp:comment></item>");
  EXPECT_EQ(std::get<FeedRecord>(made).json, R"({"title":"a"})");
  EXPECT_EQ(std::get<FeedRecord>(made).comments, 2U);
}

TEST(FeedRecords, TakeTimeThatGrowsWithTheItem) {
  std::string fields;
  for (int i = 0; i < 60'000; ++i) fields += "<a" + std::to_string(i) + ">x</a" + std::to_string(i) + "><description/>";
  EXPECT_EQ(json_of(fields.substr(0, 21)), R"({"a0":"x"})");
  const auto made = feed_record("<item>" + fields + "</item>");
  EXPECT_EQ(std::get<Rejected>(made).reason, RejectReason::too_large);
}

TEST(FeedRecords, NeedNoEndTags) {
  for (const char* broken : {"", "<", "<item>", "<item><title>", "<item></", "item", "</item>"})
    EXPECT_TRUE(std::holds_alternative<FeedRecord>(feed_record(broken))) << broken;
}

}  // namespace
}  // namespace timbao
