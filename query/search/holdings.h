// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "query/request/holdings.h"
#include "query/search/kept_count.h"

namespace timbao {

/// Counts what an archive holds by month and source.
///
///   holdings_of(archive).sources.front()     {"Báo Tỉnh", 12}
///
/// Takes    an open archive.
/// Returns  exact counts. Sources that a filter of the query language does not tell apart are one, printed as most of
///          their articles print it, as a facet does.
/// Errors   Xapian::Error where the index is damaged.
/// Source   the values of time and source of each article: docs/index-format.md. Covered by holdings_test.
Holdings holdings_of(const OpenArchive& archive);

/// The holdings of the archive that is open: it takes a look at every article.
using HoldingsCache = KeptCount<Holdings, holdings_of>;

}  // namespace timbao
