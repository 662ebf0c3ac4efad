// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>
#include <vector>

#include "common/base/cli_values.h"
#include "query/front/option_table.h"
#include "query/front/serve/api.h"
#include "query/output/json.h"

namespace timbao {
namespace {

/// The reply to a search.
///
/// Takes    when it began, of the setup's clock.
Reply reply_to(const SearchRequest& request, const Asked& asked, const Archive& archive) {
  const double began_ms = asked.setup->now_ms();
  const Answer answer = archive.search(request);
  Reply reply;
  reply.body = answer_as_json(JsonToken(), request, answer, [&] { return asked.setup->now_ms() - began_ms; });
  return reply;
}

}  // namespace

Reply answer_search(const Asked& asked, const Archive& archive) { return reply_to(page_of(asked, {}), asked, archive); }

Reply answer_timeline(const Asked& asked, const Archive& archive) {
  QueryOptions options;
  options.request = page_of(asked, {"unit", "compare"});
  options.request.limit = 0;
  options.request.overview.timeline = parse_choice({"unit", value_of(asked, "unit").value_or("month")}, kTimelineUnits);
  const std::vector<std::string> compared = values_of(asked, "compare");
  if (!compared.empty()) set_asked_values(options, "compare", compared);
  check_request(options.request);
  return reply_to(options.request, asked, archive);
}

Reply answer_readings(const Asked& asked, const Archive& archive) {
  SearchRequest request = page_of(asked, {});
  request.limit = 0;
  request.overview.readings = ShowReadings::yes;
  return reply_to(request, asked, archive);
}

Reply answer_neighbours(const Asked& asked, const Archive& archive) {
  constexpr std::string_view kOption = "function-words";
  QueryOptions options;
  options.request = page_of(asked, {"within", kOption});
  options.request.limit = 0;
  set_asked_option(options, {"neighbours", value_of(asked, "within").value_or("true")});
  const std::string function_words = value_of(asked, kOption).value_or("");
  if (!function_words.empty()) set_asked_option(options, {std::string(kOption), function_words});
  return reply_to(options.request, asked, archive);
}

}  // namespace timbao
