// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/json.h"

#include <cmath>

#include "common/base/day.h"
#include "query/output/overview_json.h"
#include "query/output/score.h"

namespace timbao {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json highlights_json(const std::vector<CharRange>& highlights) {
  Json list = Json::array();
  for (const CharRange& highlight : highlights) list.push_back(Json::array({highlight.begin, highlight.end}));
  return list;
}

Json snippet_json(const HighlightedText& snippet) {
  if (snippet.text.empty()) return nullptr;
  return {{"text", snippet.text}, {"marks", highlights_json(snippet.highlights)}};
}

Json parts_json(const std::vector<ScorePart>& parts) {
  Json list = Json::array();
  for (const ScorePart& part : parts) list.push_back({{"name", part.name}, {"value", rounded_score(part.value)}});
  return list;
}

Json hits_json(const std::vector<Hit>& hits) {
  Json list = Json::array();
  for (const Hit& hit : hits) list.push_back(hit_json(hit));
  return list;
}

Json total_json(const Total& total) {
  return {{"count", total.count}, {"match", total.match == MatchMode::any ? "any" : "all"}, {"exact", total.exact}};
}

Json notes_json(const std::vector<Note>& notes) {
  Json list = Json::array();
  for (const Note& note : notes) list.push_back(note.text);
  return list;
}

/// An object's members without its braces.
std::string members_of(const Json& object) {
  const std::string line = to_line(object);
  return line.substr(1, line.size() - 2);
}

/// Milliseconds rounded to whole microseconds: more digits would only be noise of the clock.
double to_microseconds(double milliseconds) { return std::round(milliseconds * 1000) / 1000; }

}  // namespace

Json hit_json(const Hit& hit) {
  Json object = {
      {"rank", hit.rank},
      {"score", rounded_score(hit.score)},
      {"id", hit.id},
      {"title", hit.title.text},
      {"title_marks", highlights_json(hit.title.highlights)},
      {"date", hit.date ? Json(format_timestamp(*hit.date)) : Json(nullptr)},
      {"source", text_or_null(hit.source)},
      {"section", text_or_null(hit.section)},
      {"author", text_or_null(hit.author)},
      {"url", text_or_null(hit.url)},
      {"path", text_or_null(hit.path)},
      {"snippet", snippet_json(hit.snippet)},
  };
  if (!hit.index.empty()) object["index"] = hit.index;
  if (hit.collapsed) object["collapsed"] = *hit.collapsed;
  if (!hit.parts.empty()) object["explain"] = parts_json(hit.parts);
  return object;
}

std::string answer_as_json(const JsonToken& id, const SearchRequest& request, const Answer& answer,
                           const std::function<double()>& elapsed_ms) {
  const std::string before = members_of({{"query", request.query.text()},
                                         {"parsed", answer.parsed},
                                         {"notes", notes_json(answer.notes)},
                                         {"total", total_json(answer.total)},
                                         {"offset", request.offset}});
  // An object that grows copies its members, so the hits are no member of one that does.
  const std::string hits = members_of({{"hits", hits_json(answer.hits)}});
  Json rest = Json::object();
  add_overview_json(request, answer, rest);
  rest["suggestion"] = text_or_null(answer.suggestion);
  if (request.explain == Explain::yes) rest["explain"] = answer.explanation;
  const std::string after = hits + "," + members_of(rest);
  return R"({"schema":"timbao-query/1","id":)" + id.text + "," + before +
         ",\"elapsed_ms\":" + to_line(to_microseconds(elapsed_ms())) + "," + after + "}\n";
}

}  // namespace timbao
