// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/json.h"

#include <cmath>
#include <optional>

#include "common/base/day.h"
#include "query/output/mentions_json.h"
#include "query/output/overview_json.h"
#include "query/output/score.h"

namespace timbao {
namespace {

/// An object that has room for its members: one that grows copies all that it has. To name members in braces instead would
/// make three values for each.
Json::object_t object_for(std::size_t members) {
  Json::object_t object;
  object.reserve(members);
  return object;
}

Json highlights_json(const std::vector<CharRange>& highlights) {
  Json::array_t list;
  list.reserve(highlights.size());
  for (const CharRange& highlight : highlights) list.push_back(Json::array_t{highlight.begin, highlight.end});
  return list;
}

Json snippet_json(const HighlightedText& snippet) {
  if (snippet.text.empty()) return nullptr;
  Json::object_t object = object_for(2);
  object.emplace("text", snippet.text);
  object.emplace("marks", highlights_json(snippet.highlights));
  return object;
}

Json parts_json(const std::vector<ScorePart>& parts) {
  Json list = Json::array();
  for (const ScorePart& part : parts) list.push_back({{"name", part.name}, {"value", rounded_score(part.value)}});
  return list;
}

Json hits_json(const std::vector<Hit>& hits) {
  Json::array_t list;
  list.reserve(hits.size());
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

/// What was searched beside typed words; nothing where there is none.
Json alternatives_json(const std::vector<Note>& notes) {
  Json list;
  for (const Note& note : notes)
    if (const std::optional<AlsoSearched>& also = note.also_searched)
      list.push_back({{"typed", also->typed},
                      {"found", also->found},
                      {"kind", also->kind},
                      {"weight", also->weight},
                      {"note", note.text}});
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
  constexpr std::size_t kMostMembers = 15;
  Json::object_t object = object_for(kMostMembers);
  object.emplace("rank", hit.rank);
  object.emplace("score", rounded_score(hit.score));
  object.emplace("id", hit.id);
  object.emplace("title", hit.title.text);
  object.emplace("title_marks", highlights_json(hit.title.highlights));
  object.emplace("date", hit.date ? Json(format_timestamp(*hit.date)) : Json(nullptr));
  object.emplace("source", text_or_null(hit.source));
  object.emplace("section", text_or_null(hit.section));
  object.emplace("author", text_or_null(hit.author));
  object.emplace("url", text_or_null(hit.url));
  object.emplace("path", text_or_null(hit.path));
  object.emplace("snippet", snippet_json(hit.snippet));
  if (!hit.index.empty()) object.emplace("index", hit.index);
  if (hit.collapsed) object.emplace("collapsed", *hit.collapsed);
  if (!hit.parts.empty()) object.emplace("explain", parts_json(hit.parts));
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
  std::string hits = members_of({{"hits", hits_json(answer.hits)}});
  if (answer.mentions) hits += "," + members_of({{"mentions", mentions_json(request.mentions, *answer.mentions)}});
  Json rest = Json::object();
  if (Json also = alternatives_json(answer.notes); !also.empty()) rest["alternatives"] = std::move(also);
  add_overview_json(request, answer, rest);
  rest["suggestion"] = text_or_null(answer.suggestion);
  if (answer.reach == AnswerReach::partial) rest["partial"] = true;
  if (request.explain == Explain::yes) rest["explain"] = answer.explanation;
  const std::string after = hits + "," + members_of(rest);
  return R"({"schema":"timbao-query/1","id":)" + id.text + "," + before +
         ",\"elapsed_ms\":" + to_line(to_microseconds(elapsed_ms())) + "," + after + "}\n";
}

}  // namespace timbao
