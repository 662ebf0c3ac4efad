// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/base/json.h"
#include "query/request/answer.h"
#include "query/request/request.h"

namespace timbao {

/// Adds what an answer says about all counted articles to the members of its object: `facets` always, `timeline` and
/// `readings` where the request asks for them.
///
///   "facets":{"source":{"exact":true,"values":[{"value":"Báo Tỉnh","count":12}],"others":3,"without":1}},
///   "timeline":{"unit":"month","buckets":[{"date":"2018-01","hits":3,"held":120,"per_1000":25.0}],"undated":{…}},
///   "readings":[{"word":"dang","field":null,"readings":[{"reading":"đảng","hits":12,"articles":340}]}]
///
/// Takes    the request, its answer, and the object to which the members are added.
/// Errors   none.
/// Source   docs/query-language.md, "Keys". Covered by overview_output_test.
void add_overview_json(const SearchRequest& request, const Answer& answer, Json& object);

}  // namespace timbao
