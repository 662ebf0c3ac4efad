// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "query/front/serve/endpoint.h"

namespace timbao {

/// All endpoints but the files of the page: see page_files.h for these.
///
/// Source   docs/serve.md. Covered by route_test and tests/cli/serve_api_test.cc.
/// Threads  any: the table never changes.
const std::vector<Endpoint>& endpoints();

/// The endpoint of a path; null where there is none.
const Endpoint* endpoint_at(std::string_view path);

}  // namespace timbao
