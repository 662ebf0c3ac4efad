// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "query/front/serve/api.h"
#include "query/output/json.h"

namespace timbao {
namespace {

constexpr std::string_view kUsualMentions = "50";

/// A parameter of an endpoint that is about one part of an answer, and the option of a search that it stands for.
struct PartParameter {
  std::string_view name, option, usual;
};

/// The search that answers a request about one part of an answer: without hits, and with the options of that part.
Asked part_of(Asked asked, const std::vector<PartParameter>& parameters) {
  std::vector<TargetParameter> options{{"limit", "0"}};
  for (const PartParameter& each : parameters)
    options.push_back({std::string(each.option), value_of(asked, each.name).value_or(std::string(each.usual))});
  std::vector<TargetParameter>& given = asked.target.parameters;
  const auto is_replaced = [&](const TargetParameter& parameter) {
    return parameter.name == "limit" || std::any_of(parameters.begin(), parameters.end(), [&](const auto& each) {
             return parameter.name == each.name || parameter.name == each.option;
           });
  };
  given.erase(std::remove_if(given.begin(), given.end(), is_replaced), given.end());
  given.insert(given.end(), options.begin(), options.end());
  return asked;
}

}  // namespace

Reply answer_search(const Asked& asked, const Archive& archive) {
  const double began_ms = asked.setup->now_ms();
  const SearchRequest request = page_of(asked, {});
  const Answer answer = archive.search(request);
  Reply reply;
  reply.body = answer_as_json(JsonToken(), request, answer, [&] { return asked.setup->now_ms() - began_ms; });
  return reply;
}

Reply answer_timeline(const Asked& asked, const Archive& archive) {
  return answer_search(part_of(asked, {{"unit", "timeline", "month"}}), archive);
}

Reply answer_mentions(const Asked& asked, const Archive& archive) {
  return answer_search(part_of(asked, {{"limit", "mentions", kUsualMentions}, {"offset", "mention-offset", "0"}}),
                       archive);
}

Reply answer_readings(const Asked& asked, const Archive& archive) {
  return answer_search(part_of(asked, {{"readings", "readings", "true"}}), archive);
}

Reply answer_neighbours(const Asked& asked, const Archive& archive) {
  return answer_search(part_of(asked, {{"within", "neighbours", "true"}}), archive);
}

}  // namespace timbao
