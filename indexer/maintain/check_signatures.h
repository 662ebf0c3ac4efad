// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

#include "indexer/maintain/faults.h"

namespace timbao {

/// Checks that articles have the bits of all their pairs in the rows of signatures (pair_rows.h): where one were missing, a
/// phrase would not be found. Bits too many are no fault.
///
///   check_signatures(open_database(generation), 1000, faults);
///
/// Takes    one database; of how many articles it looks at least; where faults go.
/// Errors   Xapian::Error.
/// Source   docs/index-format.md, "Signatures". Covered by article_signer_test.
void check_signatures(const Xapian::Database& database, std::uint64_t least_compared, Faults& faults);

}  // namespace timbao
