// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/batch_line.h"

#include <nlohmann/json.hpp>

#include "common/base/error.h"
#include "common/text/utf8.h"
#include "query/query_options.h"

namespace timbao {
namespace {

// Not Json: keeping keys in their order takes it quadratic time.
using ParsedObject = nlohmann::json;

[[noreturn]] void refuse(std::string message) { throw Error(ExitCode::usage, std::move(message)); }

void read_id(const ParsedObject& value, BatchLine& line) {
  if (value.is_string())
    line.id = value.get_ref<const std::string&>();
  else if (value.is_number_unsigned())
    line.id = value.get<std::uint64_t>();
  else if (value.is_number_integer())
    line.id = value.get<std::int64_t>();
  else if (value.is_number())
    line.id = value.get<double>();
  else if (!value.is_null())
    refuse("'id' takes a string or a number");
}

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

void read_object(const std::string& text, BatchLine& line) {
  const ParsedObject object = ParsedObject::parse(text, nullptr, /*allow_exceptions=*/false);
  if (object.is_discarded()) refuse("the line is no JSON object");
  if (object.contains("id")) read_id(object["id"], line);
  if (!object.contains("query")) refuse("the object has no 'query'");
  for (const auto& [name, value] : object.items()) read_member(name, value, line);
  check_request(line.request);
  if (!line.request.limit) refuse("'limit' takes a whole number here: an answer is one object");
}

void read_plain(const std::string& text, BatchLine& line) {
  const std::size_t tab = text.find('\t');
  if (tab != std::string::npos) line.id = text.substr(0, tab);
  line.request.query = text.substr(tab == std::string::npos ? 0 : tab + 1);
}

}  // namespace

BatchLine read_batch_line(std::string_view text, const SearchRequest& usual) {
  BatchLine line;
  line.request = usual;
  const std::string repaired = repair_utf8(text).text;
  try {
    if (repaired.compare(0, 1, "{") == 0)
      read_object(repaired, line);
    else
      read_plain(repaired, line);
  } catch (const Error& error) {
    line.error = error.message();
  }
  return line;
}

}  // namespace timbao
