// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/remove_command.h"

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>
#include <utility>

#include "common/base/error.h"
#include "common/base/id_line.h"
#include "common/base/line_source.h"
#include "common/index/document_terms.h"
#include "common/index/terms.h"
#include "common/store/index_folder.h"
#include "common/store/publish.h"
#include "common/store/writer_lock.h"
#include "common/store/xapian_errors.h"
#include "common/text/shown_id.h"
#include "indexer/add/progress.h"
#include "indexer/write/adaptive_sink.h"

namespace timbao {
namespace {

/// What removing ids changes, and which of them the index does not have.
struct Removal {
  IndexChanges changes;
  std::vector<std::string> unknown;
};

constexpr std::size_t kBytesBesideAnId = 64;

/// The ids of standard input, one a line as the formats ids and tsv of timbao-query write them.
void append_ids_of(std::istream& in, std::size_t limit_bytes, std::vector<std::string>& ids) {
  std::size_t bytes = 0;
  LineSource lines(in, kIdLineLimitBytes, [] {});
  while (const std::optional<InputLine> line = lines.next()) {
    if (line->text.empty()) continue;
    bytes += line->text.size() + kBytesBesideAnId;
    if (line->is_too_long || bytes > limit_bytes)
      throw Error(ExitCode::usage, "standard input holds too many ids for one run, or one that is too long",
                  "remove them in parts");
    ids.push_back(id_on_line(line->text));
  }
}

std::vector<std::string> ids_to_remove(const RemoveOptions& options, std::istream& in) {
  std::vector<std::string> ids;
  for (const std::string& word : options.ids) {
    if (word == "-")
      append_ids_of(in, share_of_removed_ids(kUsualMemory), ids);
    else
      ids.push_back(word);
  }
  return ids;
}

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
    // Its file must be read again by the next `add`, so that the file's record counts the article as kept out.
    std::string path = path_term_of(database.get_document(*document));
    if (!path.empty()) removal.changes.ledger.doubted.push_back(std::move(path));
    removal.changes.gone.push_back(std::move(term));
  }
  removal.changes.ledger.takedowns = std::move(ids);
  return removal;
}

std::vector<Option<RemoveOptions>> remove_options() { return {wait_option<RemoveOptions>()}; }

}  // namespace

Command remove_command() {
  return {"remove", "ID...",
          "removes articles, and keeps them out when they are added again; - reads ids from standard input",
          option_rows_of(remove_options()), prepare<parse_remove, run_remove>};
}

RemoveOptions parse_remove(const CommandLine& line, const CommonOptions& common) {
  RemoveOptions options{common.index, common.verbosity, line.words(), {}};
  if (options.ids.empty()) throw Error(ExitCode::usage, "remove needs an ID", "see --help");
  set_options(remove_options(), line, options);
  return options;
}

ExitCode run_remove(const RemoveOptions& options, const IndexStreams& streams) {
  static_cast<void>(existing_generations(options.index));  // throws where there is none: else the lock makes the folder
  std::vector<std::string> ids =
      each_once(ids_to_remove(options, streams.in));  // before the lock: reading may take long
  const WriterLock lock(options.index, {options.wait, {}});
  remove_old_generations(options.index);
  SinkOptions sink_options;
  sink_options.directory = options.index;
  sink_options.share = share_of_writing(kUsualMemory, 0, 1);
  const auto sink = adaptive_sink(sink_options);
  const Ledger ledger = open_ledger(options.index);
  const Removal removal =
      with_index_errors(options.index, [&] { return plan_removal(ledger.database(), std::move(ids)); });
  const ArticleCounts counts = sink->publish(removal.changes);
  for (const std::string& id : removal.unknown)
    streams.err << "timbao-index: " << shown_id(id) << ": no article has this id; it is kept out from now on\n";
  if (options.verbosity != Verbosity::quiet) streams.err << "removed " << with_thousands(counts.removed) << '\n';
  return removal.unknown.empty() ? ExitCode::done : ExitCode::incomplete;
}

}  // namespace timbao
