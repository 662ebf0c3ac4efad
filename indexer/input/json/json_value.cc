// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/json/json_value.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "common/base/json.h"
#include "indexer/input/json/json_string.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

using simdjson::ondemand::json_type;

constexpr std::size_t kBytesOfText = 2 * sizeof(std::string);  // the vector may have just doubled its room

/// The members of an object that may hold its text, the best one first.
constexpr std::array<std::string_view, 25> kTextMembers{
    "rendered",                                      // WordPress REST API: title, content, excerpt, guid
    "text",        "name",                           // authors and categories of many crawlers
    "title",       "value",          "label",        // categories, tags
    "$oid",        "$date",          "$numberLong",  // MongoDB exports
    "#text",       "@value",         "@id",          // XML turned into JSON, JSON-LD
    "stringValue", "timestampValue",                 // Firestore
    "full_name",   "fullName",       "username",     // users of content systems
    "content",     "html",           "blocks",       // texts in blocks: Editor.js, Draft.js
    "data",        "children",                       // Editor.js, Strapi, Slate
    "attributes",  "node",           "edges",        // Strapi, GraphQL
};

/// Texts by which programs say that there is nothing: Python, pandas, PHP, spreadsheets.
constexpr std::array<std::string_view, 13> kNothing{"",     "null", "Null", "NULL", "nan", "NaN",      "NAN",
                                                    "None", "none", "NONE", "N/A",  "n/a", "undefined"};

/// How deeply lists and objects are nested in a JSON text.
std::size_t depth_of(std::string_view json) {
  std::size_t depth = 0, most = 0;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '[' || c == '{') most = std::max(most, ++depth);
    if ((c == ']' || c == '}') && depth > 0) --depth;
    at = c == '"' ? end_of_json_string(json, at) : at + 1;
  }
  return most;
}

/// JSON without the white space between its tokens.
std::string compact(std::string_view json) {
  std::string text;
  text.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t end = json[at] == '"' ? end_of_json_string(json, at) : at + 1;
    const bool is_space = std::string_view(" \n\r\t").find(json[at]) != std::string_view::npos;
    if (!is_space) text += json.substr(at, end - at);
    at = end;
  }
  return text;
}

[[noreturn]] void refuse(simdjson::error_code code) { throw simdjson::simdjson_error(code); }

/// A number or a truth value as it is printed: the raw text is kept, so that an id of 30 digits or a page "1.50" stays.
std::string_view checked_token(std::string_view raw) {
  const std::string_view token = trim(raw);
  if (!Json::accept(token)) refuse(simdjson::NUMBER_ERROR);
  return token;
}

std::size_t rank_of_member(std::string_view key) {
  return static_cast<std::size_t>(std::find(kTextMembers.begin(), kTextMembers.end(), key) - kTextMembers.begin());
}

}  // namespace

bool says_nothing(std::string_view text) {
  text = trim(text);
  return std::find(kNothing.begin(), kNothing.end(), text) != kNothing.end();
}

void ValueReader::hold(std::size_t bytes) {
  if (bytes > room_) throw TooManyValues{};
  room_ -= bytes;
}

void ValueReader::add_text(std::string_view text, JsonValue& taken) {
  if (says_nothing(text)) return;
  hold(kBytesOfText + text.size());
  taken.texts.emplace_back(text);
}

JsonValue ValueReader::read(simdjson::ondemand::value value) {
  JsonValue taken;
  const json_type type = value.type();
  taken.is_container = type == json_type::array || type == json_type::object;
  if (type == json_type::array) {
    simdjson::ondemand::array list = value.get_array();
    taken.raw = list.raw_json();
    if (is_shallow(taken)) {
      list.reset();
      flatten_list(list, taken);
    }
  } else if (type == json_type::object) {
    simdjson::ondemand::object object = value.get_object();
    taken.raw = object.raw_json();
    if (is_shallow(taken)) {
      object.reset();
      flatten_object(object, taken);
    }
  } else {
    taken.raw = value.raw_json_token();
    flatten(value, taken);
  }
  return taken;
}

bool ValueReader::is_shallow(JsonValue& taken) {
  if (depth_of(taken.raw) <= kMostJsonDepth) return true;
  taken.understanding = Understanding::too_deep;
  return false;
}

void ValueReader::flatten(simdjson::ondemand::value value, JsonValue& taken) {
  const json_type type = value.type();
  if (type == json_type::array) return flatten_list(value.get_array(), taken);
  if (type == json_type::object) return flatten_object(value.get_object(), taken);
  if (type == json_type::string) return add_text(value.get_string(), taken);
  if (type == json_type::null) {
    if (!value.is_null()) refuse(simdjson::N_ATOM_ERROR);
    taken.is_null = true;
    return;
  }
  const std::string_view token = checked_token(value.raw_json_token());
  if (token != "false") add_text(token, taken);
}

void ValueReader::flatten_list(simdjson::ondemand::array list, JsonValue& taken) {
  for (simdjson::ondemand::value element : list) flatten(element, taken);
}

/// Takes the texts of the member that stands first in kTextMembers. An object without any of them is not understood.
void ValueReader::flatten_object(simdjson::ondemand::object object, JsonValue& taken) {
  std::size_t best = kTextMembers.size();
  std::vector<std::string> best_texts;
  for (simdjson::ondemand::field field : object) {
    const std::size_t rank = rank_of_member(std::string_view(field.unescaped_key()));
    if (rank >= best) continue;
    JsonValue member;
    flatten(field.value(), member);
    best = rank;
    best_texts = std::move(member.texts);
  }
  if (best == kTextMembers.size()) taken.understanding = Understanding::partly;
  std::move(best_texts.begin(), best_texts.end(), std::back_inserter(taken.texts));
}

std::string json_of(const JsonValue& value) {
  if (value.is_container) {
    if (!Json::accept(value.raw)) refuse(simdjson::TAPE_ERROR);
    return compact(value.raw);
  }
  const std::string_view token = trim(value.raw);
  if (token.empty() || token.front() != '"') return std::string(token);
  const Json text = Json::parse(token, nullptr, /*allow_exceptions=*/false);
  if (text.is_discarded()) refuse(simdjson::STRING_ERROR);
  return to_line(text);
}

}  // namespace timbao
