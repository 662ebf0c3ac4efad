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

/// [begin, end) in code points.
struct CharRange {
  std::size_t begin = 0, end = 0;
};

/// A text as printed, and the stretches of it that match.
struct HighlightedText {
  std::string text;
  std::vector<CharRange> highlights;  ///< in order, not touching
};

/// A share of a hit's score, for --explain.
struct ScorePart {
  std::string name;
  double value = 0;
};

struct Hit {
  std::size_t rank = 0;  ///< from 1, over all pages
  double score = 0;      ///< 0 where hits are not sorted by relevance
  std::string id;
  HighlightedText title;
  std::optional<std::int64_t> date;
  std::string source, section, author, url, path;  ///< empty: none; lists joined by ", "
  HighlightedText snippet;                         ///< empty text: none
  std::optional<std::uint64_t> collapsed;          ///< only with Collapse::yes: how many more copies would be hits
  std::vector<ScorePart> parts;                    ///< only when explained
  std::string index;                               ///< with several indexes: the directory it comes from; else empty
};

struct Total {
  std::uint64_t count = 0;
  MatchMode match = MatchMode::all;  ///< what is counted: all or any
  bool exact = true;
};

/// What the hits have, beside what `total` counts.
enum class HitsHave : std::uint8_t {
  what_is_counted,  ///< the same
  any_word,         ///< any of the words, where those with all of them are counted
  no_words          ///< no word is asked for: articles are filtered, or all that have something are left out
};

struct Answer {
  std::string parsed;
  std::vector<Note> notes;  ///< what was not understood and how it was read
  Total total;
  HitsHave hits_have = HitsHave::what_is_counted;
  std::vector<Hit> hits;
  std::vector<std::string> explanation;  ///< lines, only when explained
};

/// An article asked for by its id.
struct FoundArticle {
  Article article;
  std::string index;  ///< with several indexes: the directory it comes from; else empty
};

}  // namespace timbao
