// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/filters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/index/terms.h"

namespace timbao {
namespace {

using Terms = std::vector<std::string>;

Terms terms_of(std::string_view query) {
  Tokenizer tokenizer;
  const ParsedQuery parsed = parse_query(query, tokenizer, {2018, 2, 1});
  const Node& node = parsed.root.children.at(0);
  EXPECT_EQ(node.kind, NodeKind::filter) << query;
  return node.kind == NodeKind::filter ? filter_terms(node) : Terms();
}

bool has(const std::set<std::string>& terms, const std::string& term) { return terms.count(term) != 0; }

/// Whether an article of this day has one of the terms.
bool covers(const std::set<std::string>& terms, const Day& day) {
  return has(terms, day_term(day)) || has(terms, month_term(day)) || has(terms, year_term(day));
}

TEST(FilterTerms, NameWhatAnArticleOfTheFieldHas) {
  struct Case {
    std::string_view query;
    Terms terms;
  };
  const std::vector<Case> cases{
      {"source:\"Báo  Tỉnh\"", {"XSbao tinh"}},
      {"source:báo-tỉnh", {"XSbao tinh"}},
      {"section:\"Thời sự\"", {"XGthoi su"}},
      {"id:2018/a.txt", {"Q2018/a.txt"}},
      {"id:\"Có Dấu\"", {"QCó Dấu"}},
      {"so:05-CT/TW", {"O5/ct/tw"}},
      {"so:5-ct/tư", {"O5/ct/tw"}},
      {"so:30/2020/NĐ-CP", {"O30/2020/nd/cp"}},
      {"so:\"Chỉ thị 05\"", {"Oct 5"}},
      {"so:\"nghị định số 30\"", {"Ond 30"}},
      {"url:https://Example.vn/a.html#x", {"Uexample.vn/a.html"}},
      {"url:example.vn", {"Uexample.vn", "Hexample.vn"}},
      {"url:https://www.example.vn/", {"Uwww.example.vn", "Hexample.vn"}},
      {"date:2018", {"Y2018"}},
  };
  for (const Case& c : cases) EXPECT_EQ(terms_of(c.query), c.terms) << c.query;
}

TEST(FilterTerms, CutALongIdAsTheIndexDoes) {
  const std::string id(500, 'i');
  EXPECT_EQ(terms_of("id:" + id), Terms{id_term(id)});
  EXPECT_LE(id_term(id).size(), 245U);
}

TEST(DayRangeTerms, AreYearsMonthsAndDays) {
  struct Case {
    DayRange days;
    Terms terms;
    std::string_view why;
  };
  const std::vector<Case> cases{
      {{{2018, 1, 31}, {2018, 1, 31}}, {"D20180131"}, "a day"},
      {{{2018, 1, 30}, {2018, 1, 31}}, {"D20180130", "D20180131"}, "the end of a month"},
      {{{2018, 1, 1}, {2018, 1, 2}}, {"D20180101", "D20180102"}, "the beginning of a month"},
      {{{2018, 1, 1}, {2018, 1, 31}}, {"M201801"}, "a month"},
      {{{2018, 2, 1}, {2018, 2, 28}}, {"M201802"}, "a February"},
      {{{2020, 2, 28}, {2020, 3, 1}}, {"D20200228", "D20200229", "D20200301"}, "across a leap day"},
      {{{2018, 1, 31}, {2018, 3, 1}}, {"D20180131", "M201802", "D20180301"}, "a month between"},
      {{{2018, 1, 1}, {2018, 12, 31}}, {"Y2018"}, "a year"},
      {{{2018, 11, 1}, {2019, 1, 31}}, {"M201811", "M201812", "M201901"}, "months across a new year"},
      {{{2017, 12, 30}, {2019, 1, 2}},
       {"D20171230", "D20171231", "Y2018", "D20190101", "D20190102"},
       "a year between days"},
      {{{2016, 1, 1}, {2018, 12, 31}}, {"Y2016", "Y2017", "Y2018"}, "years"},
  };
  for (const Case& c : cases) EXPECT_EQ(day_range_terms(c.days), c.terms) << c.why;
}

TEST(DayRangeTerms, OfAnOpenEndReachBeyondEveryNewspaper) {
  const Terms since = day_range_terms({{2018, 1, 1}, DayRange().last});
  EXPECT_EQ(since.front(), "Y2018");
  EXPECT_GE(since.back(), "Y2100");
  const Terms until = day_range_terms({DayRange().first, {2018, 12, 31}});
  EXPECT_LE(until.front(), "Y1800");
  EXPECT_EQ(until.back(), "Y2018");
  EXPECT_LT(day_range_terms({}).size(), 1000U);
}

TEST(DayRangeTerms, OfDaysThatAreNamedAreThese) {
  EXPECT_EQ(day_range_terms({{1700, 1, 1}, {1700, 12, 31}}), Terms{"Y1700"});
  EXPECT_EQ(day_range_terms({{2345, 6, 7}, {2345, 6, 7}}), Terms{"D23450607"});
}

TEST(DayRangeTerms, CoverExactlyTheDaysOfAnyRange) {
  const std::int64_t first = days_from_epoch({2015, 1, 1}), last = days_from_epoch({2021, 12, 31});
  std::mt19937 random(3);
  std::uniform_int_distribution<std::int64_t> any_day(first, last), any_length(0, 900);
  for (int round = 0; round < 400; ++round) {
    const std::int64_t from = any_day(random), to = std::min(last, from + any_length(random));
    const Terms list = day_range_terms({day_from_epoch(from), day_from_epoch(to)});
    const std::set<std::string> terms(list.begin(), list.end());
    EXPECT_EQ(terms.size(), list.size()) << "no term twice";
    for (std::int64_t day = first; day <= last; ++day)
      ASSERT_EQ(covers(terms, day_from_epoch(day)), from <= day && day <= to)
          << format_day(day_from_epoch(from)) << ".." << format_day(day_from_epoch(to)) << ": "
          << format_day(day_from_epoch(day));
  }
}

}  // namespace
}  // namespace timbao
