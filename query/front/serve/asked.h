// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "query/front/serve/address.h"
#include "query/front/serve/target.h"
#include "query/request/request.h"

namespace timbao {

/// What all requests of a server have in common.
struct ServeSetup {
  SearchRequest usual;             ///< what a request does not set itself
  std::function<Day()> today;      ///< the day that relative dates count from
  std::function<double()> now_ms;  ///< milliseconds of a clock that never goes back
};

/// A request that was let in: what it asks for.
struct Asked {
  Target target;
  std::string host;  ///< that the client calls the server by: "localhost:8042"
  std::shared_ptr<const ServeSetup> setup;
};

/// The values of a parameter, in their order.
std::vector<std::string> values_of(const Asked& asked, std::string_view name);

/// The value of a parameter that may be given once; nothing where it is not given.
///
/// Errors   Error(usage) where it is given twice.
std::optional<std::string> value_of(const Asked& asked, std::string_view name);

/// The same of one that must be given.
///
/// Errors   Error(usage) where it is not given, or is empty.
std::string needed_value_of(const Asked& asked, std::string_view name);

/// The most hits of a page, and the most that may be passed over: what one reply may cost.
inline constexpr std::size_t kMostServedHits = 1'000, kMostServedOffset = 100'000;

/// The search that a request asks for: `q` is the query, and every other parameter an option that the command line calls
/// so.
///
///   /api/search?q=dang&limit=3&facet=source&facet=year     SearchRequest{query: "dang", limit: 3, …}
///
/// Takes    the parameters that are no options but the endpoint's own.
/// Errors   Error(usage) for a value that makes no sense, an option that is no parameter, and one that is given twice and
///          may not be.
/// Source   query_option_table(): the rows with Askable::yes. Covered by route_test.
SearchRequest search_of(const Asked& asked, const std::vector<std::string_view>& own);

/// The same for a reply that holds all hits of its page at once.
///
/// Errors   as search_of(); Error(usage) also for a limit beyond kMostServedHits and an offset beyond kMostServedOffset,
///          of hits or of mentions.
SearchRequest page_of(const Asked& asked, const std::vector<std::string_view>& own);

}  // namespace timbao
