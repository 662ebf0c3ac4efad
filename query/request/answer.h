// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/article.h"
#include "query/request/note.h"
#include "query/request/request.h"

namespace timbao {

/// A stretch of a text, [begin, end), counted in code points: of "Đảng bộ", {0, 4} is "Đảng". Code points and not bytes,
/// since the readers of the JSON output count in the strings of their own language.
struct CharRange {
  std::size_t begin = 0, end = 0;
};

/// A text as it is printed, and its highlights: the stretches of it that match the query.
///
///   HighlightedText{"Đảng bộ xã họp", {{0, 7}}}   // "Đảng bộ" matches
///
/// The text is in the article's own spelling, however the query was spelled.
struct HighlightedText {
  std::string text;
  std::vector<CharRange> highlights;  ///< in the order of the text; no two of them touch
};

/// One of the numbers that a hit's score is the sum of, for --explain: {"words", 12.5}.
struct ScorePart {
  std::string name;
  double value = 0;
};

/// One article of the page, with what every format needs of it. Texts that are empty are not known; of several authors
/// or sections the names are joined by ", ".
struct Hit {
  std::size_t rank = 0;  ///< from 1, over all pages
  double score = 0;      ///< 0 where hits are not sorted by relevance
  std::string id;
  HighlightedText title;
  std::optional<std::int64_t> date;  ///< seconds since 1970 in UTC
  std::string source, section, author, url, path;
  HighlightedText snippet;                 ///< empty text: none was asked for, or the article has no text
  std::optional<std::uint64_t> collapsed;  ///< only with Collapse::yes: how many more copies would be hits
  std::vector<ScorePart> parts;            ///< only with Explain::yes
  std::string index;                       ///< with several indexes: the directory that it comes from; else empty
};

/// How many articles of the index answer the query, over all pages.
///
///   Total{340, MatchMode::all, false}   // about 340 articles have all the words
struct Total {
  std::uint64_t count = 0;
  MatchMode match = MatchMode::all;  ///< what is counted: articles with all of the words, or with any of them
  bool exact = true;                 ///< else `count` is an estimate: exact counting would read too much
};

/// Which articles are hits, where `Total::match` counts fewer of them. Text for people says it behind the count.
enum class HitsHave : std::uint8_t {
  what_is_counted,  ///< the hits are what is counted
  any_word,         ///< articles with all of the words are counted, and those with any of them are hits too
  no_words,         ///< the query has no words to find: it filters, or it only excludes
};

/// What a query finds: one page of hits, and what is said about all of them.
///
///   Answer answer = searcher.search(request);
///   answer.total.count    // 12
///   answer.hits[0].id     // "phuc-yen.txt"
///
/// Source   the keys of the JSON schema timbao-query/1 in docs/query-language.md are made of these members.
struct Answer {
  std::string parsed;       ///< the query as it was understood, written as a query: --explain and JSON show it
  std::vector<Note> notes;  ///< what was not understood, and how it was read instead
  Total total;
  HitsHave hits_have = HitsHave::what_is_counted;
  std::vector<Hit> hits;                 ///< the page; empty where each hit was given to a function instead
  std::vector<std::string> explanation;  ///< lines about the query, only with Explain::yes
};

/// A whole article that was looked up by its id.
struct FoundArticle {
  Article article;
  std::string index;  ///< with several indexes: the directory that it comes from; else empty
};

}  // namespace timbao
