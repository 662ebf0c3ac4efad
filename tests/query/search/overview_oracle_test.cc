// SPDX-License-Identifier: GPL-2.0-or-later
// Facets, timelines and readings beside a count by hand over every hit.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>

#include "common/base/day_range.h"
#include "common/text/fold.h"
#include "query/search/searcher.h"
#include "tests/query/support/truth.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

/// A question, and which articles its total counts.
struct AskedTruth {
  SearchRequest request;
  std::vector<const test::GeneratedArticle*> counted;
};

std::vector<AskedTruth> questions() {
  std::vector<AskedTruth> asked;
  test::TruthMaker maker(21);
  for (std::size_t round = 0; round < test::rounds(30); ++round) {
    const test::Truth truth = maker.make();
    AskedTruth one;
    one.request.query = truth.query();
    one.request.today = {2018, 2, 1};
    one.request.limit = 1;
    one.request.snippet_chars = 0;
    one.request.sort = round % 4 == 0 ? SortOrder::newest : SortOrder::relevance;
    for (const test::GeneratedArticle& article : test::generated_archive())
      if (truth.holds(article)) one.counted.push_back(&article);
    asked.push_back(std::move(one));
  }
  return asked;
}

/// The names of an article under which a facet counts it, in one spelling.
std::set<std::string> values_of(FacetField field, const Article& article) {
  std::vector<std::string> names;
  if (field == FacetField::source) names = {article.source};
  if (field == FacetField::section) names = article.sections;
  if (field == FacetField::author) names = article.authors;
  const std::string day = article.date ? format_day(day_at(*article.date)) : "";
  if (field == FacetField::year && article.date) names = {day.substr(0, 4)};
  if (field == FacetField::month && article.date) names = {day.substr(0, 7)};
  std::set<std::string> folded;
  for (const std::string& name : names) folded.insert(fold_text(name));
  return folded;
}

void expect_facet(const Facet& facet, const AskedTruth& asked) {
  Counts expected, found;
  std::uint64_t without = 0;
  for (const test::GeneratedArticle* article : asked.counted) {
    const std::set<std::string> values = values_of(facet.field, article->article);
    without += values.empty() ? 1U : 0U;
    for (const std::string& value : values) ++expected[value];
  }
  for (const FacetValue& value : facet.values) found[fold_text(value.value)] += value.count;
  EXPECT_EQ(found, expected) << asked.request.query.text();
  EXPECT_EQ(facet.values.size(), expected.size()) << "a value stands there once";
  EXPECT_EQ(facet.without, without);
  EXPECT_EQ(facet.others, 0U);
}

/// What a test asks of every question, beside its page.
template <typename Set>
std::vector<AskedTruth> questions_with(Set set) {
  std::vector<AskedTruth> asked = questions();
  for (AskedTruth& one : asked) set(one.request.overview);
  return asked;
}

template <typename Set, typename Check>
void expect_of_every_question(const std::vector<std::string>& indexes, Set set, Check check) {
  Searcher searcher(indexes);
  std::size_t articles = 0;
  for (const AskedTruth& asked : questions_with(set)) {
    const Answer answer = searcher.search(asked.request);
    EXPECT_EQ(answer.total.count, asked.counted.size()) << asked.request.query.text();
    EXPECT_TRUE(answer.total.exact);
    check(asked, answer.overview);
    articles += asked.counted.size();
  }
  EXPECT_GT(articles, test::rounds(1000)) << "questions without an answer test little";
}

std::vector<std::vector<std::string>> one_index_and_two() {
  return {{test::generated_index()}, test::generated_halves()};
}

TEST(OverviewOracle, CountsFacetsAsACountByHand) {
  const auto every_facet = [](OverviewRequest& overview) {
    for (const auto& row : kFacetFields) overview.facets.push_back({row.value, 1'000'000});
  };
  for (const std::vector<std::string>& indexes : one_index_and_two())
    expect_of_every_question(indexes, every_facet, [](const AskedTruth& asked, const Overview& overview) {
      ASSERT_EQ(overview.facets.size(), kFacetFields.size());
      for (const Facet& facet : overview.facets) expect_facet(facet, asked);
    });
}

/// Hits, or all articles, by the date of their bucket.
Counts by_date(const std::vector<const test::GeneratedArticle*>& articles, std::size_t date_size) {
  Counts counts;
  for (const test::GeneratedArticle* article : articles)
    ++counts[article->article.date ? format_day(day_at(*article->article.date)).substr(0, date_size) : ""];
  return counts;
}

void expect_timeline(const Timeline& timeline, const AskedTruth& asked, std::size_t date_size) {
  std::vector<const test::GeneratedArticle*> all;
  for (const test::GeneratedArticle& article : test::generated_archive()) all.push_back(&article);
  Counts hits = by_date(asked.counted, date_size), held = by_date(all, date_size), found;
  EXPECT_EQ(timeline.undated_hits, hits[""]);
  EXPECT_EQ(timeline.undated_held, held[""]);
  hits.erase("");
  for (const TimelineBucket& bucket : timeline.buckets) {
    if (bucket.hits > 0) found[bucket.date] = bucket.hits;
    EXPECT_EQ(bucket.held, held[bucket.date]) << bucket.date;
  }
  EXPECT_EQ(found, hits) << asked.request.query.text();
}

TEST(OverviewOracle, CountsTimelinesAsACountByHand) {
  constexpr std::array<std::size_t, 3> kDateSizes{10, 7, 4};
  for (const auto& row : kTimelineUnits)
    for (const std::vector<std::string>& indexes : one_index_and_two())
      expect_of_every_question(
          indexes, [&](OverviewRequest& overview) { overview.timeline = row.value; },
          [&](const AskedTruth& asked, const Overview& overview) {
            ASSERT_TRUE(overview.timeline);
            expect_timeline(*overview.timeline, asked, kDateSizes[static_cast<std::size_t>(row.value)]);
          });
}

/// How many articles of the days of a bucket a query finds.
std::uint64_t articles_between(Searcher& searcher, SearchRequest request, const std::string& bucket) {
  request.overview = {};
  request.limit = 0;
  request.days = parse_day_range(bucket, request.today);
  return searcher.search(request).total.count;
}

TEST(OverviewOracle, ComparesAsManyArticlesAsEachQueryFindsInTheDaysOfABucket) {
  Searcher searcher({test::generated_index()});
  const std::vector<AskedTruth> asked = questions();
  std::uint64_t hits = 0;
  for (std::size_t i = 0; i + 3 <= asked.size(); i += 3) {
    SearchRequest request = asked[i].request;
    request.marks = i % 2 == 0 ? MarksMode::prefer : MarksMode::fold;
    request.overview.timeline = TimelineUnit::month;
    request.overview.compared = {asked[i + 1].request.query, asked[i + 2].request.query, "vắngmặt"};
    const Timeline timeline = searcher.search(request).overview.timeline.value();
    ASSERT_EQ(timeline.compared.size(), 3U);
    for (const ComparedTimeline& other : timeline.compared) {
      ASSERT_EQ(other.buckets.size(), timeline.buckets.size());
      SearchRequest alone = request;
      alone.query = other.query;
      for (std::size_t bucket = 0; bucket < timeline.buckets.size(); ++bucket) {
        EXPECT_EQ(other.buckets[bucket].date, timeline.buckets[bucket].date);
        EXPECT_EQ(other.buckets[bucket].held, timeline.buckets[bucket].held);
        EXPECT_EQ(other.buckets[bucket].hits, articles_between(searcher, alone, other.buckets[bucket].date))
            << other.query << " in " << other.buckets[bucket].date;
        hits += other.buckets[bucket].hits;
      }
    }
  }
  EXPECT_GT(hits, test::rounds(100)) << "queries without hits compare little";
}

bool prints(const test::GeneratedArticle& article, const std::string& reading, const std::optional<Field>& field) {
  for (const test::Stretch& stretch : article.stretches)
    for (const test::WrittenWord& word : stretch.words)
      if (word.printed == reading && (!field || stretch.field == *field)) return true;
  return false;
}

bool is_begun_by(const std::string& word, const std::string& typed) {
  return typed.back() == '*' && word.compare(0, typed.size() - 1, typed, 0, typed.size() - 1) == 0;
}

void expect_readings(const WordReadings& word, const AskedTruth& asked) {
  for (const ReadingShare& share : word.readings) {
    std::uint64_t hits = 0, articles = 0;
    for (const test::GeneratedArticle* article : asked.counted)
      hits += prints(*article, share.reading, word.field) ? 1U : 0U;
    for (const test::GeneratedArticle& article : test::generated_archive())
      articles += prints(article, share.reading, word.field) ? 1U : 0U;
    EXPECT_EQ(share.hits, hits) << share.reading << " in " << asked.request.query.text();
    EXPECT_EQ(share.articles, articles) << share.reading;
    const std::string typed = fold_text(word.word), folded = fold_text(share.reading);
    EXPECT_TRUE(folded == typed || is_begun_by(folded, typed)) << folded << ' ' << typed;
  }
}

TEST(OverviewOracle, CountsReadingsAsACountByHand) {
  const auto readings = [](OverviewRequest& overview) { overview.readings = ShowReadings::yes; };
  std::size_t words = 0;
  for (const std::vector<std::string>& indexes : one_index_and_two())
    expect_of_every_question(indexes, readings, [&](const AskedTruth& asked, const Overview& overview) {
      words += overview.readings.size();
      for (const WordReadings& word : overview.readings) expect_readings(word, asked);
    });
  EXPECT_GT(words, test::rounds(100));
}

}  // namespace
}  // namespace timbao
