// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "query/language/tree.h"
#include "query/request/note.h"
#include "query/request/request.h"

namespace timbao {

/// What a query and the options beside it ask for and no article can have: days of `date:` outside of --from and --to.
///
/// Takes    the query's tree and the request's days.
/// Returns  warnings; none where nothing contradicts.
std::vector<Note> contradictions(const Node& root, const SearchRequest& request);

}  // namespace timbao
