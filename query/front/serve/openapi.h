// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/front/serve/asked.h"
#include "query/front/serve/http_message.h"

namespace timbao {

/// /api/openapi.json: what the server answers to, for programs that make clients of it.
///
/// Source   OpenAPI 3.0.3. It is made of endpoints() and query_option_table(). Covered by endpoints_test, and held
///          against the running server by tests/cli/serve_api_test.cc.
Reply say_openapi(const Asked& asked);

}  // namespace timbao
