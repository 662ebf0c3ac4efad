// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/question.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/language/parse.h"
#include "tests/query/support/asked.h"

namespace timbao {
namespace {

using test::ask;

SearchRequest matching(MatchMode match, MarksMode marks = MarksMode::prefer) {
  SearchRequest request;
  request.match = match;
  request.marks = marks;
  return request;
}

std::string hits(std::string_view query, const SearchRequest& request = {}) {
  const Question question = ask(query, request);
  return test::describe_clause(question, question.hits);
}

std::string counted(std::string_view query, const SearchRequest& request = {}) {
  const Question question = ask(query, request);
  return test::describe_clause(question, question.counted);
}

/// The ranked words in their order; neighbours have - between them.
std::string ranked(std::string_view query) {
  const Question question = ask(query);
  std::string text;
  for (const RankedWord& word : question.ranked) {
    const AskedWord& asked = question.words[word.word];
    text += text.empty() ? "" : word.link == RankedWord::Link::neighbour ? "-" : " ";
    text += (asked.field ? std::string(row_of(*asked.field).name) + ':' : "") + asked.exact;
  }
  return text;
}

struct Case {
  std::string_view query, hits, counted, why;
};

void expect_clauses(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(hits(c.query), c.hits) << c.query << ": " << c.why;
    EXPECT_EQ(counted(c.query), c.counted) << c.query << ": " << c.why;
  }
}

TEST(Question, WantsAnyOfTheWordsAndCountsAll) {
  expect_clauses({
      {"", "any()", "any()", "nothing is asked, nothing is found"},
      {"đảng", "đang~3", "~đang~3", "one marked word: needed, it is its own reading or the plain form"},
      {"dang", "dang", "dang", "one unmarked word is any reading"},
      {"đảng bộ", "any(đang~3, bô~5)", "all(~đang~3, ~bô~5)", "any is a hit, all are counted"},
      {"đảng đảng", "đang~3", "all(~đang~3, ~đang~3)", "twice the same"},
      {"title:họp dân", "any(title:hop~5, dân)", "all(title:~hop~5, ~dân)", "a field"},
      {"=đăng bộ", "any(=đăng, bô~5)", "all(=đăng, ~bô~5)", "one reading only"},
      {"=dang", "=dang", "=dang", "the form without marks is a reading too"},
  });
}

TEST(Question, NeedsAPhraseThatStandsAlone) {
  expect_clauses({
      {"\"tự chuyển hóa\"", "phrase(~tư~5 ~chuyên~3 ~hoa~1)", "phrase(~tư~5 ~chuyên~3 ~hoa~1)", "alone"},
      {"\"tu chuyen\"", "phrase(tu chuyen)", "phrase(tu chuyen)", "without marks"},
      {"=\"bàn giao\"", "phrase(=ban~2 =giao)", "phrase(=ban~2 =giao)", "this reading"},
      {"\"dân\"", "~dân", "~dân", "of one word"},
      {"title:\"bàn giao\"", "phrase(title:~ban~2 title:giao)", "phrase(title:~ban~2 title:giao)", "in a field"},
      {"\"a b\" source:x", "all(terms(XSx), phrase(a b))", "all(terms(XSx), phrase(a b))", "beside a filter"},
      {"\"a b\" -c", "all(phrase(a b), not(c))", "all(phrase(a b), not(c))", "beside what must not be"},
      {"\"a b\" c", "any(phrase(a b), c)", "all(phrase(a b), c)", "among words it is one of them"},
      {"\"a b\" \"c d\"", "any(phrase(a b), phrase(c d))", "all(phrase(a b), phrase(c d))", "two of them"},
  });
}

TEST(Question, AsksForJoinedFormsAsOneThing) {
  expect_clauses({
      {"TP.HCM", "phrase(tp hcm | tphcm@0-2)", "phrase(tp hcm | tphcm@0-2)", "the parts side by side, or the whole"},
      {"tphcm", "tphcm", "tphcm", "typed as one"},
      {"KT-XH mới", "any(phrase(kt xh | ktxh@0-2), mơi~1)", "all(phrase(kt xh | ktxh@0-2), ~mơi~1)", "among words"},
      {"\"dân TP.HCM\"", "phrase(~dân tp hcm | tphcm@1-3)", "phrase(~dân tp hcm | tphcm@1-3)", "in a phrase"},
      {"title:TP.HCM", "phrase(title:tp title:hcm | title:tphcm@0-2)", "phrase(title:tp title:hcm | title:tphcm@0-2)",
       "in a field"},
  });
}

TEST(Question, AsksTheSequenceWhereABodyIsAskedFor) {
  EXPECT_EQ(counted("body:dân"), "phrase(body:~dân)") << "the body has no terms of its own";
  EXPECT_EQ(hits("a -body:dân"), "all(a, not(phrase(body:~dân)))");
  EXPECT_EQ(counted("lead:dân"), "lead:~dân");
}

TEST(Question, AsksForNumbersByTheirValue) {
  expect_clauses({
      {"5.700", "5.700", "5.700", "any print of the value"},
      {"5 700", "phrase(5 700 | 5700@0-2)", "phrase(5 700 | 5700@0-2)", "groups of three digits"},
      {"65%", "65", "65", "the sign says nothing more"},
      {"1,210", "phrase(1,210 1,210)", "phrase(1,210 1,210)", "thousands or a decimal"},
      {"2015-2020", "phrase(2015 2020 | 2015-2020@0-2)", "phrase(2015 2020 | 2015-2020@0-2)", "years side by side"},
  });
  for (const AskedWord& word : ask("05 5.700 1,210").words) EXPECT_EQ(word.readings, Readings::any) << word.exact;
}

TEST(Question, KnowsOtherNamesOfWhatWasTyped) {
  expect_clauses({
      {"31/1/2018", "any(31, 1, 2018, terms(T20180131))", "any(all(31, 1, 2018), terms(T20180131))", "a day"},
      {"ngày 25 tháng 2", "any(ngay~2, 25, thang~1, 2, terms(T0225))",
       "any(all(~ngay~2, 25, ~thang~1, 2), terms(T0225))", "a day of a month"},
      {"chỉ thị 5", "any(chi~3, thi~5, 5, terms(Oct 5))", "any(all(~chi~3, ~thi~5, 5), terms(Oct 5))",
       "a document by its type"},
      {"05-CT/TW", "any(phrase(05 ct tw), terms(O5/ct/tw))", "any(phrase(05 ct tw), terms(O5/ct/tw))",
       "this very document, not any directive number 5"},
  });
  EXPECT_EQ(ask("chỉ thị 5 ngày 31/1/2018").ranked_names, (std::vector<RankedName>{{"Oct 5", 1}, {"T20180131", 1}}));
}

TEST(Question, ObeysSigns) {
  expect_clauses({
      {"+đảng bộ", "~đang~3", "all(~đang~3, ~bô~5)", "what has no + only ranks"},
      {"+\"a b\" c", "phrase(a b)", "all(phrase(a b), c)", "a phrase"},
      {"a -b", "all(a, not(b))", "all(a, not(b))", "excludes"},
      {"a -đảng", "all(a, not(~đang~3))", "all(a, not(~đang~3))", "just its own reading and the plain form"},
      {"a b -c -d", "all(any(a, b), not(c, d))", "all(all(a, b), not(c, d))", "neither of two"},
      {"a -(b c)", "all(a, not(all(b, c)))", "all(a, not(all(b, c)))", "both together"},
      {"-a", "not(a)", "not(a)", "only excludes"},
      {"a -date:2018", "all(a, not(days(2018-01-01..2018-12-31)))", "all(a, not(days(2018-01-01..2018-12-31)))",
       "a filter"},
  });
}

TEST(Question, NeedsAllWordsBetweenOperators) {
  expect_clauses({
      {"a b AND c d", "all(all(a, b), all(c, d))", "all(all(a, b), all(c, d))", "four words"},
      {"a OR b c", "any(a, all(b, c))", "any(a, all(b, c))", "either side whole"},
      {"a NOT b", "all(a, not(b))", "all(a, not(b))", "NOT"},
      {"a AND NOT \"b c\"", "all(a, not(phrase(b c)))", "all(a, not(phrase(b c)))", "AND NOT"},
      {"(a OR b) c", "any(any(a, b), c)", "all(any(a, b), c)", "a bracket is one operand"},
      {"a AND b OR c AND d", "any(all(a, b), all(c, d))", "any(all(a, b), all(c, d))", "AND binds tighter"},
      {"đảng AND dân", "all(~đang~3, ~dân)", "all(~đang~3, ~dân)", "needed words"},
  });
}

TEST(Question, TakesOneFieldTwiceAsEitherAndTwoAsBoth) {
  expect_clauses({
      {"source:a", "terms(XSa)", "terms(XSa)", "alone"},
      {"source:a source:b", "terms(XSa, XSb)", "terms(XSa, XSb)", "either"},
      {"source:a section:b", "all(terms(XSa), terms(XGb))", "all(terms(XSa), terms(XGb))", "both"},
      {"date:2018 x source:a y source:b", "all(terms(XSa, XSb), days(2018-01-01..2018-12-31), any(x, y))",
       "all(terms(XSa, XSb), days(2018-01-01..2018-12-31), x, y)", "beside words, wherever they stand"},
      {"x -source:a -source:b", "all(x, not(terms(XSa, XSb)))", "all(x, not(terms(XSa, XSb)))", "neither"},
      {"x AND source:a AND source:b", "all(terms(XSa, XSb), x)", "all(terms(XSa, XSb), x)",
       "in a bracket of operators too"},
  });
  expect_clauses({
      {"date:2017 date:2018", "days(2017-01-01..2018-12-31)", "days(2017-01-01..2018-12-31)",
       "ranges that meet are one"},
      {"date:2017-02..2018 date:2017 OR x", "any(days(2017-01-01..2018-12-31), x)",
       "any(days(2017-01-01..2018-12-31), x)", "so are those that overlap"},
      {"date:2016 date:2018", "any(days(2016-01-01..2016-12-31), days(2018-01-01..2018-12-31))",
       "any(days(2016-01-01..2016-12-31), days(2018-01-01..2018-12-31))", "others stay apart"},
  });
  EXPECT_TRUE(ask("x source:a").filtered);
  EXPECT_FALSE(ask("x title:a").filtered);
}

TEST(Question, RestrictsByTheDaysOfTheRequest) {
  SearchRequest request;
  request.days = DayRange{{2018, 1, 1}, {2018, 1, 31}};
  EXPECT_EQ(hits("a b", request), "all(any(a, b), days(2018-01-01..2018-01-31))");
  EXPECT_EQ(counted("a b", request), "all(all(a, b), days(2018-01-01..2018-01-31))");
  EXPECT_TRUE(ask("a", request).filtered);
}

TEST(Question, ObeysTheMatchMode) {
  const SearchRequest all = matching(MatchMode::all), any = matching(MatchMode::any);
  EXPECT_EQ(hits("đảng \"a b\"", all), "all(~đang~3, phrase(a b))");
  EXPECT_EQ(counted("đảng \"a b\"", all), "all(~đang~3, phrase(a b))");
  EXPECT_EQ(hits("đảng \"a b\"", any), "any(đang~3, phrase(a b))");
  EXPECT_EQ(counted("đảng \"a b\"", any), "any(đang~3, phrase(a b))");
  EXPECT_EQ(hits("a AND b", any), "all(a, b)");
  EXPECT_EQ(hits("a date:2018", any), "all(days(2018-01-01..2018-12-31), a)")
      << "filters restrict, whatever --match says";
}

TEST(Question, ObeysTheMarksMode) {
  const SearchRequest fold = matching(MatchMode::all, MarksMode::fold);
  const SearchRequest strict = matching(MatchMode::all, MarksMode::strict);
  EXPECT_EQ(hits("đảng dan", fold), "all(đang~3, dan)");
  EXPECT_EQ(hits("đảng dan", matching(MatchMode::all)), "all(~đang~3, dan)");
  EXPECT_EQ(hits("đảng dan", strict), "all(=đang~3, =dan)");
  EXPECT_EQ(hits("\"đảng dan\"", strict), "phrase(=đang~3 =dan)");
  EXPECT_EQ(hits("=đảng", fold), "=đang~3") << "what was typed with = stays so";
}

TEST(Question, ExcludesWhatStandsBehindNot) {
  expect_clauses({
      {"NOT a", "not(a)", "not(a)", "all articles but these, as of -a"},
      {"NOT a NOT \"b c\"", "not(a, phrase(b c))", "not(a, phrase(b c))", "neither"},
      {"NOT a AND b", "all(b, not(a))", "all(b, not(a))", "before AND"},
      {"(NOT a) b", "all(b, not(a))", "all(b, not(a))", "in a bracket"},
      {"a OR NOT b", "any(a, not(b))", "any(a, not(b))", "a, or no b"},
      {"NOT (a OR b)", "not(any(a, b))", "not(any(a, b))", "a bracket"},
      {"NOT title:a c", "all(c, not(title:a))", "all(c, not(title:a))", "a field"},
      {"NOT date:2018", "not(days(2018-01-01..2018-12-31))", "not(days(2018-01-01..2018-12-31))", "days"},
  });
}

TEST(Question, OfManyOverlappingNamesStaysSmall) {
  std::string names;
  for (int i = 1; i <= 300; ++i) names += std::to_string(i) + "/2018/NĐ-CP ";
  const Question question = ask(names);
  EXPECT_LT(test::describe_clause(question, question.counted).size(), 100'000U);
}

TEST(Question, RanksNeighboursAcrossBracketsAndQuotes) {
  struct Ranked {
    std::string_view query, words;
  };
  const std::vector<Ranked> cases{
      {"xây dựng đảng", "xây-dưng~5-đang~3"},
      {"xây (dựng đảng) bộ", "xây-dưng~5-đang~3-bô~5"},
      {"xây \"dựng đảng\" bộ", "xây-dưng~5-đang~3-bô~5"},
      {"+xây dựng", "xây-dưng~5"},
      {"xây dựng source:x đảng", "xây-dưng~5 đang~3"},
      {"title:xây dựng", "title:xây dưng~5"},
      {"title:\"xây dựng\" title:đảng", "title:xây-title:dưng~5-title:đang~3"},
      {"xây AND dựng", "xây dưng~5"},
      {"(xây OR dựng) đảng", "xây dưng~5 đang~3"},
  };
  for (const Ranked& c : cases) EXPECT_EQ(ranked(c.query), c.words) << c.query;
}

TEST(Question, WeighsRankedWordsByTheirNodesAndAllNodesAbove) {
  Tokenizer tokenizer;
  Node root = parse_query("xây (dựng OR đảng)", tokenizer, {2018, 2, 1}).root;
  for (const RankedWord& word : make_question(root, {}).ranked) EXPECT_EQ(word.weight, 1) << "what was typed";
  root.weight = 0.5;
  root.children.at(1).weight = 0.25;
  root.children.at(1).children.at(0).weight = 0.5;
  std::vector<double> weights;
  for (const RankedWord& word : make_question(root, {}).ranked) weights.push_back(word.weight);
  EXPECT_EQ(weights, (std::vector<double>{0.5, 0.0625, 0.125}));
}

TEST(Question, NeverRanksWhatMustNotBeThere) {
  EXPECT_EQ(ranked("a -b c"), "a c");
  EXPECT_EQ(ranked("a NOT b"), "a");
  EXPECT_EQ(ranked("a -(b OR \"c d\")"), "a");
  EXPECT_TRUE(ask("a -31/1/2018").ranked.size() > 1) << "before a digit - is text";
  EXPECT_TRUE(ask("a -\"31/1/2018\"").ranked_names.empty());
}

TEST(Question, AsksForEachWordOnce) {
  EXPECT_EQ(ask("a a a").words.size(), 1U);
  EXPECT_EQ(ask("đảng Đảng ĐẢNG").words.size(), 2U) << "as one of several, and as needed";
  EXPECT_EQ(ask("a title:a =a").words.size(), 3U);
}

TEST(Question, AsksForBeginningsAndForWhatIsNear) {
  expect_clauses({
      {"đản*", "đan~3*", "đan~3*", "a beginning"},
      {"=đan* body:chin*", "any(=đan*, phrase(body:chin*))", "all(=đan*, phrase(body:chin*))",
       "only sequences tell of a body"},
      {"đất NEAR/2 \"giao cho\"", "near(~đât~1, phrase(giao cho))", "near(~đât~1, phrase(giao cho))",
       "alone it is required"},
      {"họp (đất) NEAR/2 chin*", "any(hop~5, near(~đât~1, chin*))", "all(~hop~5, near(~đât~1, chin*))",
       "among words it is one"},
      {"họp source:(a OR b)", "all(terms(XSa, XSb), hop~5)", "all(terms(XSa, XSb), ~hop~5)",
       "brackets of filters restrict"},
  });
  EXPECT_EQ(ranked("xây đản* bộ"), "xây đan~3 bô~5") << "a beginning is nobody's neighbour";
  EXPECT_EQ(hits("đản*", matching(MatchMode::ranked, MarksMode::fold)), "dan*");
}

TEST(Question, TakesWeightsToWordsAndNames) {
  const Question question = ask("đất^2 (họp 31/1/2018)^0.5");
  ASSERT_EQ(question.ranked.size(), 5U);
  EXPECT_EQ(question.ranked[0].weight, 2);
  EXPECT_EQ(question.ranked[1].weight, 0.5);
  ASSERT_FALSE(question.ranked_names.empty());
  EXPECT_EQ(question.ranked_names.front().weight, 0.5);
}

}  // namespace
}  // namespace timbao
