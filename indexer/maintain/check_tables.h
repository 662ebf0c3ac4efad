// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "indexer/maintain/faults.h"

namespace timbao {

/// Lets Xapian check a generation: whether its tables are sound trees that fit together. Names each table ("postlist")
/// that is damaged.
///
///   Faults faults;
///   check_tables("/var/lib/timbao/g7", faults);
///   // the table postlist is damaged (3 faults in its tree)
///
/// The check runs in a process of its own: Xapian 1.4.22 checks some damaged tables past the end of their blocks, which
/// would end this process by a signal.
///
/// Takes    a generation's folder, in which nobody writes meanwhile; where faults go.
/// Errors   Error(io_failed) where no process can be started. What Xapian throws is a fault.
/// Threads  the caller's process has one thread while this forks.
/// Source   tests/damage, tests/indexer/command/check_test.cc.
void check_tables(const std::string& generation, Faults& faults);

}  // namespace timbao
