// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/json.h"
#include "query/search/search.h"

namespace timbao {

/// A line of --batch, read: a question, or what is wrong with it.
struct BatchLine {
  Json id;  ///< as the line gives it; else null
  SearchRequest request;
  std::optional<std::string> error;  ///< the line is no question: why
};

/// Reads a line of --batch: `query`, `id<TAB>query` or, where it begins with `{`, a JSON object.
///
///   read_batch_line("{\"id\":7,\"query\":\"đảng\",\"limit\":3}", usual).request.limit == 3
///
/// Takes    the line without its line end, in any encoding (repaired to UTF-8); what it does not say is as in `usual`.
/// Errors   none: they are in the result. An object's keys are id (a string or number), query, and the long names of
/// options.
BatchLine read_batch_line(std::string_view line, const SearchRequest& usual);

}  // namespace timbao
