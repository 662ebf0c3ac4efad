// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/add/add_plan.h"
#include "indexer/add/file_addition.h"
#include "indexer/input/files/source.h"

namespace timbao {

/// What is to be remembered of the files of a run.
struct ReadFiles {
  LedgerChanges ledger;               ///< records, restored ids, doubted files
  std::vector<std::string> lost;      ///< id terms of articles that only another way of reading a file gave
  std::vector<std::size_t> complete;  ///< places in the list of files of which every id is known
  bool stream_is_complete = false;    ///< standard input was read, and every id of it is known
};

/// Reads the listed files one after another: passes over those that are unchanged or have another name, and adds the
/// articles of the others.
///
///   ReadFiles files = read_files(plan, run, list, {sink, log, counts, console});
///
/// Takes    the plan, the ledger as the run sees it, the list of files, and where articles, messages and counts go.
/// Returns  what is to be remembered. After Ctrl-C these are the files up to the one that was being read.
/// Errors   see FileAddition.
/// Threads  one; the sink has threads of its own.
/// Source   tests/cli/index_same_test.cc, index_refresh_test.cc, index_interrupt_test.cc.
ReadFiles read_files(const AddPlan& plan, RunLedger& run, const SourceList& list, const AdditionTarget& target);

}  // namespace timbao
