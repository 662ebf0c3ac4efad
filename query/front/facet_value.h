// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "common/base/cli_option.h"
#include "query/request/overview.h"

namespace timbao {

/// Reads a value of --facet and adds what it asks for.
///
///   add_facets({"facet", "source,author:20"}, facets)     {{source, 10}, {author, 20}}
///
/// Takes    names of facets with commas between them, each with a colon and the number of its values, or `all`, where
///          the usual number is not wanted; the facets that were asked for before.
/// Errors   Error(usage): "--facet takes source, section, author, year or month, with :N behind it for the N commonest
///          values, not 'path'", and "--facet names source twice".
/// Source   docs/query-language.md, "Facets". Covered by facet_value_test and query_options_fuzz.
void add_facets(const OptionValue& value, std::vector<FacetRequest>& facets);

}  // namespace timbao
