// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "common/base/day.h"
#include "common/base/named_values.h"

namespace timbao {

/// --sort: the order of the hits. `relevance` is by score, `newest` and `oldest` by the article's time, `title` by
/// Vietnamese collation. docs/ranking.md says how equal ones are ordered.
enum class SortOrder : std::uint8_t { relevance, newest, oldest, title };
inline constexpr std::array<NamedValue<SortOrder>, 4> kSortOrders{{
    {SortOrder::relevance, "relevance"},
    {SortOrder::newest, "newest"},
    {SortOrder::oldest, "oldest"},
    {SortOrder::title, "title"},
}};
static_assert(covers_every_value<kSortOrders>());

/// --match: which articles are hits, and which of them are counted.
enum class MatchMode : std::uint8_t {
  ranked,  ///< an article with any of the words is a hit; those with all of them are counted. Nobody types this mode
  any,     ///< an article with any of the words is a hit, and is counted
  all,     ///< only an article with all of the words is a hit
};
inline constexpr std::array<NamedValue<MatchMode>, 2> kMatchModes{{{MatchMode::any, "any"}, {MatchMode::all, "all"}}};
static_assert(covers_every_value<kMatchModes, MatchMode::any>());

/// --marks: what the marks (Vietnamese diacritics) of a typed word mean for what it finds.
enum class MarksMode : std::uint8_t { fold, prefer, strict };
inline constexpr std::array<NamedValue<MarksMode>, 3> kMarksModes{{
    {MarksMode::fold, "fold", "đảng is dang"},
    {MarksMode::prefer, "prefer", "the reading that was typed first; usual"},
    {MarksMode::strict, "strict", "only that one"},
}};
static_assert(covers_every_value<kMarksModes>());

/// --collapse: with `yes`, of the copies of one story only the best one is a hit.
enum class Collapse : std::uint8_t { no, yes };
inline constexpr std::array<NamedValue<Collapse>, 2> kCollapses{{{Collapse::no, "false"}, {Collapse::yes, "true"}}};
static_assert(covers_every_value<kCollapses>());

/// --explain: with `yes`, the answer says how the query was read and what each hit's score is made of.
enum class Explain : std::uint8_t { no, yes };
inline constexpr std::array<NamedValue<Explain>, 2> kExplains{{{Explain::no, "false"}, {Explain::yes, "true"}}};
static_assert(covers_every_value<kExplains>());

/// One query and everything that decides its answer but the index:
///
///   SearchRequest request;
///   request.query = "\"đảng bộ\" date:2018";
///   request.limit = 3;
///   Answer answer = searcher.search(request);
///
/// A default value here is the default of the option of that name. What decides how the answer is printed stands in
/// query/output (OutputFormat, TextLook).
///
/// Source   the rows of query/front/option_table.h set the members; docs/query-language.md describes the query.
struct SearchRequest {
  std::string query;  ///< UTF-8; any text is a query
  SortOrder sort = SortOrder::relevance;
  MatchMode match = MatchMode::ranked;
  MarksMode marks = MarksMode::prefer;
  std::optional<DayRange> days;           ///< --from and --to: articles of these days only
  std::size_t offset = 0;                 ///< hits that are passed over
  std::optional<std::size_t> limit = 10;  ///< hits on the page; nothing: all of them
  std::size_t snippet_chars = 200;        ///< code points of a snippet at most; 0: none
  Collapse collapse = Collapse::no;
  Explain explain = Explain::no;
  Day today;  ///< what "7d" in a date filter counts from
};

}  // namespace timbao
