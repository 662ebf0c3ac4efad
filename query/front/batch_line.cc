// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/batch_line.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "common/base/error.h"
#include "common/base/utf8.h"
#include "query/front/loose_json.h"
#include "query/front/query_options.h"

namespace timbao {
namespace {

// Not Json: keeping keys in their order takes it quadratic time.
using ParsedObject = nlohmann::json;

[[noreturn]] void refuse(std::string message) { throw Error(ExitCode::usage, std::move(message)); }

std::string option_text(const std::string& name, const ParsedObject& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  refuse("'" + name + "' takes a string or a number");
}

void read_member(const std::string& name, const ParsedObject& value, BatchLine& line) {
  if (name == "id" || value.is_null()) return;
  const std::string text = option_text(name, value);
  if (name == "query") {
    if (!value.is_string()) refuse("'query' takes a string");
    line.request.query = text;
  } else if (name == "highlight") {
    parse_highlight(text);  // JSON is never altered by it
  } else if (!set_request_option(line.request, name, text)) {
    refuse("a line has no key '" + name + "'");
  }
}

ParsedObject parse_object(const std::string& text) {
  try {
    ParsedObject object = ParsedObject::parse(text);
    if (object.is_object()) return object;
  } catch (const ParsedObject::out_of_range&) {
    refuse("the object holds a number that is too large");
  } catch (const ParsedObject::exception&) {  // told below
  }
  refuse("the line is no JSON object");
}

/// The id is taken out of the text before it is parsed: its digits are kept, however many there are.
void read_object(std::string text, BatchLine& line) {
  const std::optional<IdPlace> id = find_id(text);
  if (id) {
    line.id = id->token;
    text.replace(id->begin, id->end - id->begin, "null");
  } else if (const std::optional<IdPlace> any = find_any_id(text)) {
    line.id = any->token;  // for the error; an object that is sound has no other id
  }
  const ParsedObject object = parse_object(text);
  if (!id) line.id = {};
  if (!id && object.contains("id")) refuse("'id' takes a string, a number, true or false");
  if (!object.contains("query")) refuse("the object has no 'query'");
  for (const auto& [name, value] : object.items()) read_member(name, value, line);
  check_request(line.request);
  if (!line.request.limit) refuse("'limit' takes a whole number here: an answer is one object");
}

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
    std::optional<IdPlace> id = find_id(mended);
    if (!id) id = find_any_id(mended);
    if (id) line.id = id->token;
  }
  line.error = std::move(error);
  return line;
}

}  // namespace timbao
