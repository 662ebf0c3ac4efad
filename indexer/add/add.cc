// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/add.h"

#include <optional>
#include <string>

#include "common/store/publish.h"
#include "common/store/writer_lock.h"
#include "indexer/add/add_articles.h"
#include "indexer/add/errors_file.h"
#include "indexer/add/interrupt.h"

namespace timbao {
namespace {

ReportDetail detail_of(Verbosity verbosity) {
  if (verbosity == Verbosity::quiet) return ReportDetail::none;
  return verbosity == Verbosity::verbose ? ReportDetail::all : ReportDetail::first;
}

ExitCode tell(const AddReport& report, const AddPlan& plan, Console& console, NoticeLog& log) {
  console.progress().clear();
  if (plan.destination == Destination::index && report.outcome == Outcome::published)
    console.print(describe_counts(report, plan));
  log.finish();
  if (const std::string end = describe_end(report, plan); !end.empty()) console.say(end);
  return exit_status(report);
}

}  // namespace

ExitCode add(const AddOptions& options, const IndexStreams& streams) {
  refuse_errors_file_among_inputs(options);
  const Interrupt interrupt;
  const StopAsked stop_asked = [&interrupt] { return interrupt.is_asked(); };
  Console console(streams, options.verbosity);
  NoticeLog log(
      detail_of(options.verbosity), [&console](const std::string& line) { console.say(line); }, options.errors_file);
  std::optional<WriterLock> lock;
  if (!options.dry_run) {
    lock.emplace(options.index, LockWait{options.wait, stop_asked});
    remove_old_generations(options.index);
  }
  const AddPlan plan = plan_add(options, stop_asked);
  const AddReport report = add_articles(plan, {console, log, streams.in, streams.out});
  return tell(report, plan, console, log);
}

}  // namespace timbao
