// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>

#include "common/base/json.h"
#include "common/base/version.h"
#include "query/front/serve/api.h"

namespace timbao {
namespace {

Json dates_json(const Holdings& holdings) {
  if (!holdings.days) return {{"first", nullptr}, {"last", nullptr}};
  return {{"first", format_day(holdings.days->first)}, {"last", format_day(holdings.days->last)}};
}

Json sources_json(const Holdings& holdings) {
  Json list = Json::array();
  for (const HeldSource& held : holdings.sources) list.push_back({{"value", held.source}, {"count", held.articles}});
  return list;
}

Json coverage_json(const Holdings& holdings) {
  Json list = Json::array();
  for (const HeldMonth& held : holdings.months)
    list.push_back(
        {{"month", text_or_null(held.month)}, {"source", text_or_null(held.source)}, {"count", held.articles}});
  return list;
}

}  // namespace

Reply answer_stats(const Asked&, const Archive& archive) {
  const Holdings holdings = archive.holdings();
  return json_reply({{"articles", holdings.articles},
                     {"dates", dates_json(holdings)},
                     {"sources", sources_json(holdings)},
                     {"other_sources", holdings.other_sources},
                     {"coverage", coverage_json(holdings)},
                     {"version", kVersion}});
}

}  // namespace timbao
