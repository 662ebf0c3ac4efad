// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/days.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "query/plan/days_query.h"
#include "tests/query/support/fake_vocabulary.h"
#include "tests/query/support/small_index.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using Terms = std::vector<std::string>;

/// An archive with one article on each of these days.
test::FakeVocabulary archive_of(const std::vector<Day>& days) {
  std::map<std::string, std::uint32_t> counts;
  for (const Day& day : days)
    for (const std::string& term : {day_term(day), month_term(day), year_term(day)}) ++counts[term];
  return {static_cast<std::uint32_t>(days.size()), std::move(counts)};
}

std::vector<Day> all_days(const Day& first, const Day& last) {
  std::vector<Day> days;
  for (std::int64_t day = days_from_epoch(first); day <= days_from_epoch(last); ++day)
    days.push_back(day_from_epoch(day));
  return days;
}

Terms names_of(const std::vector<TermCount>& terms) {
  Terms names;
  for (const TermCount& term : terms) names.push_back(term.term);
  return names;
}

TEST(DayTerms, AreYearsMonthsAndDays) {
  const test::FakeVocabulary vocabulary = archive_of(all_days({2015, 1, 1}, {2021, 12, 31}));
  struct Case {
    DayRange days;
    Terms terms;
    std::string_view why;
  };
  const std::vector<Case> cases{
      {{{2018, 1, 31}, {2018, 1, 31}}, {"D20180131"}, "a day"},
      {{{2018, 1, 30}, {2018, 1, 31}}, {"D20180130", "D20180131"}, "the end of a month"},
      {{{2018, 1, 1}, {2018, 1, 31}}, {"M201801"}, "a month"},
      {{{2018, 2, 1}, {2018, 2, 28}}, {"M201802"}, "a February"},
      {{{2018, 1, 31}, {2018, 3, 1}}, {"D20180131", "M201802", "D20180301"}, "a month between"},
      {{{2018, 1, 1}, {2018, 12, 31}}, {"Y2018"}, "a year"},
      {{{2018, 11, 1}, {2019, 1, 31}}, {"M201811", "M201812", "M201901"}, "months across a new year"},
      {{{2017, 12, 30}, {2019, 1, 2}},
       {"D20171230", "D20171231", "Y2018", "D20190101", "D20190102"},
       "a year between days"},
      {DayRange{}, {"Y2015", "Y2016", "Y2017", "Y2018", "Y2019", "Y2020", "Y2021"}, "all days there are"},
      {{{1, 1, 2}, {9998, 12, 29}},
       {"Y2015", "Y2016", "Y2017", "Y2018", "Y2019", "Y2020", "Y2021"},
       "a wide range costs what the archive has"},
      {{{2100, 1, 1}, {2345, 6, 7}}, {}, "days that no article has"},
  };
  for (const Case& c : cases) EXPECT_EQ(names_of(day_terms(c.days, vocabulary)), c.terms) << c.why;
  EXPECT_EQ(day_terms({{2020, 2, 1}, {2020, 2, 28}}, vocabulary).size(), 28U) << "a February that has one day more";
}

TEST(DayTerms, AreOnlyThoseThatTheArchiveHas) {
  const test::FakeVocabulary vocabulary = archive_of({{1, 1, 1}, {1500, 6, 1}, {2018, 1, 31}, {9999, 12, 31}});
  EXPECT_EQ(names_of(day_terms({}, vocabulary)), (Terms{"Y0001", "Y1500", "Y2018", "Y9999"})) << "open ends are open";
  EXPECT_EQ(names_of(day_terms({{1, 1, 1}, {1700, 12, 31}}, vocabulary)), (Terms{"Y0001", "Y1500"}));
  EXPECT_EQ(names_of(day_terms({{2018, 1, 2}, {2019, 1, 1}}, vocabulary)), (Terms{"D20180131"}));
  EXPECT_EQ(names_of(day_terms({{2018, 2, 2}, {2018, 12, 31}}, vocabulary)), Terms{});
}

TEST(DayTerms, CoverExactlyTheDaysOfAnyRange) {
  const std::vector<Day> days = all_days({2015, 1, 1}, {2021, 12, 31});
  const test::FakeVocabulary vocabulary = archive_of(days);
  std::mt19937 random(3);
  std::uniform_int_distribution<std::size_t> any_day(0, days.size() - 1), any_length(0, 900);
  for (std::size_t round = 0; round < test::rounds(400); ++round) {
    const std::size_t from = any_day(random), to = std::min(days.size() - 1, from + any_length(random));
    const Terms list = names_of(day_terms({days[from], days[to]}, vocabulary));
    const std::set<std::string> terms(list.begin(), list.end());
    EXPECT_EQ(terms.size(), list.size()) << "no term twice";
    for (std::size_t i = 0; i < days.size(); ++i) {
      const bool is_covered =
          terms.count(day_term(days[i])) + terms.count(month_term(days[i])) + terms.count(year_term(days[i])) > 0;
      ASSERT_EQ(is_covered, from <= i && i <= to) << format_day(days[from]) << ".." << format_day(days[to]);
    }
  }
}

TEST(MergedDays, AreThoseOfAllRangesOnce) {
  struct Case {
    std::vector<DayRange> given, merged;
  };
  const DayRange may{{2018, 5, 1}, {2018, 5, 31}}, june{{2018, 6, 1}, {2018, 6, 30}},
      year{{2018, 1, 1}, {2018, 12, 31}};
  const std::vector<Case> cases{
      {{}, {}},
      {{may}, {may}},
      {{june, may}, {{may.first, june.last}}},
      {{may, year, june}, {year}},
      {{june, {{2018, 5, 1}, {2018, 5, 30}}}, {{{2018, 5, 1}, {2018, 5, 30}}, june}},
      {{{{2018, 5, 1}, DayRange().last}, {DayRange().first, {2018, 4, 30}}}, {DayRange{}}},
  };
  for (const Case& c : cases) {
    const std::vector<DayRange> found = merged_days(c.given);
    ASSERT_EQ(found.size(), c.merged.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].first, c.merged[i].first);
      EXPECT_EQ(found[i].last, c.merged[i].last);
    }
  }
}

/// Articles of every kind of day, one without a date, in a real index.
class DaysInAnIndex : public ::testing::Test {
 protected:
  DaysInAnIndex() {
    TermMaker terms;
    database_ = Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY);
    const std::int64_t midnight = days_from_epoch({2018, 1, 31}) * 86'400 - kVietnamZoneSeconds;
    for (int year = 1900; year < 2000; ++year) moments_.emplace_back(days_from_epoch({year, 7, 1}) * 86'400);
    for (const std::int64_t offset : {-86'401, -86'400, -1, 0, 1, 86'399, 86'400, 86'401})
      moments_.emplace_back(midnight + offset);
    moments_.emplace_back(std::nullopt);
    for (const auto& moment : moments_) {
      Article article;
      article.id = "bài " + std::to_string(database_.get_doccount());
      article.title = "tin";
      article.date = moment;
      database_.add_document(test::document_of(article, terms));
    }
  }

  std::set<std::size_t> found(const DayRange& range) {
    VocabularyCache memory;
    Xapian::Enquire enquire(database_);
    enquire.set_query(days_query(range, *vocabulary_of(database_, memory)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    std::set<std::size_t> places;
    const Xapian::MSet all = enquire.get_mset(0, database_.get_doccount());
    for (auto hit = all.begin(); hit != all.end(); ++hit) places.insert(*hit - 1);
    return places;
  }

  std::set<std::size_t> right(const DayRange& range) const {
    std::set<std::size_t> places;
    for (std::size_t i = 0; i < moments_.size(); ++i)
      if (moments_[i] && !(day_at(*moments_[i]) < range.first) && !(range.last < day_at(*moments_[i])))
        places.insert(i);
    return places;
  }

  Xapian::WritableDatabase database_;
  std::vector<std::optional<std::int64_t>> moments_;
};

TEST_F(DaysInAnIndex, AreFoundByTermsAndByMomentsAlike) {
  const std::vector<DayRange> ranges{
      {},
      {DayRange().first, {2018, 1, 31}},
      {DayRange().first, {2018, 1, 30}},
      {{2018, 1, 31}, DayRange().last},
      {{1910, 1, 1}, {2018, 1, 31}},
      {{1910, 7, 2}, {2018, 2, 1}},
      {{1, 1, 2}, {9998, 12, 29}},
      {{2018, 1, 31}, {2018, 1, 31}},
      {{1905, 1, 1}, {1925, 12, 31}},
      {{2018, 2, 2}, DayRange().last},
      {DayRange().first, {1899, 12, 31}},
  };
  for (const DayRange& range : ranges)
    EXPECT_EQ(found(range), right(range)) << format_day(range.first) << ".." << format_day(range.last);
}

TEST(DayOfKey, IsTheDayInVietNam) {
  TermMaker terms;
  Article article;
  article.id = "a";
  EXPECT_EQ(day_of_key(test::document_of(article, terms).get_value(slot::kOldest)), std::nullopt);
  for (const std::int64_t seconds : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1'517'331'599},
                                     std::int64_t{1'517'331'600}, std::int64_t{-2'208'988'800}}) {
    article.date = seconds;
    EXPECT_EQ(day_of_key(test::document_of(article, terms).get_value(slot::kOldest)), day_at(seconds));
  }
  EXPECT_EQ(day_of_key(""), std::nullopt) << "a damaged article has no day";
}

}  // namespace
}  // namespace timbao
