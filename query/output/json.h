// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>

#include "common/base/json.h"
#include "query/request/answer.h"
#include "query/request/request.h"

namespace timbao {

/// A hit as an object of the schema timbao-query/1; its keys are listed in docs/query-language.md.
Json hit_json(const Hit& hit);

/// A value as it stands in JSON text: "7", "1.50", "\"q1\"". A number so keeps its digits, which Json would not.
struct JsonToken {
  std::string text = "null";
};

/// A whole answer as one line of the schema timbao-query/1, with its line end.
///
///   {"schema":"timbao-query/1","id":null,"query":"dang","parsed":"dang","total":{…},"offset":0,"elapsed_ms":1.2,"hits":[…],…}
///
/// Takes    the id that a batch gave the question, written as it is; `elapsed_ms`, which is asked last of all, so that
/// its figure
///          holds the formatting too.
/// Returns  `explain` and each hit's `explain` only where the request asks for them.
std::string answer_as_json(const JsonToken& id, const SearchRequest& request, const Answer& answer,
                           const std::function<double()>& elapsed_ms);

}  // namespace timbao
