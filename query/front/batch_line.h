// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/output/json.h"
#include "query/request/request.h"

namespace timbao {

/// A line of --batch, read: a question, or what is wrong with it.
struct BatchLine {
  JsonToken id;  ///< as the line gives it, a number digit for digit; else null
  SearchRequest request;
  std::optional<std::string> error;  ///< the line is no question: why
};

/// Reads a line of --batch: `query`, `id<TAB>query` or, where it begins with `{` (spaces may stand before it), a JSON
/// object.
///
///   read_batch_line("{\"id\":7,\"query\":\"đảng\",\"limit\":3}", usual).request.limit == 3
///
/// Takes    the line without its line end, in any encoding (repaired to UTF-8); what it does not say is as in `usual`.
/// Errors   none: they are in the result, with the id of the line wherever it has one. An object's keys are id (a
/// string, a
///          number, true or false), query, and the long names of options. What is wrong within its strings is mended:
///          mend_json().
BatchLine read_batch_line(std::string_view line, const SearchRequest& usual);

/// A line that is not to be read as a question, of which only the beginning is there: its id and the error.
BatchLine refuse_batch_line(std::string_view beginning, std::string error);

}  // namespace timbao
