// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/base/day.h"
#include "common/base/utf8.h"
#include "common/text/columns.h"
#include "query/output/mentions_text.h"
#include "query/output/overview_text.h"
#include "query/output/render.h"
#include "query/output/score.h"

namespace timbao {
namespace {

// Longer titles and names of newspapers are cut, so that a hit takes a few lines of the screen.
constexpr std::size_t kTitleChars = 300;
constexpr std::size_t kSourceChars = 100;
constexpr std::string_view kIndent = "   ";

/// A text with its highlights, cut behind `limit_chars` code points where it is longer; "…" stands for the rest.
HighlightedText shortened(const HighlightedText& text, std::size_t limit_chars) {
  const std::string_view kept = cut_at_letter(text.text, limit_chars);
  if (kept.size() == text.text.size()) return text;
  const std::size_t end = count_code_points(kept);
  HighlightedText cut{std::string(kept) + "…", {}};
  for (const CharRange& range : text.highlights)
    if (range.begin < end) cut.highlights.push_back({range.begin, std::min(range.end, end)});
  return cut;
}

/// "2018-01-31 · Báo tỉnh"; empty where the article has neither.
std::string date_and_source(const Hit& hit, Highlight highlight) {
  std::string line = hit.date ? format_day(day_at(*hit.date)) : "";
  if (hit.source.empty()) return line;
  if (!line.empty()) line += " · ";
  return line + render(shortened({hit.source, {}}, kSourceChars), highlight);
}

/// "score 17.2: words 12, neighbours 5.2".
std::string score_line(const Hit& hit) {
  std::string line = "score " + format_score(hit.score);
  for (const ScorePart& part : hit.parts)
    line += (&part == hit.parts.data() ? ": " : ", ") + part.name + " " + format_score(part.value);
  return line;
}

/// The lines of an answer while they are put together.
class AnswerText {
 public:
  explicit AnswerText(const TextLook& look) : look_(look) {}

  void add_line(const std::string& line, std::size_t indent = 0) { out_ += wrap(line, {look_.columns, indent}) + '\n'; }

  void add_hit(const Hit& hit) {
    const HighlightedText title = shortened(hit.title, kTitleChars);
    add_line(std::to_string(hit.rank) + ". " + (title.text.empty() ? "(no title)" : render(title, look_.highlight)),
             kIndent.size());
    add_indented(date_and_source(hit, look_.highlight));
    add_indented(render(hit.snippet, look_.highlight));
    add_indented(render(hit.id, look_.highlight));
    if (!hit.index.empty()) add_indented("index: " + render(hit.index, look_.highlight));
    if (hit.collapsed.value_or(0) > 0) add_indented("… and " + std::to_string(*hit.collapsed) + " like it");
    if (!hit.parts.empty()) add_indented(score_line(hit));
    add_line("");
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void add_indented(const std::string& line) {
    if (!line.empty()) add_line(std::string(kIndent) + line, kIndent.size());
  }

  TextLook look_;
  std::string out_;
};

/// "about 340 articles have all the words".
std::string count_of(const Answer& answer) {
  const Total& total = answer.total;
  const bool is_one = total.count < 2;
  std::string text = total.exact || total.count == 0 ? "" : "about ";
  text += total.count == 0 ? "no" : std::to_string(total.count);
  text += is_one ? " article " : " articles ";
  if (answer.hits_have == HitsHave::no_words) return text + (is_one ? "is found" : "are found");
  return text + (is_one ? "has " : "have ") + (total.match == MatchMode::any ? "any of the words" : "all the words");
}

std::string shown_of(const Answer& answer, const SearchRequest& request) {
  if (answer.hits.empty()) return request.limit == std::size_t{0} ? "" : "; none shown";
  const std::string of = answer.hits_have == HitsHave::any_word ? " of those with any of them" : "";
  return "; " + std::to_string(answer.hits.front().rank) + " to " + std::to_string(answer.hits.back().rank) + of +
         " shown";
}

}  // namespace

std::string answer_as_text(const SearchRequest& request, const Answer& answer, const TextLook& look) {
  AnswerText text(look);
  for (const Hit& hit : answer.hits) text.add_hit(hit);
  if (answer.mentions) text.add_line(count_of_mentions(request.mentions, *answer.mentions));
  const bool is_nothing = answer.hits.empty() && answer.total.count == 0;
  text.add_line(is_nothing ? "no article found" : count_of(answer) + shown_of(answer, request));
  if (answer.reach == AnswerReach::partial) text.add_line("(an index did not answer: its articles are left out)");
  for (const std::string& line : overview_as_lines(answer, look)) text.add_line(line, kIndent.size());
  if (!answer.suggestion.empty() && request.suggest == Suggest::no)
    text.add_line("Did you mean: " + render(answer.suggestion, look.highlight));
  if (request.explain == Explain::no) return text.take();
  text.add_line("");
  text.add_line("read as: " + render(answer.parsed, look.highlight));
  for (const std::string& line : answer.explanation) text.add_line(render(line, look.highlight));
  return text.take();
}

}  // namespace timbao
