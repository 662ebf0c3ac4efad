// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/add_plan.h"

#include <chrono>
#include <string>

#include "common/base/error.h"
#include "common/store/index_folder.h"

namespace timbao {
namespace {

bool has_sources(const SourceOptions& sources) { return !sources.paths.empty() || sources.files0_from; }

/// What of the current generation a run builds upon, and whose ledger it reads.
void plan_base(const AddOptions& options, AddPlan& plan) {
  if (options.dry_run) plan.prior_ledger = PriorLedger::none;
  if (!options.rebuild) return;
  if (plan.origin == ArticleOrigin::stored_articles) {
    plan.base = BuildBase::ledger;
    plan.prior_ledger = PriorLedger::none;
    return;
  }
  const bool is_readable = can_read_ledger(options.index);
  plan.base = is_readable ? BuildBase::takedowns : BuildBase::nothing;
  if (!is_readable) plan.prior_ledger = PriorLedger::none;
}

/// Into how many shards the run divides the index.
std::optional<std::size_t> plan_shards(const AddOptions& options) {
  if (!options.shards || options.rebuild) return options.shards;
  const std::size_t now = current_generations(options.index).size();
  if (now != 0 && now != *options.shards)
    throw Error(ExitCode::usage,
                options.index + ": the index has " + std::to_string(now) + (now == 1 ? " shard" : " shards") +
                    ", not " + std::to_string(*options.shards),
                "leave --shards out, or make the index anew with --rebuild");
  return options.shards;
}

OldRecords old_records_of(const AddOptions& options) {
  if (options.rebuild) return OldRecords::ignored;
  return options.prune ? OldRecords::used_if_complete : OldRecords::used;
}

LedgerRules plan_rules(const AddOptions& options, const StopAsked& stop_asked) {
  LedgerRules rules;
  rules.way = reading_way({options.format, options.source, options.sources.root, options.article_bytes, options.charset,
                           options.map.text() + options.table, options.sources.include, options.sources.exclude});
  rules.old_records = old_records_of(options);
  rules.takedowns = options.restore ? Takedowns::restore : Takedowns::keep_out;
  rules.listed_ns =
      std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  rules.stop_asked = stop_asked;
  return rules;
}

ReadOptions plan_reading(const AddOptions& options, const StopAsked& stop_asked) {
  ReadOptions reading;
  reading.format = options.format;
  reading.charset = options.charset;
  reading.map = options.map;
  reading.table = options.table;
  reading.share = share_of_reading(options.memory_bytes, options.article_bytes);
  reading.source = options.source;
  reading.filter = {options.sources.include, options.sources.exclude};
  reading.stop_asked = stop_asked;
  return reading;
}

}  // namespace

AddPlan plan_add(const AddOptions& options, const StopAsked& stop_asked) {
  AddPlan plan;
  plan.index = options.index;
  plan.origin = has_sources(options.sources) ? ArticleOrigin::sources : ArticleOrigin::stored_articles;
  plan.destination = options.dry_run ? Destination::listing : Destination::index;
  plan.shards = plan_shards(options);
  plan_base(options, plan);
  if (options.prune) plan.pruning = options.force ? Pruning::any_number : Pruning::at_most_a_tenth;
  plan.rules = plan_rules(options, stop_asked);
  plan.reading = plan_reading(options, stop_asked);
  plan.sources = options.sources;
  plan.memory_bytes = options.memory_bytes;
  plan.jobs = options.jobs;
  plan.verbosity = options.verbosity;
  plan.errors_file = options.errors_file;
  plan.stop_asked = stop_asked;
  return plan;
}

}  // namespace timbao
