// SPDX-License-Identifier: GPL-2.0-or-later
// Tables come in a row an article, whatever separates their cells, and what is no article is said.
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

using Tables = ArchiveTest;

TEST_F(Tables, AreReadWithAnySeparatorUnderAnyName) {
  static_cast<void>(
      directory_.write("archive/comma.csv",
                       "\xEF\xBB\xBFTitle,Publish_Date,Content\r\n"
                       "\"Đê \"\"mới\"\"\",\"Thứ hai, 5/6/2017, 10:12 (GMT+7)\",\"Bà con\r\nhọp, bàn\"\r\n"));
  static_cast<void>(directory_.write("archive/bar.txt", "url| title| authors\nhttps://lang.vn/1|Mùa lũ|An Vũ, \n"));
  static_cast<void>(directory_.write("archive/semicolon.csv", "sep=;\ntieude;noidung\nHội làng;Xuân về, trống rộn\n"));
  static_cast<void>(directory_.write("archive/tab.tsv", "title\tbody\nChợ phiên\tHọp, sớm\n"));
  const RunResult added = command({"add", archive_});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_TRUE(has_part(added.err, "added 4, updated 0, unchanged 0, removed 0, rejected 0")) << added.err;
  for (const char* part :
       {R"("title":"Đê \"mới\"")", R"("body":"Bà con\nhọp, bàn")", R"("date":"2017-06-05T10:12:00+07:00")",
        R"("title":"Mùa lũ")", R"("author":"An Vũ")", R"("title":"Hội làng")", R"("body":"Xuân về, trống rộn")",
        R"("title":"Chợ phiên")", R"("body":"Họp, sớm")"})
    EXPECT_TRUE(holds(part)) << part << "\n" << dump();
}

TEST_F(Tables, KeepTheirListsAndTheirOtherColumns) {
  static_cast<void>(directory_.write("archive/a.csv",
                                     "title,category,tags/0,tags/1,views,\n"
                                     "Đê điều,\"['Thời sự', 'Xã hội']\",lũ,đê,7,\n"));
  EXPECT_TRUE(has_part(add(), "added 1"));
  EXPECT_TRUE(holds(R"("section":["Thời sự","Xã hội"])")) << dump();
  EXPECT_TRUE(holds(R"("tags":["lũ","đê"])")) << dump();
  EXPECT_TRUE(holds(R"("views":"7")")) << dump();
}

TEST_F(Tables, LoseOnlyTheRowsThatAreBroken) {
  static_cast<void>(directory_.write(
      "archive/a.csv",
      "title,body\n\"Tin một,x\n\"Tin hai\",y\n,\n,\ntitle,body\n\"Tin ba\",z\n,only text\nhttp://x,\"\"\n"));
  const RunResult added = command({"add", "--verbose", archive_});
  EXPECT_TRUE(has_part(added.err, "added 4, updated 0, unchanged 0, removed 0, rejected 1")) << added.err;
  EXPECT_TRUE(has_part(added.err, "a.csv:2: broken_record: a quoted cell")) << added.err;
  EXPECT_TRUE(has_part(added.err, "rows without any value, the first in line 4")) << added.err;
  EXPECT_TRUE(has_part(added.err, "a.csv:6: passed over: no_article: the names of the columns again")) << added.err;
  EXPECT_TRUE(has_part(added.err, "passed over 3 ")) << added.err;
}

TEST_F(Tables, MayHaveAHeadingAboveTheirNames) {
  static_cast<void>(
      directory_.write("archive/a.csv",
                       "sep=;\nDANH SÁCH TIN BÀI;;\n\n# tháng 5\nSTT;Tiêu đề;Nội dung\n1;Đê điều;Bà con họp\n"
                       "2;Nội dung;Tin vắn\n"));
  const RunResult added = command({"add", "--verbose", archive_});
  EXPECT_TRUE(has_part(added.err, "added 2, updated 0, unchanged 0, removed 0, rejected 0, passed over 2 "))
      << added.err;
  EXPECT_TRUE(has_part(added.err, "a.csv:4: passed over: no_article: a row before the names of the columns"))
      << added.err;
  EXPECT_TRUE(holds(R"("title":"Đê điều","lead":null,"body":"Bà con họp")")) << dump();
}

TEST_F(Tables, WithoutNamesNeedAMap) {
  static_cast<void>(directory_.write(
      "archive/a.csv", "Đê điều,\"Bà con họp, bàn\",https://lang.vn/1\nMùa lũ,Nước lên,https://lang.vn/2,Làng Sen\n"));
  const RunResult refused = command({"add", archive_});
  EXPECT_TRUE(has_part(refused.err, "a.csv:1: broken_record: the first row names no title and no text; --map"))
      << refused.err;
  EXPECT_TRUE(has_part(refused.err, "rejected 1 ")) << refused.err;
  const RunResult added = command({"add", "--map", "title=1,lead=2,url=3", archive_});
  EXPECT_TRUE(has_part(added.err, "added 2, updated 0, unchanged 0, removed 0, rejected 0")) << added.err;
  EXPECT_TRUE(holds(R"("title":"Mùa lũ","lead":"Nước lên")")) << dump();
  EXPECT_TRUE(holds("Làng Sen"));
}

TEST_F(Tables, AndRecordsHaveTheFieldsThatTheMapNames) {
  static_cast<void>(directory_.write("archive/a.csv", "ma,dau de,chi tiet\n1,Đê điều,Bà con họp.\n"));
  static_cast<void>(directory_.write("archive/b.jsonl", "{\"ma\":2,\"title\":\"khác\",\"Đầu_đề\":\"Mùa lũ\"}\n"));
  const RunResult added = command({"add", "--map", "id=ma,title=đầu đề,body=3", archive_});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_TRUE(holds(R"({"id":"1","title":"Đê điều")")) << dump();
  EXPECT_TRUE(holds(R"("body":"Bà con họp.")")) << dump();
  EXPECT_TRUE(holds(R"({"id":"2","title":"Mùa lũ")")) << dump();
}

TEST_F(Tables, AreReadInUtf16AndInOldCharsets) {
  std::string utf16 = "\xFF\xFE";
  for (const char16_t unit : std::u16string_view(u",link,name\n0,https://lang.vn/1,Đê điều làng Sen\n"))
    utf16 += {static_cast<char>(unit & 0xFFU), static_cast<char>(unit >> 8U)};
  static_cast<void>(directory_.write("archive/a.csv", utf16));
  static_cast<void>(directory_.write("archive/b.csv",  // "Đại hội đảng bộ huyện Thanh Lĩnh", "Bà con họp bàn việc"
                                     "title,body\n\xA7\xB9i h\xE9i \xAE\xB6ng b\xE9 huy\xD6n Thanh L\xDCnh,"
                                     "B\xB5 con h\xE4p b\xB5n vi\xD6"
                                     "c\n"));
  EXPECT_EQ(command({"add", archive_}).status, 0);
  EXPECT_TRUE(holds("Đê điều làng Sen")) << dump();
  EXPECT_TRUE(holds("Đại hội đảng bộ huyện Thanh Lĩnh")) << dump();
  EXPECT_TRUE(holds("Bà con họp bàn việc")) << dump();
}

TEST_F(Tables, AreInOneCharsetAlsoWhereARowIsTooShortToTell) {
  static_cast<void>(directory_.write("archive/a.csv",  // "Đê lũ" behind "Đại hội đảng bộ huyện Thanh Lĩnh họp bàn việc"
                                     "title\n\xA7\xB9i h\xE9i \xAE\xB6ng b\xE9 huy\xD6n Thanh L\xDCnh h\xE4p b\xB5n "
                                     "vi\xD6"
                                     "c\n\xA7\xAA l\xF2\n"));
  EXPECT_EQ(command({"add", archive_}).status, 0);
  EXPECT_TRUE(holds("\"Đê lũ\"")) << dump();
}

TEST_F(Tables, OfADatabaseGiveTheRowsOfOneTable) {
  static_cast<void>(directory_.write("archive/a.sql",
                                     "-- MySQL dump\nCREATE TABLE `loai` (`id` int, `ten` text);\nINSERT INTO `loai` "
                                     "VALUES (1,'Thời sự'),(2,'Xã hội');\n"
                                     "CREATE TABLE `bai` (`idbaiviet` int, `tieude` text, `noidung` text);\nINSERT "
                                     "INTO `bai` VALUES (7,'Đê \\'mới\\'','Bà "
                                     "con\\nhọp'),\n(8,'It's broken','x'),\n(9,'Mùa lũ',NULL);\n"));
  const RunResult added = command({"add", "--verbose", archive_});
  EXPECT_TRUE(has_part(added.err, "added 2, updated 0, unchanged 0, removed 0, rejected 1, passed over 2 "))
      << added.err;
  EXPECT_TRUE(has_part(added.err, "rows of the table 'loai'; articles are read from 'bai'")) << added.err;
  EXPECT_TRUE(has_part(added.err, "a.sql:6: broken_record: a row of the table 'bai'")) << added.err;
  EXPECT_TRUE(holds(R"({"id":"7","title":"Đê 'mới'")")) << dump();
  EXPECT_TRUE(holds(R"("body":"Bà con\nhọp")")) << dump();
  const RunResult other = command({"add", "--table", "loai", "--map", "title=ten", archive_});
  EXPECT_TRUE(has_part(other.err, "added 2, updated 0, unchanged 0, removed 2,")) << other.err;
  const RunResult none = command({"add", "--dry-run", "--table", "khac", archive_});
  EXPECT_TRUE(has_part(none.err, "there is no table 'khac', but bai, loai")) << none.err;
}

TEST_F(Tables, OfADatabaseThatLookLikeArticlesTooAreNamed) {
  static_cast<void>(
      directory_.write("archive/a.sql",
                       "--\n-- PostgreSQL database dump\n--\n\nCOPY public.tin (id, title, content) FROM "
                       "stdin;\n7\tĐê mới\tBà con\\nhọp\n\\.\n\nCOPY public.anh (id, url) FROM stdin;\n"
                       "1\tx\n\\.\n\nCOPY public.su_kien (id, title, content) FROM stdin;\n7\tLễ hội\tVui\n"
                       "8\tHội đua\tVui\n\\.\n"));
  const RunResult added = command({"add", archive_});
  EXPECT_TRUE(has_part(added.err, "added 1, updated 0, unchanged 0, removed 0, rejected 0, passed over 3 "))
      << added.err;
  EXPECT_TRUE(has_part(added.err, "warning: other_table: the table 'su_kien'; articles are read from 'tin'"))
      << added.err;
  EXPECT_FALSE(has_part(added.err, "other_table: the table 'anh'")) << added.err;
  EXPECT_TRUE(holds(R"({"id":"7","title":"Đê mới",)")) << dump();
  EXPECT_TRUE(holds(R"("body":"Bà con\nhọp")")) << dump();
}

TEST_F(Tables, OfWordPressGiveItsPublishedPosts) {
  static_cast<void>(directory_.write(
      "archive/a.sql",
      "-- WordPress\nINSERT INTO `wp_posts` (`ID`, `post_title`, `post_content`, `post_status`, `post_type`, `guid`) "
      "VALUES\n"
      "(1,'Đê "
      "mới','x','publish','post','https://bao.vn/?p=1'),\n(2,'Đê','x','inherit','revision','https://bao.vn/?p=2'),\n"
      "(3,'Lũ','x','draft','post','https://bao.vn/?p=3');\n"));
  const RunResult added = command({"add", "--verbose", archive_});
  EXPECT_TRUE(has_part(added.err, "added 1, updated 0, unchanged 0, removed 0, rejected 0, passed over 2 "))
      << added.err;
  EXPECT_TRUE(has_part(added.err, "a.sql:4: passed over: no_article: a post of WordPress whose type is 'revision'"))
      << added.err;
  EXPECT_TRUE(has_part(added.err, "whose status is 'draft'")) << added.err;
}

TEST_F(Tables, OfJsonAreReadAsProgramsWriteThem) {
  static_cast<void>(directory_.write("archive/a.json",
                                     "{\"data\":[{\"title\":\"Tin a1\",\"body\":\"x\"},\n{\"title\":\"Tin a2\","
                                     "\"body\":\"y\",}],\"meta\":{\"total\":2}}"));
  static_cast<void>(directory_.write("archive/b.txt",
                                     "window.tin = [{title:\"Tin b1\",body:\"x\"},\n{title:'Tin b2',body:None}];\n"));
  static_cast<void>(
      directory_.write("archive/c.json",
                       "{\"_id\":ObjectId(\"5f\"),\"title\":\"Tin c1\",\"date\":ISODate(\"2018-01-31T01:01:00Z\")}\n"
                       "{\"_index\":\"tin\",\"_id\":\"e1\",\"_source\":{\"title\":\"Tin c2\",\"body\":\"x\"}}\n"));
  static_cast<void>(
      directory_.write("archive/d.json", "[{\"title\":\"Tin d1\"},][{\"title\":\"Tin d2\"},\n{\"title\":\"Tin d3"));
  const RunResult added = command({"add", archive_});
  EXPECT_TRUE(has_part(added.err, "added 8, updated 0, unchanged 0, removed 0, rejected 1, passed over 1 "))
      << added.err;
  EXPECT_TRUE(has_part(added.err, "d.json:2: broken_record")) << added.err;
  for (const char* part : {"Tin a1", "Tin a2", "Tin b1", "Tin b2", R"("id":"5f")", "2018-01-31T08:01:00+07:00",
                           R"("id":"e1")", "Tin c2", "Tin d1", "Tin d2"})
    EXPECT_TRUE(holds(part)) << part << dump();
}

TEST_F(Tables, OfPandasAndOfServicesAreReadRowByRow) {
  static_cast<void>(directory_.write(
      "archive/a.json", "{\"title\":{\"0\":\"Tin a1\",\"1\":\"Tin a2\"},\"text\":{\"0\":\"x\",\"1\":\"y\"}}"));
  static_cast<void>(directory_.write("archive/b.json", "[[\"title\",\"url\"],\n[\"Tin b1\",\"https://bao.vn/1\"]]"));
  static_cast<void>(
      directory_.write("archive/c.json",
                       "[\n{\"type\":\"header\",\"version\":\"5.1\"},\n{\"type\":\"table\",\"name\":\"tin\","
                       "\"data\":[{\"title\":\"Tin c1\",\"content\":\"x\"},\n{\"title\":\"Tin c2\"}]}]"));
  static_cast<void>(directory_.write(
      "archive/d.json",
      "{\"index\":{\"_id\":\"7\"}}\n{\"title\":\"Tin d1\"}\n{ \"index\" : {} }\n{\"title\":\"Tin d2\"}\n"));
  const RunResult added = command({"add", archive_});
  EXPECT_TRUE(has_part(added.err, "added 7, updated 0, unchanged 0, removed 0, rejected 0, passed over 2 "))
      << added.err;
  for (const char* part : {"Tin a1", "Tin a2", "Tin b1", "Tin c1", "Tin c2", "Tin d1", "Tin d2"})
    EXPECT_TRUE(holds(part)) << part << dump();
}

TEST_F(Tables, AreNotSeenInTexts) {
  static_cast<void>(
      directory_.write("archive/a.txt", "Title, một từ tiếng Anh\n\nBody, text, author: bài học hôm nay.\n"));
  static_cast<void>(
      directory_.write("archive/b.txt", "Nội dung | Tiêu đề của cuộc thi ở làng Sen năm nay\n\nBà con họp.\n"));
  EXPECT_TRUE(has_part(add(), "added 2"));
  EXPECT_TRUE(holds(R"("title":"Title, một từ tiếng Anh")")) << dump();
}

}  // namespace
}  // namespace timbao::test
