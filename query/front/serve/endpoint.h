// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "query/front/archive.h"
#include "query/front/serve/asked.h"
#include "query/front/serve/http_message.h"
#include "query/front/serve/reply_pipe.h"

namespace timbao {

/// A parameter of an endpoint, beside those that are options of a search.
struct EndpointParameter {
  std::string_view name;
  std::string_view help;
};

/// Which parameters an endpoint takes beside its own: the query and the options of a search, or none. Pages take any,
/// since their scripts keep what they show in the address.
enum class OtherParameters : std::uint8_t { none, search, any };

/// One row an address: everything that the server knows of it. Routing, the check of parameters and the description in
/// /api/openapi.json follow from the row.
///
///   {"/api/search", "hits of a query …", "application/json", {}, OtherParameters::search, nullptr, answer_search, nullptr}
///
/// One of the three functions is not null: it says what the reply takes. `say` needs no index; `answer` needs one, and
/// makes a whole reply; `write` makes it piece by piece, however long it is.
struct Endpoint {
  std::string_view path;
  std::string_view help;  ///< one sentence
  std::string_view type;  ///< of what it answers with where nothing is wrong
  std::vector<EndpointParameter> parameters;
  OtherParameters others = OtherParameters::none;
  Reply (*say)(const Asked& asked) = nullptr;
  Reply (*answer)(const Asked& asked, const Archive& archive) = nullptr;
  void (*write)(const Asked& asked, const Archive& archive, ReplyPipe& pipe) = nullptr;
};

/// Whether a parameter is one of the endpoint's own.
bool has_own(const Endpoint& endpoint, std::string_view name);

/// Refuses parameters that an endpoint does not take.
///
/// Errors   Error(usage), which names the first of them.
void check_parameters(const Endpoint& endpoint, const Target& target);

}  // namespace timbao
