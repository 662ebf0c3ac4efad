// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/aside_sink.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/open_stored_articles.h"
#include "common/store/publish.h"
#include "common/store/written_versions.h"
#include "common/store/xapian_errors.h"
#include "indexer/write/duplicates.h"
#include "indexer/write/terminate_guard.h"
#include "indexer/write/work_folder.h"
#include "indexer/write/workers.h"

namespace timbao {
namespace {

constexpr std::uint64_t kSlackShare = 8;  // where more than an eighth of the documents was deleted, a second merge pays

std::string path_of(const std::string& directory, const std::string& generation) {
  return generation.empty() ? std::string() : generation_path(directory, generation);
}

/// The greatest docid that a document of the generation before has in a merged database. A merge leaves out docids
/// that are not used at either end of a database, so it need not be the greatest of that generation; but the new
/// documents come last, and their parts have no gaps.
Xapian::docid last_old(const std::string& merged, std::uint64_t new_documents) {
  return open_database(merged).get_lastdocid() - static_cast<Xapian::docid>(new_documents);
}

/// The current generation.
struct Current {
  std::string path;         ///< empty where there is none that is built upon
  std::string ledger_path;  ///< of a generation of which only the ledger is taken
};

Current open_current(const std::string& directory, BuildBase base) {
  Current current;
  std::string path = path_of(directory, current_generation(directory));
  if (path.empty() || base == BuildBase::nothing) return current;
  if (base != BuildBase::current) {
    static_cast<void>(open_for_stored_articles(directory));  // refuses what is no index, or a newer one
    current.ledger_path = std::move(path);
    return current;
  }
  current.path = std::move(path);
  check_versions(directory, open_database(current.path));
  return current;
}

class AsideSink : public ArticleSink {
 public:
  explicit AsideSink(const SinkOptions& options)
      : directory_(options.directory),
        base_(options.base),
        current_(with_index_errors(directory_, [&] { return open_current(directory_, base_); })),
        folder_(building_path(directory_)),
        guard_({directory_, folder_.path()}),
        parts_(folder_.path()),
        workers_({directory_, {current_.path, current_.ledger_path, options.moment}, options.share}, parts_) {}

  void add(IncomingArticle incoming) override {
    if (incoming.occurrence == Occurrence::repeated) ++repeats_[incoming.key.hash];
    const bool is_large = incoming.read.held_bytes >= kLargeArticleBytes;
    batch_.bytes += incoming.read.held_bytes;
    batch_.articles.push_back({std::move(incoming), places_++});
    if (batch_.bytes >= kBatchBytes) give_batch();
    // A large article takes many times its size, so nothing else is read or indexed meanwhile.
    if (is_large) workers_.wait_until_idle();
  }

 private:
  ArticleCounts publish_all(const IndexChanges& changes) override {
    give_batch();
    workers_.finish();
    return with_index_errors(directory_, [&] { return merge_and_publish(changes); });
  }

  void give_batch() {
    if (!batch_.articles.empty()) workers_.give(std::exchange(batch_, {}));
  }

  ArticleCounts merge_and_publish(const IndexChanges& changes) {
    const WorkerCounts& made = workers_.counts();
    ArticleCounts counts;
    counts.unchanged = made.unchanged;
    if (made.indexed == 0 && (changes.is_empty() || current_.path.empty())) return counts;
    const std::string merged = folder_.path() + "/merged";
    merge_databases(sources(), merged);
    DuplicateCounts duplicates;
    if (made.changed > 0 || !repeats_.empty())
      duplicates = remove_duplicates(merged, {last_old(merged, made.indexed), repeats_});
    counts.removed = delete_articles(merged, changes.gone);
    LedgerChanges contested;
    contested.doubted.assign(duplicates.contested.begin(), duplicates.contested.end());
    finish_generation(merged, duplicates.removed + counts.removed, {&changes.ledger, &contested});
    counts.updated = duplicates.updated;
    counts.unchanged += duplicates.unchanged;
    counts.unchanged -= duplicates.superseded;
    counts.added = made.indexed - duplicates.removed;
    return counts;
  }

  /// What the next generation is made of, the current one first: so its documents keep their numbers.
  std::vector<std::string> sources() {
    std::vector<std::string> sources;
    if (!current_.path.empty()) sources.push_back(current_.path);
    for (std::string& part : parts_.finish(kPartsAMerge - sources.size())) sources.push_back(std::move(part));
    return sources;
  }

  void finish_generation(std::string database, std::uint64_t deleted,
                         std::initializer_list<const LedgerChanges*> ledger) {
    if (deleted > open_database(database).get_doccount() / kSlackShare) {
      const std::string tight = folder_.path() + "/tight";
      merge_databases({database}, tight);
      database = tight;
    }
    {
      Xapian::WritableDatabase writable = open_writable(database, Sync::when_published);
      write_versions(writable);
      // Only now: a merge keeps the older of two values of one key.
      if (!current_.ledger_path.empty())
        copy_ledger(open_database(current_.ledger_path),
                    base_ == BuildBase::ledger ? KeptLedger::all : KeptLedger::takedowns, writable);
      for (const LedgerChanges* const changes : ledger) write_ledger(*changes, writable);
      writable.commit();
    }
    publish_database(directory_, database);
  }

  std::string directory_;
  BuildBase base_;
  Current current_;
  WorkFolder folder_;
  TerminateGuard guard_;
  PartTree parts_;
  Workers workers_;
  Batch batch_;
  std::uint64_t places_ = 0;
  RepeatCounts repeats_;
};

}  // namespace

std::unique_ptr<ArticleSink> aside_sink(const SinkOptions& options) { return std::make_unique<AsideSink>(options); }

}  // namespace timbao
