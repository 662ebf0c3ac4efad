// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/source_listing.h"

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/add/errors_file.h"
#include "indexer/input/files/walk.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

/// Articles of the files that stand at a name or below it.
std::uint64_t articles_at(const Ledger& ledger, const std::string& name) {
  std::uint64_t articles = 0;
  if (const auto record = ledger.file(name)) articles += record->articles;
  ledger.for_each_file(name + '/', [&](const FileRecord& record) { articles += record.articles; });
  return articles;
}

std::string patterns_of(const SourceOptions& sources) {
  const std::vector<std::string>& patterns = sources.include.empty() ? usual_patterns() : sources.include;
  return join({patterns.begin(), patterns.end()}, " ");
}

/// Where an earlier run has read what is passed over now, its articles are still in the index. --prune and --rebuild
/// take them out, so there is nothing to be told.
void note_left_behind(const AddPlan& plan, const std::string& path, const Ledger& ledger, NoticeLog& log) {
  if (plan.rules.old_records != OldRecords::used) return;
  const std::uint64_t articles = articles_at(ledger, source_name(path, plan.sources.root));
  if (articles > 0)
    log.note({path, 0, {}, {NoticeKind::left_behind, articles, with_thousands(articles) + " articles"}});
}

void mention_empty_folders(const SourceList& list, const SourceOptions& sources, Console& console) {
  for (const EmptyFolder& folder : list.empty_folders)
    console.mention(folder.path + ": none of the " + with_thousands(folder.passed_over) +
                    " entries in this folder is taken, which takes " + patterns_of(sources) + "; see --include");
  if (list.empty_folder_count > list.empty_folders.size())
    console.mention("… and " + with_thousands(list.empty_folder_count - list.empty_folders.size()) +
                    " more such folders");
}

}  // namespace

SourceList list_files(const AddPlan& plan, const Ledger& ledger, std::istream& in, const ListingTarget& target) {
  SourceEvents events;
  events.reject = [&](const Rejected& rejected) {
    ++target.counts.files.rejected;
    target.log.reject(rejected);
  };
  events.pass_over = [&](NoticeKind kind, const std::string& path) {
    target.log.note({path, 0, {}, {kind, 1, {}}});
    note_left_behind(plan, path, ledger, target.log);
  };
  events.met = [&plan](const std::string& path) {
    if (plan.errors_file) refuse_errors_file_in(*plan.errors_file, path);
  };
  SourceList list = list_sources(plan.sources, in, events);
  target.log.open_errors_file();
  target.counts.has_empty_folder = list.empty_folder_count > 0;
  target.counts.progress.bytes_total = list.files.bytes();
  mention_empty_folders(list, plan.sources, target.console);
  return list;
}

std::size_t memory_of(const SourceList& list) {
  return list.files.memory_bytes() + list.given.memory_bytes() + list.files.size() * FileRecords::kUsualBytes;
}

}  // namespace timbao
