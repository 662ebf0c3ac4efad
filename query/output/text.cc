// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/text.h"

#include "common/base/day.h"
#include "query/output/marks.h"

namespace timbao {
namespace {

/// "2018-01-31 · Báo tỉnh"; empty where the article has neither.
std::string date_and_source(const Hit& hit, Highlight highlight) {
  std::string line = hit.date ? format_day(day_at(*hit.date)) : "";
  if (hit.source.empty()) return line;
  if (!line.empty()) line += " · ";
  return line + render(hit.source, highlight);
}

/// "score 17.2: words 12, neighbours 5.2".
std::string score_line(const Hit& hit) {
  std::string line = "score " + format_score(hit.score);
  for (const ScorePart& part : hit.parts)
    line += (&part == hit.parts.data() ? ": " : ", ") + part.name + " " + format_score(part.value);
  return line;
}

void append_indented(std::string& out, const std::string& line) {
  if (!line.empty()) out += "   " + line + "\n";
}

void append_hit(std::string& out, const Hit& hit, Highlight highlight) {
  out += std::to_string(hit.rank) + ". ";
  out += hit.title.text.empty() ? "(no title)" : render(hit.title, highlight);
  out += '\n';
  append_indented(out, date_and_source(hit, highlight));
  append_indented(out, render(hit.snippet, highlight));
  append_indented(out, render(hit.id, highlight));
  if (!hit.index.empty()) append_indented(out, "index: " + render(hit.index, highlight));
  if (hit.collapsed.value_or(0) > 0) append_indented(out, "… and " + std::to_string(*hit.collapsed) + " like it");
  if (!hit.parts.empty()) append_indented(out, score_line(hit));
  out += '\n';
}

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

std::string answer_as_text(const SearchRequest& request, const Answer& answer, Highlight highlight) {
  std::string out;
  for (const Hit& hit : answer.hits) append_hit(out, hit, highlight);
  const bool is_nothing = answer.hits.empty() && answer.total.count == 0;
  out += is_nothing ? "no article found" : count_of(answer) + shown_of(answer, request);
  out += '\n';
  if (request.explain == Explain::no) return out;
  out += "\nread as: " + render(answer.parsed, highlight) + "\n";
  for (const std::string& line : answer.explanation) out += render(line, highlight) + "\n";
  return out;
}

}  // namespace timbao
