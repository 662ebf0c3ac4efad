// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/weighed_by.h"

namespace timbao {

using Xapian::Query;

Query weighed_by(const Query& finding, const Query& weighing) {
  // Says yes to every article that it is asked about, and adds nothing. Unlike MatchAll, it then reads no list of documents.
  const Query each((new Xapian::FixedWeightPostingSource(0))->release());
  return {Query::OP_AND, finding, Query(Query::OP_OR, weighing, each)};
}

}  // namespace timbao
