// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/batch_line.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/base/error.h"
#include "common/base/utf8.h"
#include "query/front/loose_json.h"
#include "query/front/option_table.h"

namespace timbao {
namespace {

// Json keeps keys in their order, which takes it quadratic time; a hostile line of 1 MB holds many keys.
using ParsedObject = nlohmann::json;

[[noreturn]] void refuse(std::string message) { throw Error(ExitCode::usage, std::move(message)); }

/// The values of a key as an option takes them: those of a list of texts, else one.
std::vector<std::string> option_texts(const std::string& name, const ParsedObject& value) {
  const auto is_string = [](const ParsedObject& each) { return each.is_string(); };
  if (value.is_array() && !value.empty() && std::all_of(value.begin(), value.end(), is_string))
    return value.get<std::vector<std::string>>();
  if (value.is_string()) return {value.get<std::string>()};
  if (value.is_number() || value.is_boolean()) return {value.dump()};
  refuse("'" + name + "' takes a string or a number");
}

/// Reads one member of a line's object into the options of its request.
void read_member(const std::string& name, const ParsedObject& value, QueryOptions& options) {
  if (name == "id" || value.is_null()) return;
  const std::vector<std::string> texts = option_texts(name, value);
  if (name == "query") {
    if (!value.is_string()) refuse("'query' takes a string");
    options.request.query = texts.front();
  } else if (!set_asked_values(options, name, texts)) {
    refuse("a line has no key '" + name + "'");
  }
}

ParsedObject parse_object(const std::string& text) {
  try {
    ParsedObject object = ParsedObject::parse(text);
    if (object.is_object()) return object;
  } catch (const ParsedObject::out_of_range&) {
    refuse("the object holds a number that is too large");
  } catch (const ParsedObject::exception&) {  // the refusal below says what is wrong
  }
  refuse("the line is no JSON object");
}

/// Reads a line that is an object. The id is cut out of the text before the object is parsed, since parsing would round
/// an id that is a number with many digits.
void read_object(std::string text, BatchLine& line) {
  const std::optional<JsonIdPlace> id = find_id(text);
  if (id) {
    line.id = id->token;
    text.replace(id->begin, id->end - id->begin, "null");
  } else if (const std::optional<JsonIdPlace> any = find_any_id(text)) {
    line.id = any->token;  // for the error message; it is dropped again if the object turns out to be sound
  }
  const ParsedObject object = parse_object(text);
  if (!id) line.id = {};
  if (!id && object.contains("id")) refuse("'id' takes a string, a number, true or false");
  if (!object.contains("query") && !object.contains("like")) refuse("the object has no 'query'");
  // A request may set --highlight too, which changes nothing in JSON, so only the request is taken out again.
  QueryOptions options;
  options.request = std::move(line.request);
  for (const auto& [name, value] : object.items()) read_member(name, value, options);
  line.request = std::move(options.request);
  check_request(line.request);
  if (!line.request.limit) refuse("'limit' takes a whole number here: an answer is one object");
}

/// Reads a line that is a query, or an id, a tab and a query.
void read_plain(const std::string& text, BatchLine& line) {
  const std::size_t tab = text.find('\t');
  if (tab != std::string::npos) line.id = {to_line(text.substr(0, tab))};
  line.request.query = text.substr(tab == std::string::npos ? 0 : tab + 1);
}

bool is_object(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first != std::string::npos && text[first] == '{';
}

}  // namespace

BatchLine read_batch_line(std::string_view text, const SearchRequest& usual) {
  BatchLine line;
  line.request = usual;
  const std::string repaired = repair_utf8(text).text;
  try {
    if (is_object(repaired))
      read_object(mend_json(repaired), line);
    else
      read_plain(repaired, line);
  } catch (const Error& error) {
    line.error = error.message();
  }
  return line;
}

BatchLine refuse_batch_line(std::string_view beginning, std::string error) {
  BatchLine line;
  const std::string repaired = repair_utf8(beginning).text;
  if (!is_object(repaired)) {
    read_plain(repaired, line);
    line.request = {};
  } else {
    const std::string mended = mend_json(repaired);
    std::optional<JsonIdPlace> id = find_id(mended);
    if (!id) id = find_any_id(mended);
    if (id) line.id = id->token;
  }
  line.error = std::move(error);
  return line;
}

}  // namespace timbao
