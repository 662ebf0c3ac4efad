// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/parse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "query/language/describe.h"
#include "query/language/lex.h"
#include "tests/query/support/parsed.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using test::expect_trees;
using test::has_note;
using test::parse;
using test::read;
using test::shape;

TEST(ParseQuery, ReadsBareWordsAsOneRun) {
  expect_trees({
      {"", "seq()", "no words"},
      {" \t\n", "seq()", "spaces only"},
      {"!!! ... --- ++ == ()", "seq()", "punctuation only"},
      {"đảng", "seq(words[đảng])", "a word"},
      {"  xây   dựng\nĐảng ", "seq(words[xây dựng Đảng])", "spaces and line ends are one space"},
      {"xây\u00A0dựng", "seq(words[xây dựng])", "a no-break space"},
      {"05 - CT / TW", "seq(words[05 - CT / TW])", "a document's number across spaces"},
      {"2015 - 2020", "seq(words[2015 - 2020])", "a range across spaces"},
      {"TP.HCM, KT-XH", "seq(words[TP.HCM, KT-XH])", "joined forms"},
  });
  const ParsedQuery number = parse("chỉ thị 05 - CT / TW");
  const std::vector<Extra>& extras = number.root.children.at(0).text.extras;
  EXPECT_TRUE(std::any_of(extras.begin(), extras.end(), [](const Extra& e) { return e.folded == "5/ct/tw"; }));
}

TEST(ParseQuery, ReadsPhrases) {
  expect_trees({
      {"\"tự chuyển hóa\"", "seq(phrase[tự chuyển hóa])", "alone"},
      {"\u201Ctự chuyển hóa\u201D", "seq(phrase[tự chuyển hóa])", "curly quotes"},
      {"họp \"bàn giao\" đất", "seq(words[họp] phrase[bàn giao] words[đất])", "among words"},
      {"họp\"bàn giao\"đất", "seq(words[họp] phrase[bàn giao] words[đất])", "touching words"},
      {"\"a \u201Cb\u201D c\"", "seq(phrase[a b c])", "quotes within quotes"},
      {"\"a (b) -c AND\"", "seq(phrase[a (b) -c AND])", "no operators within"},
      {"a \"\" b", "seq(words[a b])", "an empty phrase is nothing, neighbours meet across it"},
      {"a \"!!\" b", "seq(words[a b])", "nor is one without words"},
      {"\"a  b\n c\"", "seq(phrase[a b c])", "one space between words"},
  });
}

TEST(ParseQuery, TakesUnpairedQuotesAsText) {
  expect_trees({
      {"\"đảng bộ", "seq(words[đảng bộ])", "never closed"},
      {"đảng bộ\"", "seq(words[đảng bộ])", "never opened"},
      {"\u201Cđảng", "seq(words[đảng])", "curly, never closed"},
      {"đảng\u201D", "seq(words[đảng])", "curly, never opened"},
      {"\u201Cđảng\"", "seq(words[đảng])", "a curly one pairs with a curly one only"},
      {"a \"b\" c\"d", "seq(words[a] phrase[b] words[c d])", "the third has no partner"},
      {"title:\"b", "seq(words[title: b])", "nor does a field take it"},
      {"=\"b", "seq(words[= b])", "nor ="},
      {"-\"b", "seq(words[- b])", "nor a sign"},
  });
  EXPECT_TRUE(has_note("\"đảng", "quote"));
}

TEST(ParseQuery, ReadsSignsBeforeLettersOnly) {
  expect_trees({
      {"+đảng -họp", "seq(+words[đảng] -words[họp])", "before letters"},
      {"xây +dựng đảng bộ", "seq(words[xây] +words[dựng] words[đảng bộ])", "of one word only"},
      {"S -400 khiến", "seq(words[S -400 khiến])", "before a digit it is text"},
      {"-2,5 độ", "seq(words[-2,5 độ])", "at the start too"},
      {"a - b + c", "seq(words[a - b + c])", "before a space it is text"},
      {"KT-XH a+b", "seq(words[KT-XH a+b])", "within a word it is text"},
      {"--a +-b", "seq(words[--a +-b])", "before another sign it is text"},
      {"-KT-XH", "seq(-words[KT-XH])", "a joined form is one operand"},
      {"-\u0111ất", "seq(-words[\u0111ất])", "đ"},
      {"-a\u0309nh", "seq(-words[a\u0309nh])", "NFD"},
      {"-\u1EA2nh", "seq(-words[\u1EA2nh])", "a letter with a mark first"},
      {"-\u2026a", "seq(words[-\u2026a])", "an ellipsis is no letter"},
      {"-\uFF15", "seq(words[-\uFF15])", "a full-width digit is a digit"},
      {"-\"bàn giao\"", "seq(-phrase[bàn giao])", "before a phrase"},
      {"+(a b)", "seq(+words[a b])", "before a bracket of words"},
      {"-(a OR b) c", "seq(-or(words[a] words[b]) words[c])", "before a bracket"},
      {"(-a b)", "seq(-words[a] words[b])", "behind an opening bracket"},
      {"-=họp +title:họp", "seq(-=words[họp] +title:words[họp])", "before = and fields"},
      {"+AND", "seq(+words[and])", "a keyword behind a sign is a word"},
      {"+", "seq()", "alone"},
      {"a +", "seq(words[a +])", "at the end"},
      {"+() -\"\" x", "seq(words[x])", "before what is nothing it is nothing"},
      {"\"a\"-b (c)-d", "seq(phrase[a] words[- b c - d])", "directly behind a quote or bracket it is text"},
      {"x\u00A0-y", "seq(words[x] -words[y])", "behind a no-break space"},
  });
}

TEST(ParseQuery, ReadsStrictWordsAndPhrases) {
  expect_trees({
      {"=đảng", "seq(=words[đảng])", "a word"},
      {"=\"bàn giao\" x", "seq(=phrase[bàn giao] words[x])", "a phrase"},
      {"title:=đảng", "seq(title:=words[đảng])", "in a field"},
      {"title:=\"bàn giao\"", "seq(title:=phrase[bàn giao])", "a phrase in a field"},
      {"=5", "seq(=words[5])", "a number"},
      {"a=b x= = y ==z", "seq(words[a=b x= = y ==z])", "elsewhere it is text"},
      {"=(a)", "seq(words[= a])", "before a bracket it is text"},
  });
}

TEST(ParseQuery, ReadsFieldsWithTheirValues) {
  expect_trees({
      {"title:họp", "seq(title:words[họp])", "a word"},
      {"title:KT-XH x", "seq(title:words[KT-XH] words[x])", "to the next space"},
      {"author:\"nguyễn khánh\"", "seq(author:phrase[nguyễn khánh])", "a phrase"},
      {"lead:a body:b caption:c", "seq(lead:words[a] body:words[b] caption:words[c])", "each of them"},
      {"Hà Nội: họp so: 5", "seq(words[Hà Nội: họp so: 5])", "no value, or no field"},
      {"http://example.vn/x", "seq(words[http://example.vn/x])", "no field"},
      {"Title:x tacgia:y", "seq(words[Title:x tacgia:y])", "names are known as they are written here"},
      {"title:(a b)", "seq(title:words[a b])", "a field before brackets"},
      {"title:- title:\"\"", "seq(words[title:-])", "no words in the value"},
      {"source:\"báo tỉnh\" section:x", "seq(source:[báo tỉnh] section:[x])", "filters"},
      {"id:a(1).txt (id:b) id:\"c d)\"", "seq(id:[a(1).txt] id:[b] id:[c d)])", "brackets in values"},
      {"url:https://example.vn/a.html", "seq(url:[https://example.vn/a.html])", "an address"},
      {"so:05-CT/TW -so:123/ubnd-vx", "seq(so:[05-CT/TW] -so:[123/UBND-VX])", "capitals or not"},
      {"+date:2018 x", "seq(date:2018-01-01..2018-12-31 words[x])", "a filter restricts with or without +"},
      {"+(date:2018) x", "seq(date:2018-01-01..2018-12-31 words[x])", "in a bracket too"},
      {"x(title:y)", "seq(words[x] title:words[y])", "behind a bracket"},
      {"\"a\"title:y", "seq(phrase[a] words[title: y])", "not directly behind a quote"},
  });
}

TEST(ParseQuery, ReadsDays) {
  const ParsedQuery query = parse("date:2017-12..31/01/2018");
  const Node& filter = query.root.children.at(0);
  EXPECT_EQ(filter.kind, NodeKind::filter);
  EXPECT_EQ(filter.days.first, (Day{2017, 12, 1}));
  EXPECT_EQ(filter.days.last, (Day{2018, 1, 31}));
  EXPECT_EQ(read("date:2018"), "date:2018-01-01..2018-12-31");
  EXPECT_EQ(read("date:31/01/2018"), "date:2018-01-31");
  EXPECT_EQ(read("date:\"2018\""), "date:2018-01-01..2018-12-31");
  EXPECT_EQ(read("date:..2018"), "date:..2018-12-31");
  EXPECT_EQ(read("date:2018.."), "date:2018-01-01..");
}

TEST(ParseQuery, SearchesValuesThatAFilterCannotTakeAsWords) {
  expect_trees({
      {"họp date:hôm nay", "seq(words[họp hôm nay])", "no date"},
      {"date:2018-13-45", "seq(words[2018-13-45])", "no day of the calendar"},
      {"-date:\"hôm nọ\"", "seq(-words[hôm nọ])", "behind a sign"},
      {"so:abc x", "seq(words[abc x])", "no document's number"},
      {"a source:!!! b", "seq(words[a b])", "no word at all"},
      {"id:\"\" b", "seq(words[b])", "empty"},
      {"date:title:x", "seq(words[title: x])", "what it holds is words, whatever it looks like"},
  });
  EXPECT_TRUE(has_note("date:hôm", "'date:hôm' is no day, month, year or range of them; searched as words"));
  EXPECT_TRUE(has_note("source:!!!", "'source:!!!' was left out: it holds no word"));
}

TEST(ParseQuery, ReadsOperatorsBetweenTwoOperands) {
  expect_trees({
      {"a AND b", "and(words[a] words[b])", "AND"},
      {"a OR b OR c", "or(words[a] words[b] words[c])", "OR"},
      {"a NOT b", "and(words[a] -words[b])", "NOT"},
      {"a AND NOT b", "and(words[a] -words[b])", "AND NOT"},
      {"a AND - NOT b", "and(words[a] -words[b])", "AND NOT with a dash between"},
      {"a AND -b", "and(words[a] -words[b])", "AND -"},
      {"a OR b AND c", "or(words[a] and(words[b] words[c]))", "AND binds tighter"},
      {"xây dựng AND phúc yên", "and(words[xây dựng] words[phúc yên])", "phrases are operands"},
      {"a \"b c\" AND +d", "and(seq(words[a] phrase[b c]) words[d])", "sequences are operands"},
      {"(a OR b) c", "seq(or(words[a] words[b]) words[c])", "brackets"},
      {"(a)AND(b)", "and(words[a] words[b])", "without spaces"},
      {"\"a\"AND\"b\"", "and(phrase[a] phrase[b])", "between quotes"},
      {"date:2018 AND a", "and(date:2018-01-01..2018-12-31 words[a])", "a filter is an operand"},
      {"(a OR b) AND (c OR d)", "and(or(words[a] words[b]) or(words[c] words[d]))", "two groups"},
  });
}

TEST(ParseQuery, TakesOperatorsElsewhereAsWords) {
  expect_trees({
      {"AND", "seq(words[and])", "alone"},
      {"AND a OR", "seq(words[and a or])", "at the ends"},
      {"NOT", "seq(words[not])", "NOT alone"},
      {"NOT !!! ", "seq(words[not !!!])", "nothing with a word behind it"},
      {"a and b or not c", "seq(words[a and b or not c])", "small letters"},
      {"a AND AND b", "and(words[a] words[and b])", "the second has none before it"},
      {"a OR NOT", "or(words[a] words[not])", "nothing to exclude"},
      {"NOT AND b", "and(words[not] words[b])", "NOT before an operator"},
      {"a NOT NOT b", "and(words[a] -words[not b])", "nor NOT NOT"},
      {"a (AND b)", "seq(words[a and b])", "at the start of a bracket"},
      {"a AND !!!", "seq(words[a and !!!])", "nothing with a word behind it"},
      {"a AND )", "seq(words[a and])", "nor a lone bracket"},
      {"a AND NOT", "and(words[a] words[not])", "NOT is a word here, so AND has two operands"},
      {"ANDROID ORAL NOTE", "seq(words[ANDROID ORAL NOTE])", "parts of words"},
  });
  EXPECT_TRUE(has_note("AND a", "AND stands between no two operands"));
}

TEST(ParseQuery, LetsBracketsWithoutOperatorsChangeNothing) {
  expect_trees({
      {"xây (dựng Đảng) bộ", "seq(words[xây dựng Đảng bộ])", "neighbours across them are neighbours"},
      {"((a)) (b (c))", "seq(words[a b c])", "nested"},
      {"((a OR b) c) d", "seq(or(words[a] words[b]) words[c d])", "an operator in an inner bracket is not its own"},
      {"(a \"b\") c", "seq(words[a] phrase[b] words[c])", "with a phrase"},
      {"(+a b) (c OR d)", "seq(seq(+words[a] words[b]) or(words[c] words[d]))", "signs are operators"},
      {"((a OR b))", "or(words[a] words[b])", "twice is once"},
      {"( ) () (())", "seq()", "empty"},
      {"a () b", "seq(words[a b])", "empty among words"},
  });
}

TEST(ParseQuery, TakesUnpairedBracketsAsText) {
  expect_trees({
      {"(a", "seq(words[a])", "never closed"},
      {"a) b(", "seq(words[a b])", "never opened"},
      {"(a OR b)) (", "or(words[a] words[b])", "the rest counts"},
      {"((a OR b) c", "seq(or(words[a] words[b]) words[c])", "the inner pair counts"},
  });
  EXPECT_TRUE(has_note("(a", "bracket"));
}

TEST(ParseQuery, ReadsPastedHeadlines) {
  EXPECT_EQ(read("S -400 khiến hai nước \"dậy sóng \", một bên bất lực\" chờ \"vũ khí mới?"),
            "S -400 khiến hai nước \"dậy sóng\" , một bên bất lực \"chờ\" vũ khí mới?");
  EXPECT_EQ(read("\"S -400\" (mới) - 5,7% và (cũ"), "\"S -400\" mới - 5,7% và cũ");
}

TEST(ParseQuery, BoundsDepthAndLength) {
  const std::string deep = std::string(10'000, '(') + "a OR b" + std::string(10'000, ')');
  EXPECT_EQ(read(deep), "a OR b");
  EXPECT_EQ(read(std::string(10'000, '(')), "");
  EXPECT_EQ(read(std::string(10'000, '(') + "a -b"), "a -b");
  std::string nested = "x";
  for (int i = 0; i < 400; ++i) nested.insert(0, "(-y ").append(")");
  EXPECT_LE(read(nested).size(), nested.size());
  EXPECT_TRUE(has_note(nested, "too deep"));
  std::string words;
  for (int i = 0; i < 3'000; ++i) words += "họp ";
  const ParsedQuery query = parse(words);
  EXPECT_EQ(query.root.children.at(0).text.tokens.size(), kQueryWordLimit);
  EXPECT_TRUE(has_note(words, "only the first 1000 words"));
}

/// Queries of every kind, cut and put together at random from what means something in the language.
std::vector<std::string> odd_queries() {
  const std::vector<std::string> pieces = {
      "a",      "đảng",     "xây dựng", " ",      " ",     "\"",     "\u201C", "\u201D", "(",    ")",     "+", "-",
      "=",      "AND",      " OR ",     " NOT ",  " AND ", "title:", "so:",    "date:",  "2018", "id:",   "5", "-400",
      "TP.HCM", "05-CT/TW", "source:",  "\u00A0", "\n",    "%",      "\u2026", "(a OR",  "-đ",   "\u0309"};
  std::vector<std::string> queries;
  std::uint32_t state = 20180131;
  const auto below = [&](std::size_t limit) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8U) % limit;
  };
  for (std::size_t i = 0; i < test::rounds(20'000); ++i) {
    std::string query;
    for (std::size_t left = 1 + below(14); left > 0; --left) query += pieces[below(pieces.size())];
    queries.push_back(query);
  }
  return queries;
}

void expect_sound(const Node& node) {
  const bool holds_text = node.kind == NodeKind::words || node.kind == NodeKind::phrase;
  EXPECT_EQ(holds_text, !node.text.tokens.empty());
  EXPECT_EQ(node.kind == NodeKind::filter || holds_text, node.children.empty());
  for (const Node& child : node.children) expect_sound(child);
}

TEST(ParseQuery, GivesATreeForAnyTextThatReadsTheSameAgain) {
  for (const std::string& query : odd_queries()) {
    const ParsedQuery parsed = parse(query);
    if (!parsed.root.children.empty()) expect_sound(parsed.root);
    const std::string described = describe(parsed.root);
    const ParsedQuery again = parse(described);
    EXPECT_EQ(describe(again.root), described) << query;
    EXPECT_EQ(shape(again.root), shape(parsed.root)) << query << " -> " << described;
    if (described.empty()) continue;
    EXPECT_EQ(again.notes, std::vector<Note>()) << query << " -> " << described;
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace timbao
