// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/maintain/faults.h"

namespace timbao {

/// Xapian's own check of a generation: whether its files are sound trees that fit together. Says for each table
/// ("postlist") whether it is damaged.
///
/// Takes    a generation's folder, which nobody writes meanwhile.
/// Errors   Error(io_failed) where no process can be started; what Xapian throws is a fault.
void check_tables(const std::string& generation, Faults& faults);

}  // namespace timbao
