// SPDX-License-Identifier: GPL-2.0-or-later
// NEAR, beginnings of words, field groups and weights.
#include <gtest/gtest.h>

#include <string>

#include "query/language/describe.h"
#include "query/language/lex.h"
#include "tests/query/support/parsed.h"

namespace timbao {
namespace {

using test::expect_trees;
using test::has_note;
using test::read;

TEST(ParseNear, JoinsTheOperandsOnBothSides) {
  expect_trees({
      {"đất NEAR/5 rừng", "near(words[đất] 5 words[rừng])", "two words"},
      {"đất NEAR rừng", "near(words[đất] 10 words[rừng])", "ten by default"},
      {"đất NEAR/0 rừng", "near(words[đất] 0 words[rừng])", "side by side"},
      {"xây dựng NEAR/5 đảng bộ", "near(phrase[xây dựng] 5 phrase[đảng bộ])", "words side by side are a phrase"},
      {"\"xây dựng\" NEAR/5 đản*", "near(phrase[xây dựng] 5 prefix[đản])", "a phrase and a beginning"},
      {"a NEAR/5 b NEAR/3 c", "near(words[a] 5 words[b] 3 words[c])", "a chain"},
      {"(xăng OR dầu) NEAR/5 giá", "near(or(words[xăng] words[dầu]) 5 words[giá])", "any of several"},
      {"họp (đất) NEAR/5 rừng", "seq(words[họp] near(words[đất] 5 words[rừng]))", "brackets tell what is an operand"},
      {"họp +đất NEAR/5 rừng", "seq(words[họp] +near(words[đất] 5 words[rừng]))", "a sign is of the whole"},
      {"-đất NEAR/5 rừng", "seq(-near(words[đất] 5 words[rừng]))", "excluded"},
      {"đất NEAR/5 rừng AND họp", "and(near(words[đất] 5 words[rừng]) words[họp])", "tighter than AND"},
      {"đất NEAR/5 rừng date:2018", "seq(near(words[đất] 5 words[rừng]) date:2018-01-01..2018-12-31)",
       "a filter behind"},
      {"title:đất NEAR/5 rừng", "near(title:words[đất] 5 words[rừng])", "a field of one side"},
      {"title:(đất NEAR/5 rừng)", "near(title:words[đất] 5 title:words[rừng])", "a field of both sides"},
      {"đất NEAR/999999999999 rừng", "near(words[đất] 1000000 words[rừng])", "farther than any"},
  });
}

TEST(ParseNear, IsTextOrANDWhereItCannotStand) {
  expect_trees({
      {"đất NEAR/ rừng", "seq(words[đất NEAR/ rừng])", "no number"},
      {"đất NEAR/x rừng", "seq(words[đất NEAR/x rừng])", "no number"},
      {"đất NEAR/-3 rừng", "seq(words[đất NEAR/-3 rừng])", "no number"},
      {"đất NEAR/5", "seq(words[đất near/5])", "nothing behind"},
      {"NEAR/5 đất", "seq(words[near/5 đất])", "nothing before"},
      {"đất near/5 rừng", "seq(words[đất near/5 rừng])", "small letters"},
      {"đất NEAR/5 -rừng", "and(words[đất] -words[rừng])", "nothing is near what is not there"},
      {"đất NEAR/5 (rừng AND họp)", "and(words[đất] and(words[rừng] words[họp]))", "AND stands nowhere"},
      {"đất NEAR/5 date:2018", "and(words[đất] date:2018-01-01..2018-12-31)", "a filter stands nowhere"},
  });
  EXPECT_TRUE(has_note("đất NEAR/ rừng", "'NEAR/' is not NEAR and a number"));
  EXPECT_TRUE(has_note("đất NEAR/5", "NEAR/5 stands between no two operands"));
  EXPECT_TRUE(has_note("đất NEAR/5 -rừng", "it was read as AND"));
}

TEST(ParsePrefix, CountsBehindOneWordOfTwoLetters) {
  expect_trees({
      {"chinh*", "seq(prefix[chinh])", "alone"},
      {"đản* bộ", "seq(prefix[đản] words[bộ])", "with marks"},
      {"title:chinh* -đản* =dan*", "seq(title:prefix[chinh] -prefix[đản] =prefix[dan])", "behind field and signs"},
      {"(chinh*, đản**)", "seq(prefix[chinh] prefix[đản])", "punctuation behind it"},
      {"*", "seq()", "no word"},
      {"**", "seq()", "no word"},
      {"x*", "seq(words[x*])", "one letter"},
      {"ch*nh", "seq(words[ch*nh])", "within a word"},
      {"*chinh", "seq(words[*chinh])", "before a word"},
      {"kt-x*", "seq(words[kt-x*])", "several words"},
      {"5*6 20*", "seq(words[5*6 20*])", "numbers"},
      {"\"bàn gia*\"", "seq(phrase[bàn gia*])", "within quotes"},
  });
  for (const char* query : {"x*", "ch*nh", "kt-x*"})
    EXPECT_TRUE(has_note(query, "* counts only behind one word")) << query;
  EXPECT_TRUE(has_note("\"bàn gia*\"", "* within quotes was read as text"));
  EXPECT_FALSE(has_note("5*6", "*"));
}

TEST(ParsePrefix, ReadsOnlyTheFirstFew) {
  std::string query;
  for (int i = 0; i < 10; ++i) query += "chi" + std::string(static_cast<std::size_t>(i) + 1, 'n') + "* ";
  EXPECT_TRUE(has_note(query, "only the first 5 beginnings of words were read"));
  EXPECT_EQ(read(read(query)), read(query));
}

TEST(ParseFieldGroup, GivesItsFieldToWhatIsInside) {
  expect_trees({
      {"title:(đất OR \"ngân sách\")", "or(title:words[đất] title:phrase[ngân sách])", "words and phrases"},
      {"title:(đất rừng) họp", "seq(title:words[đất rừng] words[họp])", "words side by side"},
      {"title:(đất NOT \"ngân sách\")", "and(title:words[đất] -title:phrase[ngân sách])", "NOT inside"},
      {"title:(đất body:họp)", "seq(title:words[đất] body:words[họp])", "the inner field wins"},
      {"title:(đất OR body:(họp rừng))", "or(title:words[đất] body:words[họp rừng])", "the inner group wins"},
      {"-title:(đất OR họp)", "seq(-or(title:words[đất] title:words[họp]))", "excluded"},
      {"source:(nhân dân OR \"Tuổi Trẻ\")", "or(source:[nhân dân] source:[Tuổi Trẻ])", "values of a filter"},
      {"date:(2017 2018)", "seq(date:2017-01-01..2017-12-31 date:2018-01-01..2018-12-31)", "each a day"},
      {"date:(tháng 1/2018)", "seq(date:2018-01-01..2018-01-31)", "one day together"},
      {"title:(đất", "seq(words[title: đất])", "no partner"},
      {"title:()", "seq(words[title:])", "nothing inside"},
      {"source:(-báo tỉnh)", "seq(-source:[báo tỉnh])", "a sign inside"},
  });
  EXPECT_TRUE(has_note("date:(hôm)", "'date:hôm' is no day"));
}

TEST(ParseWeight, CountsBehindWordsPhrasesAndGroups) {
  expect_trees({
      {"đất^2 rừng", "seq(words[đất]^2 words[rừng])", "a word"},
      {"\"ngân sách\"^0.5", "seq(phrase[ngân sách]^0.5)", "a phrase"},
      {"(đất OR rừng)^3 họp", "seq(or(words[đất] words[rừng])^3 words[họp])", "a group"},
      {"(đất rừng)^3", "seq(words[đất rừng]^3)", "words in brackets"},
      {"chinh*^2 title:đất^1,5", "seq(prefix[chinh]^2 title:words[đất]^1.5)", "with a comma, behind a field"},
      {"KT-XH^2", "seq(words[KT-XH]^2)", "a joined form"},
      {"đất^1", "seq(words[đất])", "one is nothing"},
      {"10 km^2", "seq(words[10 km^2])", "a unit"},
      {"x^2 + 2^10", "seq(words[x^2 + 2^10])", "formulas"},
      {"a^b ^ đất^", "seq(words[a^b ^ đất^])", "no number"},
      {"đất^0 rừng^101", "seq(words[đất^0 rừng^101])", "out of range"},
      {"đất^2nd", "seq(words[đất^2nd])", "a letter behind"},
  });
  EXPECT_TRUE(has_note("đất^0", "a weight is a number above 0 and at most 100"));
  EXPECT_FALSE(has_note("10 km^2", "weight"));
}

TEST(ParseOperands, ReadTheirOwnDescriptionAsTheSame) {
  for (const char* query :
       {"xây dựng NEAR/5 đảng", "họp (đất) NEAR/5 (rừng OR cây) x", "-(đất NEAR rừng)", "title:(đất rừng)^2 =đản*",
        "(đất OR title:(rừng NOT \"a b\"))^0.25 x", "source:(nhân dân OR x) date:(hôm qua)", "date:dang^2",
        "date:chin*", "title:(-5 đất) chin* \"a b\"^2 c", "(a NEAR/5 b) OR c*d e^2", "title:( NEAR/5 )^2 x",
        "(đất)^2 NEAR/3 (rừng)^3", "đất^2 rừng^2 NEAR/5 x", "+(đất rừng)^2", "NOT (đất rừng)^2",
        "a AND (b c)^2 NEAR/5 d"}) {
    const std::string once = read(query);
    EXPECT_EQ(read(once), once) << query;
  }
}

}  // namespace
}  // namespace timbao
