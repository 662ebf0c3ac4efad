// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: each field has a row with the names, the prefix and the example that belong to it, and no two values share a
// slot.
#include "common/index/schema.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace timbao {
namespace {

TEST(Schema, FindsEveryFieldByItsName) {
  for (const FieldRow& row : kFields) {
    EXPECT_EQ(field_named(row.name), row.field);
    EXPECT_EQ(&row_of(row.field), &row);
  }
  for (const std::string_view none : {"", "Title", "titles", "titl", "tác giả"})
    EXPECT_FALSE(field_named(none)) << none;
}

TEST(Schema, HasNamesThatQueriesUse) {
  std::set<std::string> names;
  for (const FieldRow& row : kFields) names.emplace(row.name);
  EXPECT_EQ(names, (std::set<std::string>{"title", "lead", "body", "caption", "author", "source", "section", "so", "id",
                                          "url", "date"}));
}

TEST(Schema, ExplainsEachFieldByAnExampleOfIt) {
  for (const FieldRow& row : kFields) {
    EXPECT_EQ(row.example.substr(0, row.name.size() + 1), std::string(row.name) + ':');
    EXPECT_FALSE(row.help.empty());
  }
}

TEST(Schema, CountsTitlesThreeTimesAndTheirPairsAlways) {
  EXPECT_EQ(row_of(Field::title).plain_count, 3U);
  EXPECT_EQ(row_of(Field::title).pairs, PairRule::all);
  for (const Field field : {Field::lead, Field::body, Field::caption, Field::author}) {
    EXPECT_EQ(row_of(field).plain_count, 1U);
    EXPECT_EQ(row_of(field).pairs, PairRule::listed);
  }
  EXPECT_EQ(row_of(Field::source).pairs, PairRule::none);
}

// Folded forms have small letters and digits only, so no term of one kind is a term of another: `Sdang~` is a title's.
TEST(Schema, HasPrefixesInCapitalsOnly) {
  for (const std::string_view name : prefix::kAll) {
    EXPECT_FALSE(name.empty());
    EXPECT_EQ(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string_view::npos) << name;
  }
}

TEST(Schema, TakesThePrefixesOfFieldsFromTheOneList) {
  const std::set<std::string_view> all(prefix::kAll.begin(), prefix::kAll.end());
  EXPECT_EQ(all.size(), prefix::kAll.size()) << "each prefix stands there once";
  for (const FieldRow& row : kFields) EXPECT_TRUE(row.prefix.empty() || all.count(row.prefix) == 1) << row.name;
}

TEST(Schema, GivesEachValueASlotOfItsOwn) {
  const std::set<unsigned> slots{slot::kNewest,     slot::kOldest,  slot::kTitle,  slot::kMonth,
                                 slot::kSource,     slot::kSection, slot::kAuthor, slot::kContentHash,
                                 slot::kPlaceInRun, slot::kTokens,  slot::kText};
  EXPECT_EQ(slots.size(), 11U);
  EXPECT_EQ(*slots.rbegin(), 10U);
}

}  // namespace
}  // namespace timbao
