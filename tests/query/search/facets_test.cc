// SPDX-License-Identifier: GPL-2.0-or-later
// Facets and timelines of small archives; overview_oracle_test compares those of a large one with a count by hand.
#include <gtest/gtest.h>

#include "query/search/searcher.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/small_index.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

/// An article with the word "họp".
Article article_of(std::string id, std::vector<std::string> sections, std::optional<Day> day = {}) {
  Article article = test::article_with("họp " + id, "");
  article.id = std::move(id);
  article.sections = std::move(sections);
  if (day) article.date = first_second_of(*day);
  return article;
}

Overview overview_of(const std::vector<Article>& articles, OverviewRequest overview, std::string query = "họp") {
  test::TempDirectory directory;
  test::write_index(directory / "index", articles);
  SearchRequest request;
  request.query = std::move(query);
  request.overview = std::move(overview);
  return Searcher({directory / "index"}).search(request).overview;
}

std::string facet_text(const std::vector<Article>& articles, FacetRequest request) {
  OverviewRequest overview;
  overview.facets = {request};
  const Facet facet = overview_of(articles, overview).facets.at(0);
  std::string text;
  for (const FacetValue& value : facet.values) text += value.value + " " + std::to_string(value.count) + ", ";
  return text + "others " + std::to_string(facet.others) + ", without " + std::to_string(facet.without);
}

TEST(Facets, CountAnArticleUnderEachOfItsNames) {
  EXPECT_EQ(facet_text({article_of("a", {"Thời sự", "Kinh tế"}), article_of("b", {"Kinh tế"}), article_of("c", {})},
                       {FacetField::section, 10}),
            "Kinh tế 2, Thời sự 1, others 0, without 1");
}

TEST(Facets, PrintANameAsMostArticlesDo) {
  EXPECT_EQ(facet_text({article_of("a", {"THỜI SỰ"}), article_of("b", {"Thời sự"}), article_of("c", {"Thời sự"})},
                       {FacetField::section, 10}),
            "Thời sự 3, others 0, without 0");
}

TEST(Facets, PrintANameThatIsNobodysFirst) {
  EXPECT_EQ(facet_text({article_of("a", {"Kinh tế", "Bạn Đọc"}, Day{2018, 1, 1}),
                        article_of("b", {"Kinh tế", "Bạn đọc"}, Day{2018, 2, 1})},
                       {FacetField::section, 10}),
            "Bạn đọc 2, Kinh tế 2, others 0, without 0");
}

TEST(Facets, ShowTheCommonestAndSayHowManyMoreThereAre) {
  EXPECT_EQ(facet_text({article_of("a", {"x"}), article_of("b", {"y"}), article_of("c", {"y"}), article_of("d", {"z"})},
                       {FacetField::section, 2}),
            "y 2, x 1, others 1, without 0");
}

TEST(Facets, PutTheLaterOfEqualMonthsFirst) {
  EXPECT_EQ(facet_text({article_of("a", {}, Day{2018, 1, 31}), article_of("b", {}, Day{2018, 11, 1}),
                        article_of("c", {}, Day{2017, 1, 1})},
                       {FacetField::month, 10}),
            "2018-11 1, 2018-01 1, 2017-01 1, others 0, without 0");
}

TEST(Facets, CountWhatTheTotalCountsAndNotEveryHit) {
  OverviewRequest overview;
  overview.facets = {{FacetField::section, 10}};
  const std::vector<Article> articles{article_of("a", {"x"}), article_of("b", {"y"})};
  EXPECT_EQ(overview_of(articles, overview, "họp a").facets.at(0).values.size(), 1U);
}

std::string timeline_text(const std::vector<Article>& articles, TimelineUnit unit, std::string query = "họp") {
  OverviewRequest overview;
  overview.timeline = unit;
  const Timeline timeline = overview_of(articles, overview, std::move(query)).timeline.value();
  std::string text;
  for (const TimelineBucket& bucket : timeline.buckets)
    text += bucket.date + " " + std::to_string(bucket.hits) + "/" + std::to_string(bucket.held) + ", ";
  return text + "undated " + std::to_string(timeline.undated_hits) + "/" + std::to_string(timeline.undated_held);
}

TEST(Timeline, KeepsEmptyBucketsBetweenHits) {
  std::vector<Article> articles{article_of("a", {}, Day{2019, 11, 30}), article_of("b", {}, Day{2020, 3, 1}),
                                article_of("c", {}), article_of("d", {}, Day{2020, 1, 31}),
                                article_of("e", {}, Day{2018, 1, 1})};
  articles[3].title = articles[4].title = "khác";
  EXPECT_EQ(timeline_text(articles, TimelineUnit::month),
            "2019-11 1/1, 2019-12 0/0, 2020-01 0/1, 2020-02 0/0, 2020-03 1/1, undated 1/1");
  EXPECT_EQ(timeline_text(articles, TimelineUnit::year), "2019 1/1, 2020 1/2, undated 1/1");
}

TEST(Timeline, GoesOverLeapDays) {
  EXPECT_EQ(
      timeline_text({article_of("a", {}, Day{2020, 2, 28}), article_of("b", {}, Day{2020, 3, 1})}, TimelineUnit::day),
      "2020-02-28 1/1, 2020-02-29 0/0, 2020-03-01 1/1, undated 0/0");
}

std::string compared_text(const std::vector<Article>& articles, const OverviewRequest& overview, std::string query) {
  const Timeline timeline = overview_of(articles, overview, std::move(query)).timeline.value();
  std::string text;
  for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
    text += timeline.buckets[i].date + " " + std::to_string(timeline.buckets[i].hits);
    for (const ComparedTimeline& other : timeline.compared) text += "," + std::to_string(other.buckets[i].hits);
    text += " of " + std::to_string(timeline.buckets[i].held) + "; ";
  }
  return text;
}

TEST(Timeline, ReachesOverTheBucketsOfEveryComparedQuery) {
  const std::vector<Article> articles{article_of("a", {}, Day{2019, 3, 1}), article_of("b", {}, Day{2019, 1, 5}),
                                      article_of("b", {}, Day{2019, 1, 6}), article_of("c", {}, Day{2019, 4, 30}),
                                      article_of("d", {})};
  std::vector<Article> named = articles;
  for (std::size_t i = 0; i < named.size(); ++i) named[i].id += std::to_string(i);
  OverviewRequest overview;
  overview.timeline = TimelineUnit::month;
  overview.compared = {"b", "c", "vắng"};
  EXPECT_EQ(compared_text(named, overview, "a"),
            "2019-01 0,2,0,0 of 2; 2019-02 0,0,0,0 of 0; 2019-03 1,0,0,0 of 1; 2019-04 0,0,1,0 of 1; ");
  EXPECT_EQ(compared_text(named, overview, "vắng"),
            "2019-01 0,2,0,0 of 2; 2019-02 0,0,0,0 of 0; 2019-03 0,0,0,0 of 1; 2019-04 0,0,1,0 of 1; ");
  overview.compared = {"d"};
  EXPECT_EQ(compared_text(named, overview, "vắng"), "");
}

TEST(Timeline, ComparesUnderTheFiltersOfTheRequestAndSaysWhatItDidNotUnderstand) {
  test::TempDirectory directory;
  test::write_index(directory / "index", {article_of("a", {}, Day{2019, 3, 1}), article_of("b", {}, Day{2019, 5, 5})});
  SearchRequest request;
  request.query = "a";
  request.days = DayRange{{2019, 5, 1}, {2019, 6, 1}};
  request.overview.timeline = TimelineUnit::month;
  request.overview.compared = {"họp", "date:hôm b"};
  const Answer answer = Searcher({directory / "index"}).search(request);
  ASSERT_EQ(answer.overview.timeline->buckets.size(), 1U);
  EXPECT_EQ(answer.overview.timeline->buckets[0].hits, 0U);
  EXPECT_EQ(answer.overview.timeline->compared[0].buckets[0].hits, 1U);
  EXPECT_EQ(answer.overview.timeline->compared[0].parsed, "họp");
  ASSERT_FALSE(answer.notes.empty());
  EXPECT_EQ(answer.notes[0].text.find("compared with 'date:hôm b': "), 0U) << answer.notes[0].text;
}

TEST(Timeline, IsEmptyWithoutDatedHits) {
  EXPECT_EQ(timeline_text({article_of("a", {}), article_of("b", {}, Day{2020, 3, 1})}, TimelineUnit::day, "a"),
            "undated 1/1");
  EXPECT_EQ(timeline_text({article_of("a", {})}, TimelineUnit::day, "vắng"), "undated 0/1");
}

}  // namespace
}  // namespace timbao
