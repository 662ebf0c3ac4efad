// SPDX-License-Identifier: GPL-2.0-or-later
// Quotes of every kind, NOT where an operand begins, and what is said of what was not understood.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/language/parse.h"
#include "tests/query/support/parsed.h"

namespace timbao {
namespace {

using test::expect_trees;
using test::has_note;
using test::parse;
using test::shape;

/// The texts of the notes that are said on standard error.
std::vector<std::string> warnings(std::string_view query) {
  std::vector<std::string> texts;
  for (const Note& note : parse(query).notes)
    if (note.kind == NoteKind::warning) texts.push_back(note.text);
  return texts;
}

TEST(ParseQuery, ReadsPhrasesInEveryKindOfQuotes) {
  for (const std::string_view query :
       {"họp \"bàn giao\" đất", "họp “bàn giao” đất", "họp „bàn giao“ đất", "họp „bàn giao” đất", "họp “bàn giao“ đất",
        "họp ”bàn giao” đất", "họp «bàn giao» đất", "họp ＂bàn giao＂ đất", "họp « bàn giao » đất"})
    EXPECT_EQ(shape(parse(query).root), "seq(words[họp] phrase[bàn giao] words[đất])") << query;
  expect_trees({
      {"-«a b» +„c d“ =＂e f＂", "seq(-phrase[a b] +phrase[c d] =phrase[e f])", "behind signs"},
      {"title:«a b» (”c d”)", "seq(title:phrase[a b] phrase[c d])", "behind a field, a bracket"},
      {"source:«Báo \"x\"»", "seq(source:[Báo \"x\"])", "a value"},
      {"«a \"b\" “c”»", "seq(phrase[a b c])", "quotes within quotes"},
      {"“a” b “c”", "seq(phrase[a] words[b] phrase[c])", "each takes the nearest partner"},
      {"“a b “c”", "seq(phrase[a b c])", "before a word “ opens, so it closes nothing"},
      {"a “b“ c", "seq(words[a] phrase[b] words[c])", "behind a word “ closes"},
  });
}

TEST(ParseQuery, TakesQuotesWithoutAPartnerOfTheirKindAsText) {
  expect_trees({
      {"«đảng\" ủy", "seq(words[đảng ủy])", "two kinds"},
      {"»đảng« ủy", "seq(words[đảng ủy])", "the wrong way round"},
      {"“đảng» „ủy", "seq(words[đảng ủy])", "curly and angular"},
      {"＂đảng\" ủy", "seq(words[đảng ủy])", "wide and straight"},
      {"đảng” và dân” ủy", "seq(words[đảng và dân ủy])", "behind a word ” opens nothing"},
      {"màn hình 55\" giá \"rẻ\" nhất", "seq(words[màn hình 55 giá] phrase[rẻ] words[nhất])", "inches open nothing"},
      {"5\" và 6\"", "seq(words[5 và 6])", "two lengths"},
      {"'bàn giao' ‘đất’ Q'Long", "seq(words['bàn giao' ‘đất’ Q'Long])", "apostrophes are no quotes"},
  });
}

TEST(ParseQuery, ExcludesByNotWhereAnOperandBegins) {
  expect_trees({
      {"NOT a", "seq(-words[a])", "at the start"},
      {"NOT a b", "seq(-words[a] words[b])", "one word, as a sign"},
      {"NOT \"a b\" c", "seq(-phrase[a b] words[c])", "a phrase"},
      {"NOT title:a", "seq(-title:words[a])", "a field"},
      {"NOT =a", "seq(-=words[a])", "a reading"},
      {"NOT 5", "seq(-words[5])", "a number, where - would be text"},
      {"NOT (a b) c", "seq(-words[a b] words[c])", "a bracket of words"},
      {"NOT (a OR b)", "seq(-or(words[a] words[b]))", "a bracket"},
      {"(NOT a) b", "seq(-words[a] words[b])", "at the start of a bracket"},
      {"b (NOT a)", "seq(words[b] -words[a])", "in a bracket behind others"},
      {"NOT a AND b", "and(-words[a] words[b])", "before AND"},
      {"NOT a NOT b", "and(-words[a] -words[b])", "twice"},
      {"a OR NOT b", "or(words[a] seq(-words[b]))", "behind OR"},
      {"NOT a OR NOT b", "or(seq(-words[a]) seq(-words[b]))", "on both sides"},
      {"NOT - ! a", "seq(-words[a])", "punctuation between is nothing"},
      {"NOT -a", "seq(-words[a])", "before a sign"},
      {"NOT +a b", "seq(-words[a] words[b])", "before a plus"},
      {"a NOT (NOT b)", "and(words[a] -seq(-words[b]))", "twice is not at all"},
  });
}

TEST(ParseQuery, SaysWhyAQueryHoldsNoWord) {
  for (const std::string_view query : {"🔥", "***", "\"\"", "\"🔥\"", "( )", "source:!!!", " ", ""})
    EXPECT_TRUE(has_note(query, "the query holds no word that can be searched")) << query;
  EXPECT_TRUE(has_note("🔥 ***", "searched: '🔥 ***'"));
  EXPECT_FALSE(has_note("🔥 5", "no word"));
}

TEST(ParseQuery, WarnsOfWhatChangesTheQuestionAndRemarksTheRest) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(warnings("(a \"b AND “c"), Texts{}) << "a headline is pasted with half a bracket";
  EXPECT_EQ(warnings("họp date:30/02/2021"),
            Texts{"'date:30/02/2021' is no day, month, year or range of them; searched as words"});
  EXPECT_EQ(warnings("họp date:2019..2018"), Texts{"'date:2019..2018' ends before it begins; searched as words"});
  EXPECT_EQ(warnings("so:abc"), Texts{"'so:abc' names no document's number; searched as words"});
  EXPECT_EQ(warnings("a source:!!!"), Texts{"'source:!!!' was left out: it holds no word"});
  EXPECT_EQ(warnings("🔥").size(), 1U);
}

TEST(ParseQuery, BoundsItsNotes) {
  std::string query;
  for (int i = 0; i < 500; ++i) query += "date:hôm" + std::to_string(i) + " ";
  EXPECT_EQ(parse(query).notes.size(), NoteList::kMostNotes + 1);
  const std::vector<Note> notes = parse("date:" + std::string(100'000, 'a')).notes;
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_LT(notes[0].text.size(), 200U);
}

}  // namespace
}  // namespace timbao
