// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

namespace timbao {

/// A query for what one query finds, to whose weight another one adds where it finds the article too. That is what
/// OP_AND_MAYBE says; but Xapian 1.4.22 may pass over an article when it turns an AND MAYBE into an AND, and it turns an OR
/// that weighs into either. It does not where it asks a query about an article that another one has found, and so it does
/// with `weighing` here.
///
///   weighed_by(Query(Query::OP_SCALE_WEIGHT, hits, 0), words)   // all hits, by the weight of the words that they have
///
/// Takes    the query that finds articles. It loses none of them if it does not weigh, or is one posting list. And the
///          query that weighs them.
/// Errors   none.
/// Source   docs/experiments.md, "An article that Xapian passes over". Covered by weighed_by_test.
Xapian::Query weighed_by(const Xapian::Query& finding, const Xapian::Query& weighing);

}  // namespace timbao
