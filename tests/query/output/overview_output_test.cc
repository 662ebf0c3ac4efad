// SPDX-License-Identifier: GPL-2.0-or-later
// Facets, timelines and readings as text and as JSON.
#include <gtest/gtest.h>

#include "common/text/columns.h"
#include "query/output/json.h"
#include "query/output/overview_text.h"
#include "query/output/text.h"

namespace timbao {
namespace {

using Lines = std::vector<std::string>;

Answer counted(std::uint64_t articles) {
  Answer answer;
  answer.total = {articles, MatchMode::all, true};
  return answer;
}

Answer with_facet() {
  Answer answer = counted(20);
  answer.overview.facets = {{FacetField::source, {{"Báo Tỉnh", 12}, {"Báo Huyện Mới", 7}}, 3, 1},
                            {FacetField::year, {}, 0, 20}};
  return answer;
}

Answer with_timeline() {
  Answer answer = counted(13);
  answer.overview.timeline = Timeline{
      TimelineUnit::month, {{"2018-01", 12, 340}, {"2018-02", 0, 200}, {"2018-03", 0, 0}, {"2018-04", 1, 8}}, 2, 5};
  return answer;
}

Answer with_compared() {
  Answer answer = with_timeline();
  answer.parsed = "bầu cử";
  answer.overview.timeline->compared = {
      {"hoi dong",
       "hội\x1B đồng",
       {{"2018-01", 40, 340}, {"2018-02", 1, 200}, {"2018-03", 0, 0}, {"2018-04", 0, 8}},
       0}};
  return answer;
}

Answer with_readings() {
  Answer answer = counted(16);
  answer.overview.readings = {{"dang", std::nullopt, {{"đảng", 12, 340}, {"đang", 4, 210}}},
                              {"khuyu", Field::title, {}}};
  return answer;
}

TEST(OverviewText, SaysNothingWhereNothingWasAsked) { EXPECT_EQ(overview_as_lines(counted(3), {}), Lines()); }

TEST(OverviewText, ShowsAFacetInColumnsAndWhatIsLeftOut) {
  EXPECT_EQ(overview_as_lines(with_facet(), {}),
            (Lines{"", "by source, of 20 articles:", "  Báo Tỉnh       12", "  Báo Huyện Mới   7",
                   "  … and 3 more; 1 article has none", "", "by year, of 20 articles:", "  20 articles have none"}));
}

TEST(OverviewText, ShowsNoControlOfAName) {
  Answer answer = counted(1);
  answer.overview.facets = {{FacetField::author, {{"a\x1B[31m\nb<i>", 1}}, 0, 0}};
  EXPECT_EQ(overview_as_lines(answer, {}).at(2), "  a [31m b<i>  1");
  EXPECT_EQ(overview_as_lines(answer, Highlight::html).at(2), "  a [31m b&lt;i&gt;  1");
}

TEST(OverviewText, DrawsATimelineAndTellsNoArticleFromNoHit) {
  TextLook look(Highlight::none, 44);
  EXPECT_EQ(overview_as_lines(with_timeline(), look),
            (Lines{"", "by month, of 13 articles:", "           hits  held  per 1,000",
                   "  2018-01    12   340      35.29  ██████████", "  2018-02     0   200          0",
                   "  2018-03     -     0          -  no article held", "  2018-04     1     8        125  ▊",
                   "  without a date: 2 of 5"}));
  look.blocks = Blocks::ascii;
  EXPECT_EQ(overview_as_lines(with_timeline(), look).at(3), "  2018-01    12   340      35.29  ##########");
  EXPECT_EQ(overview_as_lines(with_timeline(), look).at(6), "  2018-04     1     8        125  #");
}

TEST(OverviewText, FitsTheTimelineIntoTheWidth) {
  for (const std::size_t columns : {40U, 45U, 60U, 80U, 300U})
    for (const std::string& line : overview_as_lines(with_timeline(), TextLook(Highlight::none, columns)))
      if (line.find("held") == std::string::npos) {
        EXPECT_LE(columns_of(line), columns) << line;
      }
}

TEST(OverviewText, ShortensALongRunWithoutHits) {
  Answer answer = counted(2);
  Timeline timeline{TimelineUnit::year, {}, 0, 0};
  for (int year = 1900; year <= 1950; ++year)
    timeline.buckets.push_back({std::to_string(year), year % 50 == 0 ? 1U : 0U, year % 10 == 0 ? 4U : 0U});
  answer.overview.timeline = timeline;
  const Lines lines = overview_as_lines(answer, {});
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[4], "  … 49 years without hits, 45 of them without any article");
}

TEST(OverviewText, ShowsComparedQueriesInColumnsWithALegend) {
  EXPECT_EQ(overview_as_lines(with_compared(), {}),
            (Lines{"", "by month, articles with each query and how many of 1,000 held (‰):", "  1  bầu cử: 15 articles",
                   "  2  hội  đồng: 41 articles", "", "           held   1      ‰   2       ‰",
                   "  2018-01   340  12  35.29  40  117.65", "  2018-02   200   0      0   1       5",
                   "  2018-03     0   -      -   -       -  no article held", "  2018-04     8   1    125   0       0",
                   "  without a date: 2, 0 of 5"}));
}

TEST(OverviewText, ShortensARunThatHasHitsOfNoQuery) {
  Answer answer = counted(1);
  Timeline timeline{TimelineUnit::year, {}, 0, 0, {{"a", "a", {}, 0}}};
  for (int year = 1900; year <= 1950; ++year) {
    timeline.buckets.push_back({std::to_string(year), year == 1900 ? 1U : 0U, year % 10 == 0 ? 4U : 0U});
    timeline.compared[0].buckets.push_back({std::to_string(year), year == 1945 ? 1U : 0U, year % 10 == 0 ? 4U : 0U});
  }
  answer.overview.timeline = timeline;
  const Lines lines = overview_as_lines(answer, {});
  ASSERT_EQ(lines.size(), 14U);
  EXPECT_EQ(lines[7], "  … 44 years without hits, 40 of them without any article");
}

TEST(OverviewText, ListsReadings) {
  EXPECT_EQ(overview_as_lines(with_readings(), {}),
            (Lines{"", "readings in 16 articles, of all articles that have them:",
                   "  dang: đảng 12 of 340 · đang 4 of 210", "  title:khuyu: in no article"}));
}

Answer with_neighbours(std::size_t words) {
  Answer answer = counted(16);
  answer.overview.neighbours = Neighbours{5,
                                          1234,
                                          {{"kỷ luật", 3, 14, 2.1267, 48.204},
                                           {"a\x1B"
                                            "b",
                                            0, 1, 0.0004, 11}}};
  answer.overview.neighbours->words.resize(words, {"thêm", 1, 0, 0.5, 0.4});
  return answer;
}

TEST(OverviewText, ListsNeighboursInATable) {
  EXPECT_EQ(overview_as_lines(with_neighbours(2), {}),
            (Lines{"", "words within 5 of 1234 mentions:", "           left  right  observed  expected  log-likelihood",
                   "  kỷ luật     3     14        17      2.13            48.2",
                   "  a b         0      1         1         0              11"}));
  const Lines many = overview_as_lines(with_neighbours(100), {});
  EXPECT_EQ(many.size(), 34U);
  EXPECT_EQ(many.back(), "  … and 70 more");
  EXPECT_EQ(overview_as_lines(with_neighbours(0), {}).back(), "  none stands there more often than elsewhere");
}

TEST(OverviewText, StandsBehindTheTotal) {
  EXPECT_EQ(
      answer_as_text({}, with_readings(), {}).find("16 articles have all the words; none shown\n\nreadings in 16"), 0U);
}

Json object_of(const SearchRequest& request, const Answer& answer) {
  return Json::parse(answer_as_json(JsonToken(), request, answer, [] { return 0.0; }));
}

TEST(OverviewJson, HasTimelineAndReadingsOnlyWhereAsked) {
  const Json object = object_of({}, counted(3));
  EXPECT_EQ(object["facets"], Json::object());
  EXPECT_FALSE(object.contains("timeline"));
  EXPECT_FALSE(object.contains("readings"));
}

TEST(OverviewJson, HoldsEveryCount) {
  EXPECT_EQ(to_line(object_of({}, with_facet())["facets"]),
            R"({"source":{"exact":true,"values":[{"value":"Báo Tỉnh","count":12},{"value":"Báo Huyện Mới","count":7}],)"
            R"("others":3,"without":1},"year":{"exact":true,"values":[],"others":0,"without":20}})");
  EXPECT_EQ(
      to_line(object_of({}, with_timeline())["timeline"]),
      R"({"unit":"month","buckets":[{"date":"2018-01","hits":12,"held":340,"per_1000":35.29},)"
      R"({"date":"2018-02","hits":0,"held":200,"per_1000":0.0},{"date":"2018-03","hits":0,"held":0,"per_1000":null},)"
      R"({"date":"2018-04","hits":1,"held":8,"per_1000":125.0}],"undated":{"hits":2,"held":5}})");
  EXPECT_EQ(to_line(object_of({}, with_compared())["timeline"]["compared"]),
            R"([{"query":"hoi dong","parsed":"hội\u001b đồng","buckets":[)"
            R"({"date":"2018-01","hits":40,"held":340,"per_1000":117.65},)"
            R"({"date":"2018-02","hits":1,"held":200,"per_1000":5.0},)"
            R"({"date":"2018-03","hits":0,"held":0,"per_1000":null},)"
            R"({"date":"2018-04","hits":0,"held":8,"per_1000":0.0}],"undated":{"hits":0,"held":5}}])");
  EXPECT_EQ(to_line(object_of({}, with_neighbours(1))["neighbours"]),
            R"({"within":5,"mentions":1234,"words":[{"word":"kỷ luật","left":3,"right":14,"observed":17,)"
            R"("expected":2.13,"log_likelihood":48.2}]})");
  SearchRequest request;
  request.overview.readings = ShowReadings::yes;
  EXPECT_EQ(to_line(object_of(request, with_readings())["readings"]),
            R"([{"word":"dang","field":null,"readings":[{"reading":"đảng","hits":12,"articles":340},)"
            R"({"reading":"đang","hits":4,"articles":210}]},{"word":"khuyu","field":"title","readings":[]}])");
}

}  // namespace
}  // namespace timbao
