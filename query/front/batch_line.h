// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/output/json.h"
#include "query/request/request.h"

namespace timbao {

/// A line of --batch, read: a request, or what is wrong with the line.
struct BatchLine {
  JsonToken id;                      ///< the id that the line gives, a number digit for digit; else null
  SearchRequest request;             ///< of use only where there is no error
  std::optional<std::string> error;  ///< why the line is no request
};

/// Reads a line of --batch. It is a query, or `id<TAB>query`, or a JSON object where it begins with `{` (spaces may stand
/// before it).
///
///   read_batch_line("{\"id\":7,\"query\":\"đảng\",\"limit\":3}", usual).request.limit == 3
///
/// Takes    the line without its line end, in any encoding (ill-formed UTF-8 is repaired); `usual`, which holds what the
///          line does not say. The keys of an object are `id` (a string, a number, true or false), `query`, and the long
///          names of the options with Askable::yes; a null sets nothing. What is wrong within strings is mended first:
///          see mend_json().
/// Errors   none: they are in the result, with the line's id wherever it has one.
/// Source   query_option_table() for the keys. Covered by tests/query/front/batch_test.cc and
///          tests/fuzz/batch_line_fuzz.cc.
BatchLine read_batch_line(std::string_view line, const SearchRequest& usual);

/// An error in place of a line that must not be read as a request, such as one that is too long.
///
///   refuse_batch_line("q1\taaaa", "too long").id.text == "\"q1\""
///
/// Takes    the beginning of the line, in which its id is looked for.
/// Errors   none.
BatchLine refuse_batch_line(std::string_view beginning, std::string error);

}  // namespace timbao
