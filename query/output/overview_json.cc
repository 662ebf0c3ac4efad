// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/overview_json.h"

#include <cmath>
#include <string>
#include <utility>

namespace timbao {
namespace {

Json facet_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) values.push_back({{"value", value.value}, {"count", value.count}});
  return {{"exact", true}, {"values", std::move(values)}, {"others", facet.others}, {"without", facet.without}};
}

Json facets_json(const std::vector<Facet>& facets) {
  Json object = Json::object();
  for (const Facet& facet : facets)
    object[std::string(row_of_value(kFacetFields, facet.field).name)] = facet_json(facet);
  return object;
}

Json bucket_json(const TimelineBucket& bucket) {
  const std::optional<double> share = bucket.per_1000();
  return {{"date", bucket.date},
          {"hits", bucket.hits},
          {"held", bucket.held},
          {"per_1000", share ? Json(*share) : Json(nullptr)}};
}

Json buckets_json(const std::vector<TimelineBucket>& buckets) {
  Json list = Json::array();
  for (const TimelineBucket& bucket : buckets) list.push_back(bucket_json(bucket));
  return list;
}

Json undated_json(std::uint64_t hits, std::uint64_t held) { return {{"hits", hits}, {"held", held}}; }

Json compared_json(const Timeline& timeline) {
  Json list = Json::array();
  for (const ComparedTimeline& other : timeline.compared)
    list.push_back({{"query", other.query},
                    {"parsed", other.parsed},
                    {"buckets", buckets_json(other.buckets)},
                    {"undated", undated_json(other.undated_hits, timeline.undated_held)}});
  return list;
}

Json timeline_json(const Timeline& timeline) {
  Json object{{"unit", row_of_value(kTimelineUnits, timeline.unit).name},
              {"buckets", buckets_json(timeline.buckets)},
              {"undated", undated_json(timeline.undated_hits, timeline.undated_held)}};
  if (!timeline.compared.empty()) object["compared"] = compared_json(timeline);
  return object;
}

Json word_json(const WordReadings& word) {
  Json readings = Json::array();
  for (const ReadingShare& reading : word.readings)
    readings.push_back({{"reading", reading.reading}, {"hits", reading.hits}, {"articles", reading.articles}});
  return {{"word", word.word},
          {"field", word.field ? Json(row_of(*word.field).name) : Json(nullptr)},
          {"readings", std::move(readings)}};
}

Json readings_json(const std::vector<WordReadings>& words) {
  Json list = Json::array();
  for (const WordReadings& word : words) list.push_back(word_json(word));
  return list;
}

double rounded(double value) { return std::round(value * 100) / 100; }

Json neighbours_json(const Neighbours& neighbours) {
  Json words = Json::array();
  for (const Neighbour& word : neighbours.words)
    words.push_back({{"word", word.word},
                     {"left", word.left},
                     {"right", word.right},
                     {"observed", word.observed()},
                     {"expected", rounded(word.expected)},
                     {"log_likelihood", rounded(word.log_likelihood)}});
  return {{"within", neighbours.within}, {"mentions", neighbours.mentions}, {"words", std::move(words)}};
}

}  // namespace

void add_overview_json(const SearchRequest& request, const Answer& answer, Json& object) {
  const Overview& overview = answer.overview;
  object["facets"] = facets_json(overview.facets);
  if (overview.timeline) object["timeline"] = timeline_json(*overview.timeline);
  if (request.overview.readings == ShowReadings::yes) object["readings"] = readings_json(overview.readings);
  if (overview.neighbours) object["neighbours"] = neighbours_json(*overview.neighbours);
}

}  // namespace timbao
