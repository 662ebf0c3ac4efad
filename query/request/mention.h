// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/named_values.h"
#include "common/index/schema.h"
#include "query/request/char_range.h"

namespace timbao {

/// --mention-sort: the order of the mentions. Equal ones are in the order of `date`.
///
///   date      by the article's time, the newest first; then by their places in the article
///   left      by the words before them, from the last one backwards
///   right     by the words behind them
///   reading   by what is printed, in small letters
///
/// Words are in the order of a Vietnamese dictionary.
///
/// Source   docs/mentions.md.
enum class MentionSort : std::uint8_t { date, left, right, reading };
inline constexpr std::array<NamedValue<MentionSort>, 4> kMentionSorts{{
    {MentionSort::date, "date", "the newest first; usual"},
    {MentionSort::left, "left", "the words before them"},
    {MentionSort::right, "right", "the words behind them"},
    {MentionSort::reading, "reading"},
}};
static_assert(covers_every_value<kMentionSorts>());

/// --mentions: with `yes`, the answer has the places where the query matches.
enum class ShowMentions : std::uint8_t { no, yes };

/// Which of the mentions are shown: those [offset, offset + limit) of all, in an order. Without a limit all behind the
/// offset.
struct MentionRequest {
  ShowMentions show = ShowMentions::no;
  std::optional<std::size_t> limit;
  std::size_t offset = 0;
  MentionSort sort = MentionSort::date;

  /// Whether offset and order are those that nobody has asked for.
  [[nodiscard]] bool is_usual() const { return offset == 0 && sort == MentionSort::date; }
};

/// One place where a query matches in an article, in context: what a concordance has a line for.
///
///   {"tl-7", "Xây dựng Đảng từ chi bộ", …, Field::body, 0, {120, 124}, "… phấn đấu của ", "Đảng", " bộ huyện …", "đảng"}
///
/// Texts are in the article's own spelling but for `reading`.
struct Mention {
  std::string id;
  std::string title;                 ///< cut behind 300 code points
  std::optional<std::int64_t> date;  ///< seconds since 1970 in UTC
  std::string source;                ///< cut like the title; empty: not known
  std::string index;                 ///< with several indexes: the directory that it comes from
  Field field = Field::body;
  std::size_t item = 0;  ///< of a field that is a list (captions, authors): which of its texts
  CharRange marks;       ///< where it stands in that text
  std::string left;      ///< what stands before it, of one line, cut at words
  std::string match;     ///< what is printed there
  std::string right;     ///< what stands behind it
  std::string reading;   ///< its words in small letters and one spelling: "hòa bình" of "HOÀ BÌNH"
};

/// All mentions of a query, and those that are shown.
struct Mentions {
  std::uint64_t count = 0;     ///< in all articles that the total counts, whichever are shown
  std::uint64_t articles = 0;  ///< with a mention; fewer than the total where only a filter or a number's term matches
  std::uint64_t shown = 0;     ///< how many of them were given out
  std::vector<Mention> items;  ///< that are shown; empty where each was given to a function as it was found
};

/// A word or phrase of a query as it is marked in texts: {"đảng bộ", nothing, 3}.
struct MarkedWord {
  std::string word;            ///< in small letters; the beginning of a word with its *
  std::optional<Field> field;  ///< the only one where it is marked; nothing: in all text
  std::uint64_t mentions = 0;  ///< of the article in which it takes part
};

/// A mention in a text that is shown whole, and which words of the query take part in it.
///
///   {{0, 7}, {0, 1}}     "Đảng bộ", for the words đảng and bộ
struct WordMark {
  CharRange range;
  std::vector<std::size_t> words;  ///< places in ArticleMarks::words, in ascending order; at least one
};

/// Every mention of a query in one article: by field, of captions and authors by text.
///
/// Source   docs/mentions.md. The same places as the mentions of that article.
struct ArticleMarks {
  std::vector<MarkedWord> words;  ///< of the query, in its order
  std::vector<WordMark> title, lead, body;
  std::vector<std::vector<WordMark>> captions, authors;
};

}  // namespace timbao
