// SPDX-License-Identifier: GPL-2.0-or-later
// RSS, Atom and exports of WordPress come in item by item, whatever is wrong with the file around them.
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

class Feeds : public ArchiveTest {
 protected:
  void write(const std::string& name, const std::string& content) const {
    static_cast<void>(directory_.write("archive/" + name, content));
  }
};

TEST_F(Feeds, AreReadUnderAnyName) {
  write("tin.rss",
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Báo Làng</title>\n<item><title>Đê &amp; "
        "R&D</title>"
        "<link>https://lang.vn/1</link><description><![CDATA[<img src=\"a\"></br>Mưa&nbsp;lớn.]]></description>"
        "<pubDate>Mon, 21 Nov 2022 21:18:04 +0700</pubDate></item></channel></rss>");
  write("atom.txt",
        "<feed><title>Báo Xã</title><entry><title>Mùa lũ</title><link href='https://xa.vn/2'/>"
        "<content type='xhtml'><div><p>Nước lên.</p></div></content></entry></feed>");
  EXPECT_EQ(add(), summary(2, 0, 0));
  EXPECT_TRUE(holds(R"({"id":"lang.vn/1","title":"Đê & R&D","lead":"Mưa lớn.","body":null)")) << dump();
  EXPECT_TRUE(holds(R"("date":"2022-11-21T21:18:04+07:00","url":"https://lang.vn/1")")) << dump();
  EXPECT_TRUE(holds(R"({"id":"xa.vn/2","title":"Mùa lũ","lead":null,"body":"Nước lên.")")) << dump();
  EXPECT_TRUE(has_part(add(), summary(0, 0, 2)));
}

TEST_F(Feeds, OfWordPressGiveTheirPublishedPosts) {
  const auto item = [](const std::string& title, const std::string& type, const std::string& status) {
    return "<item><title>" + title + "</title><content:encoded><![CDATA[Bài " + title +
           "]]></content:encoded><wp:comment>hay</wp:comment><wp:post_type>" + type +
           "</wp:post_type><wp:status><![CDATA[" + status + "]]></wp:status></item>\n";
  };
  write("wp.xml", "<?xml version='1.0'?><rss><channel>\n" + item("một", "post", "publish") +
                      item("hai", "page", "publish") + item("ba", "post", "draft") +
                      item("bốn", "attachment", "inherit") + "</channel></rss>");
  EXPECT_EQ(add(),
            "added 1, updated 0, unchanged 0, removed 0, rejected 0, passed over 4\n"
            "timbao-index: passed over: records and files that are no articles: 4\n");
  EXPECT_TRUE(holds("Bài một"));
  EXPECT_FALSE(holds("Bài ba"));
}

TEST_F(Feeds, ThatAreCutOffGiveWhatIsWhole) {
  write("a.rss", "<rss><channel><item><title>Một</title></item>\n<item><title>Hai</title>");
  const std::string told = add({}, 1);
  EXPECT_TRUE(has_part(told, "added 1, updated 0, unchanged 0, removed 0, rejected 1")) << told;
  EXPECT_TRUE(has_part(told, "a.rss:2: broken_record: the item is cut off")) << told;
}

TEST_F(Feeds, NeverExpandWhatADocumentDeclares) {
  write("bomb.rss",
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a \"lũ lũ lũ\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
        "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>Mưa &b; "
        "&f;</title></item></channel></rss>");
  EXPECT_EQ(add(), summary(1, 0, 0));
  EXPECT_TRUE(holds(R"("title":"Mưa &b; &f;")")) << dump();
}

TEST_F(Feeds, AreNotTheOnlyXmlThatHasArticles) {
  static_cast<void>(directory_.write("archive/a.xml",
                                     "<?xml version=\"1.0\"?>\n<mysqldump><database name=\"bao\"><table_data "
                                     "name=\"loai\">\n<row><field name=\"name\">Thời sự"
                                     "</field></row></table_data><table_data name=\"tin\">\n<row><field "
                                     "name=\"tieude\">Tin a1</field><field name=\"noidung\">"
                                     "&lt;p&gt;Bà con họp&lt;/p&gt;</field><field name=\"tacgia\" "
                                     "xsi:nil=\"true\"/></row></table_data></database></mysqldump>\n"));
  static_cast<void>(
      directory_.write("archive/b.xml",
                       "<?xml version=\"1.0\"?>\n<articles><article id=\"1\"><title>Tin b1</title><document>x"
                       "</document></article><article><title>Tin b2</title></article></articles>\n"));
  const RunResult added = command({"add", archive_});
  EXPECT_TRUE(has_part(added.err, "added 3, updated 0, unchanged 0, removed 0, rejected 0, passed over 1 "))
      << added.err;
  for (const char* part : {"Tin a1", R"("body":"Bà con họp")", "Tin b1", R"("body":"x")", "Tin b2"})
    EXPECT_TRUE(holds(part)) << part << dump();
}

TEST_F(Feeds, AreToldFromOtherXml) {
  write("sitemap.xml", "<?xml version='1.0'?><urlset><url><loc>https://lang.vn/1</loc></url></urlset>");
  write("cau-hinh.xml", "<?xml version='1.0'?><settings><a>1</a></settings>");
  write("trong.rss", "<rss><channel><title>Báo Làng</title></channel></rss>");
  const std::string told = add({"--verbose"}, 1);
  EXPECT_TRUE(has_part(told, "sitemap.xml: passed over: no_article: a list of a site's pages")) << told;
  EXPECT_TRUE(has_part(told, "cau-hinh.xml: broken_record: XML, but no feed: its root is <settings>")) << told;
  EXPECT_TRUE(has_part(told, "trong.rss: empty: holds no record")) << told;
}

}  // namespace
}  // namespace timbao::test
