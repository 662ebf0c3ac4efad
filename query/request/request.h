// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/base/day_range.h"
#include "common/base/named_values.h"
#include "query/request/mention.h"
#include "query/request/overview.h"
#include "query/request/query_text.h"

namespace timbao {

class AbbreviationTable;

/// --sort: the order of the hits.
///
///   relevance   by score, the highest first
///   newest      by the article's time, the newest first
///   oldest      by the article's time, the oldest first
///   title       by Vietnamese collation of the title
///
/// Equal hits are ordered by date and id; articles without a date come last in both orders by time.
///
/// Source   docs/query-language.md.
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
  /// An article with any of the words is a hit; those with all of them are counted. It is the default, and has no name.
  ranked,
  /// An article with any of the words is a hit, and is counted.
  any,
  /// Only an article with all of the words is a hit.
  all,
};
inline constexpr std::array<NamedValue<MatchMode>, 2> kMatchModes{{{MatchMode::any, "any"}, {MatchMode::all, "all"}}};
static_assert(covers_every_value<kMatchModes, MatchMode::any>());

/// --marks: what the marks (Vietnamese diacritics) of a typed word mean for what it finds.
///
///   fold     "đảng" is read as "dang", and finds what "dang" finds
///   prefer   the reading that was typed ranks first, and others are found too
///   strict   only the reading that was typed is found, as =đảng does for one word
///
/// Source   docs/query-language.md, "What is a hit"; docs/ranking.md has the weights.
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

/// --no-variants and --no-typing: with `yes`, words are searched as they were typed and nothing else is searched in
/// their place. --no-typing leaves out what typing keys may stand for (`nghij` for nghị), --no-variants every other kind
/// of alternative.
///
/// Source   docs/variants.md.
enum class AsTyped : std::uint8_t { no, yes };
inline constexpr std::array<NamedValue<AsTyped>, 2> kAsTyped{{{AsTyped::no, "false"}, {AsTyped::yes, "true"}}};
static_assert(covers_every_value<kAsTyped>());

/// --suggest: with `yes`, where another query was more likely meant, that one is searched instead.
enum class Suggest : std::uint8_t { no, yes };
inline constexpr std::array<NamedValue<Suggest>, 2> kSuggests{{{Suggest::no, "false"}, {Suggest::yes, "true"}}};
static_assert(covers_every_value<kSuggests>());

/// The largest number of hits that --limit and --offset take, and the last rank that a command of the prompt names.
inline constexpr std::uint64_t kMostHits = 1'000'000'000;

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
  /// Any text is a query: what is no operator is searched as words.
  QueryText query;

  SortOrder sort = SortOrder::relevance;
  MatchMode match = MatchMode::ranked;
  MarksMode marks = MarksMode::prefer;

  /// --from and --to: only articles of these days are hits, both ends included. Articles without a date are none then.
  std::optional<DayRange> days;

  /// --since: only articles that were first indexed at this moment or later, in seconds since 1970. An article of which the
  /// index does not know it, because an older version made it, is no hit then.
  std::optional<std::int64_t> first_indexed_since;

  /// How many of the first hits the page leaves out.
  std::size_t offset = 0;

  /// How many hits the page has at most. 0 only counts; nothing stands for all of them, which only formats that write
  /// each hit as it is found can take.
  std::optional<std::size_t> limit = 10;

  /// The code points of a snippet at most; 0: hits have none.
  std::size_t snippet_chars = 200;

  Collapse collapse = Collapse::no;
  Explain explain = Explain::no;
  AsTyped no_variants = AsTyped::no;
  AsTyped no_typing = AsTyped::no;

  /// --not-as: texts that no words are searched as, though they would be: alternatives that the notes of an answer name.
  std::vector<std::string> not_as;

  Suggest suggest = Suggest::no;

  /// --facet, --timeline and --readings: what is said about all articles that the total counts.
  OverviewRequest overview;

  /// --mentions, --mention-offset and --mention-sort: each place where the query matches.
  MentionRequest mentions;

  /// --like: the id of an article; hits are articles like it, of those that the query finds if there is one. Empty: none.
  std::string like;

  /// --recent: an article of today is lifted most, one of so many days ago half as much. Nothing: dates do not count.
  std::optional<std::uint32_t> recent_days;

  /// --abbreviations: the abbreviations that are read, nothing: those that are shipped (query/expand/abbreviation_table.h).
  std::shared_ptr<const AbbreviationTable> abbreviations;

  /// The day that relative dates ("7d") in the query count from.
  Day today;
};

}  // namespace timbao
