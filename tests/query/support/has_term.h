// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace timbao::test {

/// Whether a term stands anywhere in a query.
///
///   has_term(queries.kept, "thue~61")
inline bool has_term(const Xapian::Query& query, const std::string& term) {
  for (auto at = query.get_unique_terms_begin(); at != query.get_terms_end(); ++at)
    if (*at == term) return true;
  return false;
}

}  // namespace timbao::test
