// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/article.h"
#include "query/request/char_range.h"
#include "query/request/mention.h"
#include "query/request/note.h"
#include "query/request/overview.h"
#include "query/request/request.h"

namespace timbao {

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
  /// Its place among all hits, from 1: the first hit of the second page of ten has the rank 11.
  std::size_t rank = 0;

  /// What hits are sorted by; 0 where they are sorted by something else.
  double score = 0;

  std::string id;
  HighlightedText title;

  /// Seconds since 1970 in UTC.
  std::optional<std::int64_t> date;

  std::string source, section, author, url, path;

  /// The part of the article that matches best. It is empty where none was asked for, and where there is no text.
  HighlightedText snippet;

  /// How many more copies of the same story would be hits; only with Collapse::yes.
  std::optional<std::uint64_t> collapsed;

  /// What the score is the sum of; only with Explain::yes.
  std::vector<ScorePart> parts;

  /// The name of the index that it comes from: its folder, or remote:HOST:PORT; only where several are searched.
  std::string index;
};

/// How many articles of the index answer the query, over all pages.
///
///   Total{340, MatchMode::all, false}   // about 340 articles have all the words
struct Total {
  std::uint64_t count = 0;

  /// What is counted: articles with all of the words, or with any of them.
  MatchMode match = MatchMode::all;

  /// Whether `count` is exact. Else it is an estimate, since counting would read too much.
  bool exact = true;
};

/// Which articles are hits, where `Total::match` counts fewer of them. Text for people says it behind the count.
enum class HitsHave : std::uint8_t {
  /// The hits are the articles that are counted.
  what_is_counted,
  /// Articles with all of the words are counted, and those with only some of them are hits too.
  any_word,
  /// The query has no words to find: it filters, or it only excludes. Or its words are those of an article (--like).
  no_words,
};

/// Whether all indexes were asked. One behind a server that does not answer is left out (docs/remote.md).
enum class AnswerReach : std::uint8_t { whole, partial };

/// What a query finds: one page of hits, and what is said about all of them.
///
///   Answer answer = searcher.search(request);
///   answer.total.count    // 12
///   answer.hits[0].id     // "phuc-yen.txt"
///
/// Source   the keys of the JSON schema timbao-query/1 in docs/query-language.md are made of these members.
struct Answer {
  /// The query as it was understood, written as a query: JSON and --explain show it.
  std::string parsed;

  /// What was not understood, and how it was read instead.
  std::vector<Note> notes;

  Total total;
  AnswerReach reach = AnswerReach::whole;
  HitsHave hits_have = HitsHave::what_is_counted;

  /// Did you mean: the query that was more likely meant; empty where there is none.
  std::string suggestion;

  /// The hits of the page. It is empty where each hit was given to a function as it was found.
  std::vector<Hit> hits;

  /// What --explain says about the query, line by line; only with Explain::yes.
  std::vector<std::string> explanation;

  /// Facets, timeline and readings, as far as the request asks for them.
  Overview overview;

  /// The places where the query matches; only where the request asks for them.
  std::optional<Mentions> mentions;
};

/// A whole article that was looked up by its id.
struct FoundArticle {
  Article article;
  std::string index;  ///< with several indexes: the directory that it comes from; else empty
};

/// A whole article and where a query matches in it.
struct MarkedArticle {
  FoundArticle found;
  ArticleMarks marks;
};

}  // namespace timbao
