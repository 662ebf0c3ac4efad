// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>

#include "common/base/json.h"
#include "query/request/answer.h"
#include "query/request/request.h"

namespace timbao {

/// A hit as an object of the schema timbao-query/1: an element of `hits`, and a line of the format `jsonl`.
///
///   {"rank":1,"score":17.2,"id":"phuc-yen.txt","title":"Chuyển biến…","title_marks":[[0,5]],"date":…,"snippet":…}
///
/// Returns  null for what the article lacks. `index`, `collapsed` and `explain` stand there only where the hit has them.
/// Errors   none.
/// Source   docs/query-language.md lists the keys; keys are only ever added. Covered by tests/query/output and
///          tests/fuzz/answer_fuzz.cc.
Json hit_json(const Hit& hit);

/// A value as it stands in JSON text: "7", "1.50", "\"q1\"". It keeps the digits of a number as they were typed, which a
/// Json value would not: 1.50 would become 1.5, and 12345678901234567890123 a double.
struct JsonToken {
  std::string text = "null";
};

/// The format `json`, and a line of --batch: a whole answer as one line of the schema timbao-query/1, with its line end.
///
///   {"schema":"timbao-query/1","id":null,"query":"dang","parsed":"dang","notes":[],"total":{…},"offset":0,
///    "elapsed_ms":1.2,"hits":[…],"facets":{},"suggestion":null}
///
/// Takes    the id that a line of a batch gave its query, which is written as it is; the request and its answer; a
///          function for `elapsed_ms`. That function is called when all else is formatted, so that its figure holds the
///          time of formatting too.
/// Returns  `explain` in the answer and in each hit only where the request asks for it.
/// Errors   none: ill-formed UTF-8 is repaired by to_line().
/// Source   docs/query-language.md. Covered by tests/query/output/output_test.cc.
std::string answer_as_json(const JsonToken& id, const SearchRequest& request, const Answer& answer,
                           const std::function<double()>& elapsed_ms);

}  // namespace timbao
