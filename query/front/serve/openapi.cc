// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/openapi.h"

#include <string>
#include <utility>

#include "common/base/json.h"
#include "common/base/version.h"
#include "query/front/option_table.h"

namespace timbao {
namespace {

Json parameter_json(std::string_view name, std::string_view help, Json schema) {
  return {{"name", name}, {"in", "query"}, {"description", help}, {"schema", std::move(schema)}};
}

Json schema_of(const OptionRow& row) {
  Json schema = {{"type", row.argument.empty() ? "boolean" : "string"}};
  for (const Choice& choice : row.choices) schema["enum"].push_back(choice.name);
  if (row.times == Times::once) return schema;
  return {{"type", "array"}, {"items", std::move(schema)}};
}

Json parameters_json(const Endpoint& endpoint) {
  Json list = Json::array();
  for (const EndpointParameter& own : endpoint.parameters)
    list.push_back(parameter_json(own.name, own.help, {{"type", "string"}}));
  if (endpoint.others != OtherParameters::search) return list;
  list.push_back(parameter_json("q", "the query: docs/query-language.md", {{"type", "string"}}));
  for (const QueryOption& option : query_option_table())
    if (option.askable == Askable::yes && !has_own(endpoint, option.row.long_name()))
      list.push_back(parameter_json(option.row.long_name(), option.row.help, schema_of(option.row)));
  return list;
}

Json endpoint_json(const Endpoint& endpoint) {
  const Json content = {{endpoint.type, Json::object()}};
  const Json error = {{"description", "An error: {\"error\":{\"status\":…,\"message\":\"…\"}}."},
                      {"content", {{"application/json", Json::object()}}}};
  return {{"get",
           {{"summary", endpoint.help},
            {"parameters", parameters_json(endpoint)},
            {"responses", {{"200", {{"description", endpoint.help}, {"content", content}}}, {"default", error}}}}}};
}

}  // namespace

Reply openapi_of(const std::vector<Endpoint>& endpoints) {
  Json paths = Json::object();
  for (const Endpoint& endpoint : endpoints) paths[std::string(endpoint.path)] = endpoint_json(endpoint);
  return json_reply(
      {{"openapi", "3.0.3"}, {"info", {{"title", "timbao"}, {"version", kVersion}}}, {"paths", std::move(paths)}});
}

}  // namespace timbao
