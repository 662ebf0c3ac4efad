// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/language/tree.h"

namespace timbao {

/// The index terms of which an article must have one to pass a filter.
///
///   source:"báo tỉnh"        {"XSbao tinh"}
///   so:"Chỉ thị 5"           the term of a document's type and number
///   url:https://a.vn/b.html  the term of the address
///   url:a.vn                 the terms of the address and of the host
///
/// Takes    a filter node of any field but the date: a date is compared by its days (days.h).
/// Returns  at least one term.
/// Errors   none.
/// Source   docs/query-language.md, "Fields"; the prefixes are in common/index/schema.h. Covered by filters_test.
std::vector<std::string> filter_terms(const Node& filter);

}  // namespace timbao
