// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "indexer/add/add_plan.h"
#include "indexer/add/add_report.h"
#include "indexer/add/console.h"
#include "indexer/add/notice_log.h"
#include "indexer/input/files/source.h"

namespace timbao {

/// What listing the files of a run writes to.
struct ListingTarget {
  NoticeLog& log;
  ReadCounts& counts;
  Console& console;
};

/// Lists the files of a run, and tells what was passed over, what could not be listed, and which folders have nothing
/// to read. From here on the --errors file may be written: it is none of the files.
///
///   const SourceList list = list_files(plan, ledger, std::cin, {log, counts, console});
///
/// Takes    the plan; the ledger, which knows the articles that an earlier run read from what is passed over now; where
///          lists of paths are read.
/// Errors   Error(usage) where the --errors file is one of the files; see list_sources and NoticeLog.
/// Source   tests/cli/index_account_test.cc, index_add_test.cc.
SourceList list_files(const AddPlan& plan, const Ledger& ledger, std::istream& in, const ListingTarget& target);

/// About how many bytes a list of files takes, with what is remembered of each file that is read.
std::size_t memory_of(const SourceList& list);

}  // namespace timbao
