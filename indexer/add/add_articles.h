// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>

#include "indexer/add/add_plan.h"
#include "indexer/add/add_report.h"
#include "indexer/add/console.h"
#include "indexer/add/notice_log.h"

namespace timbao {

/// What a run reads from and writes to beside its files and its index.
struct AddTools {
  Console& console;
  NoticeLog& log;
  std::istream& in;
  std::ostream& out;
};

/// Does what a plan says: lists files, reads them, gives their articles to a sink, publishes, and reports.
///
///   const AddReport report = add_articles(plan_add(options, stop_asked), {console, log, std::cin, std::cout});
///
/// Takes    a plan; where it writes, the caller holds the index's WriterLock.
/// Returns  what came of it: everything that the run met is counted once, each article as added, updated, unchanged,
///          equal to another one by its id, kept out or rejected; each file as read, unchanged, read under another
///          name, passed over or rejected.
/// Errors   Error: see ArticleSink, NoticeLog, list_sources. The index is then as it was before.
/// Threads  one; the sink has threads of its own.
/// Source   tests/cli/index_account_test.cc, index_add_test.cc, index_prune_test.cc, index_rebuild_test.cc.
AddReport add_articles(const AddPlan& plan, const AddTools& tools);

}  // namespace timbao
