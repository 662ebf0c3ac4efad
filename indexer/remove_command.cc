// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/remove_command.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include "common/index/index_db.h"
#include "common/index/terms.h"
#include "indexer/build/adaptive_sink.h"
#include "indexer/build/known_articles.h"
#include "indexer/build/progress.h"

namespace timbao {
namespace {

/// What removing ids changes, and which of them the index does not have.
struct Removal {
  IndexChanges changes;
  std::vector<std::string> unknown;
};

std::vector<std::string> each_once(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

Removal plan_removal(const Xapian::Database& database, std::vector<std::string> ids) {
  Removal removal;
  for (const std::string& id : ids) {
    std::string term = id_term(id);
    const auto document = database.postlist_begin(term);
    if (document == database.postlist_end(term)) {
      removal.unknown.push_back(id);
      continue;
    }
    // Its file is read again, so that its record says what is kept out of it.
    std::string path = path_term_of(database.get_document(*document));
    if (!path.empty()) removal.changes.ledger.doubted.push_back(std::move(path));
    removal.changes.gone.push_back(std::move(term));
  }
  removal.changes.ledger.marked = std::move(ids);
  return removal;
}

}  // namespace

ExitCode run_remove(const IndexOptions& options, const IndexStreams& streams) {
  static_cast<void>(existing_generation(options.index));  // else the lock would make the folder
  const WriterLock lock(options.index, {options.wait, {}});
  remove_old_generations(options.index);
  BuildOptions build;
  build.directory = options.index;
  const auto sink = adaptive_sink(build);
  const Ledger ledger = open_ledger(options.index);
  const Removal removal =
      with_index_errors(options.index, [&] { return plan_removal(ledger.database(), each_once(options.words)); });
  const BuildCounts counts = sink->publish(removal.changes);
  for (const std::string& id : removal.unknown)
    streams.err << "timbao-index: " << on_one_line(id) << ": no article has this id; it is kept out from now on\n";
  if (options.verbosity != Verbosity::quiet) streams.err << "removed " << with_thousands(counts.removed) << '\n';
  return removal.unknown.empty() ? ExitCode::done : ExitCode::incomplete;
}

}  // namespace timbao
