// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "query/language/tree.h"

namespace timbao {

/// The terms one of which an article must have to pass a filter node: source:"báo tỉnh" -> {"XSbao tinh"}.
///
/// Takes    a filter on any field but the date, which is compared itself (days.h).
/// Returns  for `url:` the address and, where the value has no path, the host; for `so:` a document's number, or a
///          type and number ("Chỉ thị 5").
std::vector<std::string> filter_terms(const Node& filter);

}  // namespace timbao
