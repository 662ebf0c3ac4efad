// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/front/serve/endpoint.h"

namespace timbao {

/// The description of some endpoints, for programs that make clients of it: what /api/openapi.json answers.
///
/// Errors   none.
/// Source   OpenAPI 3.0.3; the options of a search are those of query_option_table(). It is held against the running
///          server by tests/cli/serve_api_test.cc.
Reply openapi_of(const std::vector<Endpoint>& endpoints);

}  // namespace timbao
