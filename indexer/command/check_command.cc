// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/check_command.h"

#include <ostream>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/store/index_errors.h"
#include "common/store/index_folder.h"
#include "common/store/index_stamp.h"
#include "common/store/open_shards.h"
#include "common/store/retries.h"
#include "common/store/writer_lock.h"
#include "common/store/written_versions.h"
#include "common/store/xapian_errors.h"
#include "indexer/add/progress.h"
#include "indexer/ledger/ledger.h"
#include "indexer/maintain/check_articles.h"
#include "indexer/maintain/check_signatures.h"
#include "indexer/maintain/check_tables.h"

namespace timbao {
namespace {

constexpr std::uint64_t kLeastCompared = 1000;  // comparing costs as much as indexing: about a second
constexpr std::string_view kRemedy =
    "save what can be read with: timbao-index dump; make it anew of its sources with: timbao-index add --rebuild "
    "PATH...";

/// Compares the ledger with the index. A later `add` does not read a file again while its stamp is the recorded one, so
/// the articles that its record counts must all be in the index.
void check_ledger(const Xapian::Database& database, Faults& faults) {
  const Ledger ledger(database);
  ledger.for_each_file("", [&](const FileRecord& record) {
    const std::uint64_t held = ledger.count_articles(record.name);
    if (record.is_trusted() && held != record.articles)
      faults.add("the file " + record.name + " gave " + std::to_string(record.articles) +
                 " articles, and the index holds " + std::to_string(held) + " of it");
  });
}

/// Checks the tables of each shard; the faults of several name theirs.
void check_all_tables(const std::string& directory, Faults& faults) {
  const Generations generations = existing_generations(directory);
  for (const std::string& generation : generations) {
    Faults found;
    check_tables(generation_path(directory, generation), found);
    for (const std::string& line : found.lines())
      faults.add(generations.size() == 1 ? line : "in " + generation + " " + line);
  }
}

CheckedArticles check_generations(const std::string& directory, Faults& faults) {
  check_all_tables(directory, faults);
  if (faults.count() > 0) return {};  // a damaged table would only cause false reports about articles
  const std::vector<Xapian::Database> shards = open_each_shard(directory, check_versions);
  const Xapian::Database database = joined(shards);
  check_ledger(database, faults);
  for (const Xapian::Database& shard : shards) check_signatures(shard, kLeastCompared / shards.size(), faults);
  return check_articles(database, kLeastCompared, faults);
}

void tell(const std::string& directory, const Faults& faults, std::ostream& err) {
  for (const std::string& line : faults.lines())
    err << "timbao-index: " << on_one_line(directory + ": " + line) << "; " << kRemedy << '\n';
  const std::uint64_t untold = faults.count() - faults.lines().size();
  if (untold > 0) err << "timbao-index: " << on_one_line(directory) << ": " << untold << " more faults\n";
}

struct CheckResult {
  CheckedArticles checked;
  Faults faults;
};

/// Checks until one whole check ran without a writer publishing meanwhile. One check is enough where this process holds
/// the writer's lock, or where the index lies on a read-only medium.
CheckResult check_while_it_stays(const std::string& directory) {
  for (Retries retries;;) {
    const IndexStamp before = index_stamp_of(directory);
    try {
      CheckResult result;
      result.checked = with_index_errors(directory, [&] { return check_generations(directory, result.faults); });
      if (result.faults.count() == 0 || is_still(before, directory)) return result;
    } catch (const Error& error) {
      if (error.code() != ExitCode::index_failed || is_still(before, directory)) throw;
    }
    if (!retries.pause()) throw_written_too_fast(directory);
  }
}

std::vector<Option<CheckOptions>> check_options() { return {wait_option<CheckOptions>()}; }

}  // namespace

Command check_command() {
  return {"check", "", "verifies the index, and says what is wrong with it", option_rows_of(check_options()),
          prepare<parse_check, run_check>};
}

CheckOptions parse_check(const CommandLine& line, const CommonOptions& common) {
  CheckOptions options{common.index, common.verbosity, {}};
  set_options(check_options(), line, options);
  return options;
}

ExitCode run_check(const CheckOptions& options, const IndexStreams& streams) {
  // Throws where there is no index: else the lock would leave a file in a folder that is not ours.
  static_cast<void>(existing_generations(options.index));
  const auto lock = lock_if_writable(options.index, {options.wait, {}});
  const auto [checked, faults] = check_while_it_stays(options.index);
  tell(options.index, faults, streams.err);
  if (faults.count() > 0) return ExitCode::index_failed;
  if (options.verbosity != Verbosity::quiet)
    streams.err << "checked " << with_thousands(checked.articles) << " articles, compared the terms of "
                << with_thousands(checked.compared) << ": no faults\n";
  return ExitCode::done;
}

}  // namespace timbao
