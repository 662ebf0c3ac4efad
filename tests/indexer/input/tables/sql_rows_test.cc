// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/tables/sql_rows.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/input/memory_source.h"

namespace timbao {
namespace {

using Texts = std::vector<std::string>;

/// The rows of a dump as "line table(columns)=cell|cell", and what is said of those that are not whole.
Texts rows_of(std::string_view content, std::size_t limit_bytes = 1'000, std::size_t piece_bytes = 1'000'000) {
  test::MemorySource source(content, piece_bytes);
  BufferedInput input(source);
  SqlRows rows(input, limit_bytes);
  Texts found;
  while (rows.next()) {
    std::string text = std::to_string(rows.line()) + " " + rows.table() + "(";
    for (const std::string& column : rows.columns()) text += column + " ";
    text += ")=";
    if (rows.kind() == SqlRows::Kind::whole)
      for (const std::string& cell : rows.cells()) text += cell + "|";
    else
      text += rows.kind() == SqlRows::Kind::broken ? "<broken>" : "<too long>";
    found.push_back(text);
  }
  return found;
}

TEST(SqlRows, AreThoseOfEveryInsert) {
  const std::string dump =
      "-- a dump; INSERT INTO x VALUES (1);\n/*!40101 SET NAMES utf8 */;\n# '\nDROP TABLE IF EXISTS `tin`;\n"
      "CREATE TABLE IF NOT EXISTS `bao`.`tin` (\n  `id` int(11) NOT NULL DEFAULT '0',\n  `ten bai` varchar(9),\n"
      "  PRIMARY KEY (`id`), KEY `k` (`ten bai`)\n) ENGINE=MyISAM;\n"
      "INSERT INTO `tin` VALUES (1,'Đê \\'mới\\'; \"a\"\\n(b)'),\n(2, NULL) ;\n"
      "insert ignore into bao.tin (`ten bai`, id) values ('It''s',-3.5e2);\nREPLACE INTO `khac` VALUES (now(), 'a' "
      "'b');\n";
  const Texts expected{"10 tin(id ten bai )=1|Đê 'mới'; \"a\"\n(b)|", "11 tin(id ten bai )=2||",
                       "12 tin(ten bai id )=It's|-3.5e2|", "13 khac()=now|ab|"};
  for (const std::size_t piece_bytes : {1U, 7U, 1'000'000U}) EXPECT_EQ(rows_of(dump, 1'000, piece_bytes), expected);
}

TEST(SqlRows, HaveBytesOfHexadecimalStringsAndPrefixes) {
  EXPECT_EQ(rows_of("INSERT INTO t VALUES (0x4142,X'43',x'4',N'd',_utf8'e',0xZZ,b,TRUE);"),
            (Texts{"1 t()=AB|C|4|d|e|ZZ|b|TRUE|"}));
}

TEST(SqlRows, AreTheLinesBehindCopy) {
  const std::string dump =
      "CREATE TABLE public.tin (id integer, ten text);\nCOPY public.tin (id, ten) FROM stdin;\n1\tĐê\\nđiều; '(\r\n"
      "2\t\\N\n3\n\\.\n\nCOPY tin FROM stdin WITH (x);\n4\t-- a\n\\.\nINSERT INTO tin VALUES (5,'a');\n"
      "COPY tin TO stdout;\nCOPY tin FROM 'file';\nCOPY khac FROM stdin;\n6\tx\ty";
  const Texts expected{"3 tin(id ten )=1|Đê\nđiều; '(|", "4 tin(id ten )=2||",   "5 tin(id ten )=<broken>",
                       "9 tin(id ten )=4|-- a|",         "11 tin(id ten )=5|a|", "15 khac()=6|x|y|"};
  for (const std::size_t piece_bytes : {1U, 7U, 1'000'000U}) EXPECT_EQ(rows_of(dump, 1'000, piece_bytes), expected);
}

TEST(SqlRows, BehindCopyAreBounded) {
  EXPECT_EQ(rows_of("COPY t FROM stdin;\n" + std::string(3'000, 'x') + "\n1\n"),
            (Texts{"2 t()=<too long>", "3 t()=1|"}));
  EXPECT_EQ(rows_of("COPY t FROM stdin;\n" + std::string(3'000, '\t') + "\n1\n", 10'000),
            (Texts{"2 t()=<broken>", "3 t()=1|"}));
}

TEST(SqlRows, TakeTheFirstStringOfAFunction) {
  EXPECT_EQ(rows_of("INSERT INTO t VALUES (to_date('12-03-2021','DD-MM-YYYY'),CAST(N'a' AS text),"
                    "replace('d','\\n',char(10)),f(1,'e'));"),
            (Texts{"1 t()=12-03-2021|a|d|e|"}));
}

TEST(SqlRows, OfSqlServerNeedNoSemicolons) {
  EXPECT_EQ(rows_of("SET IDENTITY_INSERT [dbo].[Tin] ON\nINSERT [dbo].[Tin] ([Id], [Ten]) VALUES (1, N'a')\n"
                    "INSERT [dbo].[Tin] ([Id], [Ten]) VALUES (2, N'b')\nGO\n"),
            (Texts{"2 Tin(Id Ten )=1|a|", "3 Tin(Id Ten )=2|b|"}));
}

TEST(SqlRows, LoseOnlyTheRowWithAQuoteThatIsNotEscaped) {
  EXPECT_EQ(rows_of("INSERT INTO t VALUES (1,'It's b'),\n(2,'c'),(3,'d');\nINSERT INTO t VALUES (4,'e');"),
            (Texts{"1 t()=<broken>", "2 t()=2|c|", "2 t()=3|d|", "3 t()=4|e|"}));
  EXPECT_EQ(rows_of("INSERT INTO t VALUES (1,2;\nINSERT INTO t VALUES (4,'e');"),
            (Texts{"1 t()=<broken>", "2 t()=4|e|"}));
  EXPECT_EQ(rows_of("INSERT INTO t VALUES (1,'a"), (Texts{"1 t()=<broken>"}));
}

TEST(SqlRows, PassOverWhatIsTooLong) {
  EXPECT_EQ(rows_of("INSERT INTO t VALUES (1,'" + std::string(3'000, 'x') + "'),(2,'a');"),
            (Texts{"1 t()=<too long>", "1 t()=2|a|"}));
}

}  // namespace
}  // namespace timbao
