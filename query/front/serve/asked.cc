// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/asked.h"

#include <algorithm>
#include <utility>

#include "common/base/error.h"
#include "query/front/option_table.h"
#include "query/output/look.h"

namespace timbao {
namespace {

[[noreturn]] void refuse(std::string message) { throw Error(ExitCode::usage, std::move(message)); }

/// The names of the parameters, each once, in their order.
std::vector<std::string> names_of(const Asked& asked) {
  std::vector<std::string> names;
  for (const TargetParameter& parameter : asked.target.parameters)
    if (std::find(names.begin(), names.end(), parameter.name) == names.end()) names.push_back(parameter.name);
  return names;
}

void check_cost_of_mentions(const MentionRequest& mentions) {
  if (mentions.show == ShowMentions::no) return;
  if (!mentions.limit || *mentions.limit > kMostServedHits)
    refuse("at most " + std::to_string(kMostServedHits) + " mentions come at once here; /api/export gives all");
  if (mentions.offset > kMostServedOffset)
    refuse("the offset of mentions is a whole number from 0 to " + std::to_string(kMostServedOffset) + " here");
}

void check_cost(const SearchRequest& request) {
  if (!request.limit || *request.limit > kMostServedHits)
    refuse("limit takes a whole number from 0 to " + std::to_string(kMostServedHits) +
           " here; /api/export gives all hits");
  if (request.offset > kMostServedOffset)
    refuse("offset takes a whole number from 0 to " + std::to_string(kMostServedOffset) + " here");
  check_cost_of_mentions(request.mentions);
}

}  // namespace

std::vector<std::string> values_of(const Asked& asked, std::string_view name) {
  std::vector<std::string> values;
  for (const TargetParameter& parameter : asked.target.parameters)
    if (parameter.name == name) values.push_back(parameter.value);
  return values;
}

std::optional<std::string> value_of(const Asked& asked, std::string_view name) {
  std::vector<std::string> values = values_of(asked, name);
  if (values.size() > 1) refuse(std::string(name) + " is given twice");
  return values.empty() ? std::nullopt : std::optional(std::move(values.front()));
}

std::string needed_value_of(const Asked& asked, std::string_view name) {
  const std::optional<std::string> value = value_of(asked, name);
  if (!value || value->empty()) refuse("the parameter '" + std::string(name) + "' is missing");
  return *value;
}

SearchRequest search_of(const Asked& asked, const std::vector<std::string_view>& own) {
  QueryOptions options;
  options.request = asked.setup->usual;
  options.request.today = asked.setup->today();
  for (const std::string& name : names_of(asked)) {
    if (name == "q")
      options.request.query = value_of(asked, name).value_or("");
    else if (std::find(own.begin(), own.end(), name) == own.end() &&
             !set_asked_values(options, name, values_of(asked, name)))
      refuse("there is no parameter '" + name + "'");
  }
  check_request(options.request);
  return options.request;
}

SearchRequest page_of(const Asked& asked, const std::vector<std::string_view>& own) {
  SearchRequest request = search_of(asked, own);
  check_cost(request);
  return request;
}

}  // namespace timbao
