// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a table's names are seen with their marks, or without them where a word of theirs tells them from other words.
#include "query/expand/variant_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/text/tokenize.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

constexpr std::string_view kTable =
    "# a comment\n"
    "spelling\tBến Cát, Bến Kát\twhy\n"
    "spelling\tBến Cát Lớn, Ben Kat To\twhy\n"
    "spelling\tÚc, Ô-xtơ\twhy\n"
    "no names\n";

std::string seen(const std::string& query) {
  // bến and cát are common, kát is not.
  const test::FakeVocabulary vocabulary(1000, {{"ben~61", 400}, {"cat~1", 300}, {"kat~1", 2}, {"lon~71", 500}});
  Tokenizer tokenizer;
  const TokenizedText text = tokenizer.tokenize(query);
  std::string list;
  for (const VariantMatch& match : VariantTable(kTable).matches(text, vocabulary)) {
    list += std::to_string(match.first) + "+" + std::to_string(match.count) + ":";
    for (const std::string_view other : match.others) list.append(other).append(";");
  }
  return list;
}

TEST(VariantTable, SeesNamesWithTheirMarks) {
  EXPECT_EQ(seen("Bến Cát"), "0+2:Bến Kát;");
  EXPECT_EQ(seen("ở bến cát và Bến Kát"), "1+2:Bến Kát;4+2:Bến Cát;");
  EXPECT_EQ(seen("Bến Cạt"), "");
  EXPECT_EQ(seen("bến"), "");
  EXPECT_EQ(seen(""), "");
}

TEST(VariantTable, PrefersTheLongestName) { EXPECT_EQ(seen("Bến Cát Lớn"), "0+3:Ben Kat To;"); }

TEST(VariantTable, SeesNamesWithoutMarksWhereAWordTells) {
  EXPECT_EQ(seen("ben kat"), "0+2:Bến Cát;");
  EXPECT_EQ(seen("ben cat"), "");
  EXPECT_EQ(seen("uc"), "");
  EXPECT_EQ(seen("úc"), "0+1:Ô-xtơ;");
}

TEST(VariantTable, WantsHyphensWhereTheNameHasThem) {
  EXPECT_EQ(seen("Ô-xtơ"), "0+2:Úc;");
  EXPECT_EQ(seen("ô xtơ"), "");
}

TEST(VariantTable, SeesNoNameOverTheEndOfASentence) { EXPECT_EQ(seen("Bến. Cát"), ""); }

}  // namespace
}  // namespace timbao
