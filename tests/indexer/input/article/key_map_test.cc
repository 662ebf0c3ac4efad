// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/key_map.h"

#include <gtest/gtest.h>

#include "indexer/input/article/article_jsonl.h"
#include "indexer/input/article/column_names.h"

namespace timbao {
namespace {

KeyMap map_of(std::initializer_list<std::pair<Part, const char*>> keys) {
  KeyMap map;
  for (const auto& [part, key] : keys) map.add(part, key);
  return map;
}

TEST(KeyMap, GoesBeforeTheTableOfKeys) {
  const KeyMap map = map_of({{Part::title, "Tên bài"}, {Part::title, "dau-de"}});
  EXPECT_EQ(map.meaning_of("ten_bai").part, Part::title);
  EXPECT_LT(map.meaning_of("TÊN BÀI").rank, map.meaning_of("dau_de").rank);
  EXPECT_LT(map.meaning_of("dau_de").rank, map.meaning_of("title").rank);
  EXPECT_EQ(map.meaning_of("sapo").part, Part::lead);
  EXPECT_EQ(map.meaning_of("khác").part, Part::other);
  EXPECT_TRUE(map.has("dau de"));
  EXPECT_FALSE(map.has("title"));
}

TEST(KeyMap, TellsRecordsApartThatAreReadInAnotherWay) {
  EXPECT_EQ(map_of({{Part::title, "A b"}}).text(), map_of({{Part::title, "a_b"}}).text());
  EXPECT_NE(map_of({{Part::title, "a"}, {Part::body, "b"}}).text(),
            map_of({{Part::body, "b"}, {Part::title, "a"}}).text());
  EXPECT_NE(map_of({{Part::title, "a"}}).text(), map_of({{Part::lead, "a"}}).text());
  EXPECT_EQ(KeyMap().text(), "");
}

TEST(KeyMap, IsWhatRecordsAreReadBy) {
  JsonlParser parser(1U << 20U, map_of({{Part::title, "ten"}, {Part::body, "muc"}}));
  std::string record = R"({"title":"Khác","ten":"Đê điều","muc":"Bà con họp."})";
  const ParsedArticle parsed = parser.parse(record);
  const Article& article = std::get<ReadArticle>(parsed).article;
  EXPECT_EQ(article.title + "/" + article.body, "Đê điều/Bà con họp.");
  EXPECT_EQ(article.others.at(0).name, "extra.title");
}

TEST(ColumnNames, AreTheNamesOrTheNumbersThatTheMapHas) {
  const ColumnNames names({" Title ", "", "Content"}, map_of({{Part::body, "3"}}));
  EXPECT_EQ(names.key_of(0), "Title");
  EXPECT_EQ(names.key_of(1), "column 2");
  EXPECT_EQ(names.key_of(2), "3");
  EXPECT_EQ(names.key_of(3), "column 4");
  EXPECT_EQ(ColumnNames().key_of(0), "1");
}

TEST(ColumnParts, TellArticlesFromSectionsAndFromRowsOfValues) {
  struct Columns {
    std::vector<std::string> names;
    std::size_t known;
    bool can_be, are;
  };
  for (const Columns& row :
       {Columns{{"id", "title", "content"}, 3, true, true}, Columns{{"title", "summary", "link"}, 3, true, true},
        Columns{{"id", "name", "parent"}, 2, true, false},
        Columns{{"Đê điều", "Bà con họp.", "title " + std::string(60, 'x')}, 0, false, false},
        Columns{{"id", "url"}, 2, false, false}, Columns{{}, 0, false, false}}) {
    const ColumnParts parts = parts_of(row.names, {});
    EXPECT_EQ(parts.known, row.known);
    EXPECT_EQ(parts.can_be_articles(), row.can_be);
    EXPECT_EQ(parts.are_articles(), row.are);
  }
}

}  // namespace
}  // namespace timbao
