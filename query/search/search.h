// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "common/index/article.h"
#include "query/language/note.h"

namespace timbao {

enum class SortOrder : std::uint8_t { relevance, newest, oldest, title };
enum class MatchMode : std::uint8_t {
  ranked,
  any,
  all
};  ///< ranked: any of the words is a hit, all of them are counted
enum class MarksMode : std::uint8_t { fold, prefer, strict };
enum class Collapse : std::uint8_t { no, yes };  ///< yes: of the copies of one story only the best is a hit
enum class Explain : std::uint8_t { no, yes };

/// One question, whole.
struct SearchRequest {
  std::string query;
  SortOrder sort = SortOrder::relevance;
  MatchMode match = MatchMode::ranked;
  MarksMode marks = MarksMode::prefer;
  std::optional<DayRange> days;  ///< --from and --to
  std::size_t offset = 0;
  std::optional<std::size_t> limit = 10;  ///< nothing: all
  std::size_t snippet_chars = 200;        ///< 0: none
  Collapse collapse = Collapse::no;
  Explain explain = Explain::no;
  Day today;
};

/// [begin, end) in code points.
struct CharRange {
  std::size_t begin = 0, end = 0;
};

/// A text as printed, and the stretches of it that match.
struct MarkedText {
  std::string text;
  std::vector<CharRange> marks;  ///< in order, not touching
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
  MarkedText title;
  std::optional<std::int64_t> date;
  std::string source, section, author, url, path;  ///< empty: none; lists joined by ", "
  MarkedText snippet;                              ///< empty text: none
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

/// Answers questions about one or several indexes; long-lived: it follows what a writer publishes.
///
///   Searcher searcher({"/var/lib/timbao"});
///   Answer answer = searcher.search(request);
///
/// Errors   Error(index_failed) from construction and from every call; no query is an error.
/// Threads  one a thread.
class Searcher {
 public:
  explicit Searcher(std::vector<std::string> index_directories);
  ~Searcher();

  /// Answers with one page of hits. `on_hit` in the second form gets each hit as it is ready and the answer comes
  /// without hits: for -n all, which holds only ids and numbers in memory. An article that a writer removes meanwhile
  /// is left out.
  Answer search(const SearchRequest& request);
  Answer search(const SearchRequest& request, const std::function<void(const Hit&)>& on_hit);

  /// The articles that have an id: at most one of each index, in the order of the indexes.
  std::vector<FoundArticle> articles(std::string_view id);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace timbao
