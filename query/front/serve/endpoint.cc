// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/endpoint.h"

#include <algorithm>
#include <string>

#include "common/base/error.h"
#include "query/front/option_table.h"

namespace timbao {
namespace {

bool is_asked(const std::string& name) {
  const std::vector<QueryOption>& table = query_option_table();
  return name == "q" || std::any_of(table.begin(), table.end(), [&](const QueryOption& option) {
           return option.askable == Askable::yes && option.row.long_name() == name;
         });
}

}  // namespace

bool has_own(const Endpoint& endpoint, std::string_view name) {
  return std::any_of(endpoint.parameters.begin(), endpoint.parameters.end(),
                     [&](const EndpointParameter& parameter) { return parameter.name == name; });
}

void check_parameters(const Endpoint& endpoint, const Target& target) {
  if (endpoint.others == OtherParameters::any) return;
  for (const TargetParameter& parameter : target.parameters) {
    const bool is_known =
        has_own(endpoint, parameter.name) || (endpoint.others == OtherParameters::search && is_asked(parameter.name));
    if (!is_known) throw Error(ExitCode::usage, "there is no parameter '" + parameter.name + "' here");
  }
}

}  // namespace timbao
