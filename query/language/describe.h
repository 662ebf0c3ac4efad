// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/language/tree.h"

namespace timbao {

/// A tree as the text of a query, for `parsed` in JSON and for --explain: trees that mean the same have the same text.
///
///   describe(parse_query("+đảng   \"tự chuyển hóa\" date:2018", …).root)
///       == "+đảng \"tự chuyển hóa\" date:2018-01-01..2018-12-31"
///
/// Takes    a tree as parse_query() returns it.
/// Returns  a query that is read as the same tree: describe(parse(describe(tree))) == describe(tree).
/// Errors   none.
/// Source   docs/query-language.md, "Keys". Covered by parse_test and fuzz/parse_fuzz, which checks that the text is
///          stable.
std::string describe(const Node& node);

}  // namespace timbao
