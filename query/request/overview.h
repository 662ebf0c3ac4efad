// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/named_values.h"
#include "common/index/schema.h"
#include "query/request/neighbours.h"
#include "query/request/query_text.h"

namespace timbao {

/// --facet: by what the articles of an answer are counted.
///
///   source, section, author   by each name that an article has; it may have several sections and authors
///   year, month               by its date
///
/// Source   docs/query-language.md, "Facets".
enum class FacetField : std::uint8_t { source, section, author, year, month };
inline constexpr std::array<NamedValue<FacetField>, 5> kFacetFields{{
    {FacetField::source, "source"},
    {FacetField::section, "section"},
    {FacetField::author, "author"},
    {FacetField::year, "year"},
    {FacetField::month, "month"},
}};
static_assert(covers_every_value<kFacetFields>());

/// One facet that is asked for, and how many of its values are shown at most: --facet author:20 is {author, 20}.
struct FacetRequest {
  static constexpr std::size_t kUsualLimit = 10;

  FacetField field = FacetField::source;
  std::size_t limit = kUsualLimit;
};

/// --timeline: the length of a bucket.
enum class TimelineUnit : std::uint8_t { day, month, year };
inline constexpr std::array<NamedValue<TimelineUnit>, 3> kTimelineUnits{{
    {TimelineUnit::day, "day"},
    {TimelineUnit::month, "month"},
    {TimelineUnit::year, "year"},
}};
static_assert(covers_every_value<kTimelineUnits>());

/// --readings: with `yes`, the answer says how the words of the query are read in the articles.
enum class ShowReadings : std::uint8_t { no, yes };
inline constexpr std::array<NamedValue<ShowReadings>, 2> kShowReadings{
    {{ShowReadings::no, "false"}, {ShowReadings::yes, "true"}}};
static_assert(covers_every_value<kShowReadings>());

/// What an answer says about all of the articles that its total counts, beside one page of hits. Nothing of it costs
/// anything unless it is asked for.
struct OverviewRequest {
  std::vector<FacetRequest> facets;  ///< in the order in which they are shown, each field once
  std::optional<TimelineUnit> timeline;
  /// --compare: queries that are counted in the same buckets, each under all other options of the request; only with a
  /// timeline.
  static constexpr std::size_t kMostCompared = 4;
  std::vector<QueryText> compared;
  ShowReadings readings = ShowReadings::no;
  std::optional<std::size_t> neighbours;  ///< --neighbours: how many words on each side of a mention are near it
  FunctionWords function_words = FunctionWords::no;

  [[nodiscard]] bool is_empty() const {
    return facets.empty() && !timeline && readings == ShowReadings::no && !neighbours;
  }
};

/// A value of a facet as it is printed, and how many of the counted articles have it: {"Báo Tỉnh", 12}.
struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
};

/// One facet of an answer.
///
///   {FacetField::source, {{"Báo Tỉnh", 12}, {"Báo Huyện", 7}}, 3, 1}     three more newspapers; one article has none
///
/// Names that a filter of the query language does not tell apart are one value.
struct Facet {
  FacetField field = FacetField::source;
  std::vector<FacetValue> values;  ///< the greatest count first
  std::uint64_t others = 0;        ///< how many more values there are
  std::uint64_t without = 0;       ///< how many of the counted articles have no value
};

/// One day, month or year of a timeline.
///
///   {"2018-01", 3, 120}     of 120 articles of January 2018, 3 are counted
struct TimelineBucket {
  std::string date;        ///< "2018-01-31", "2018-01" or "2018", as `date:` reads it
  std::uint64_t hits = 0;  ///< articles that the total counts
  std::uint64_t held = 0;  ///< all articles of the archive

  /// How many of 1,000 articles that are held are hits, to a hundredth; nothing where no article is held.
  [[nodiscard]] std::optional<double> per_1000() const {
    if (held == 0) return std::nullopt;
    return std::round(static_cast<double>(hits) * 100'000 / static_cast<double>(held)) / 100;
  }
};

/// The articles of a query that is compared with that of the answer.
struct ComparedTimeline {
  std::string query;                    ///< as it was typed
  std::string parsed;                   ///< as it was understood
  std::vector<TimelineBucket> buckets;  ///< those of Timeline: the same dates, and as many articles held
  std::uint64_t undated_hits = 0;
};

/// The articles of an answer through time.
struct Timeline {
  TimelineUnit unit = TimelineUnit::month;
  /// From the first bucket with a hit to the last one, with every bucket between them; hits of a compared query count.
  std::vector<TimelineBucket> buckets;
  std::uint64_t undated_hits = 0, undated_held = 0;  ///< articles without a date
  std::vector<ComparedTimeline> compared = {};       ///< in the order in which they were asked for
};

/// A reading of a word: {"đảng", 1204, 4800} is in 1,204 of the counted articles and in 4,800 of the archive.
struct ReadingShare {
  std::string reading;
  std::uint64_t hits = 0, articles = 0;
};

/// The readings of one word of the query in the field where it is searched, the commonest of the hits first.
struct WordReadings {
  std::string word;            ///< as typed, in small letters; the beginning of a word with its *
  std::optional<Field> field;  ///< nothing: all text
  std::vector<ReadingShare> readings;
};

/// What OverviewRequest asks for.
struct Overview {
  std::vector<Facet> facets;
  std::optional<Timeline> timeline;
  std::vector<WordReadings> readings;
  std::optional<Neighbours> neighbours;
};

}  // namespace timbao
