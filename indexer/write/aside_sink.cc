// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/aside_sink.h"

#include <algorithm>
#include <deque>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/open_shards.h"
#include "common/store/open_stored_articles.h"
#include "common/store/publish.h"
#include "common/store/shards.h"
#include "common/store/written_versions.h"
#include "common/store/xapian_errors.h"
#include "indexer/write/shard_build.h"
#include "indexer/write/small_change.h"
#include "indexer/write/terminate_guard.h"
#include "indexer/write/work_folder.h"
#include "indexer/write/workers.h"

namespace timbao {
namespace {

/// The current generations, by their paths in the order of the shards.
struct Current {
  std::vector<std::string> built_upon;  ///< none where the new ones hold only what is added
  std::vector<std::string> replaced;    ///< those of which only the ledger is taken
};

Current open_current(const std::string& directory, BuildBase base) {
  Current current;
  std::vector<std::string> paths = generation_paths(directory, current_generations(directory));
  if (paths.empty() || base == BuildBase::nothing) return current;
  if (base != BuildBase::current) {
    static_cast<void>(open_for_stored_articles(directory));  // refuses what is no index, or a newer one
    current.replaced = std::move(paths);
    return current;
  }
  static_cast<void>(open_shards(directory, check_versions));
  current.built_upon = std::move(paths);
  return current;
}

/// Terms of ids, those of each shard apart.
std::vector<std::vector<std::string>> by_shard(const std::vector<std::string>& id_terms, std::size_t shards) {
  std::vector<std::vector<std::string>> sorted(shards);
  for (const std::string& term : id_terms) sorted[shard_of_id(term, shards)].push_back(term);
  return sorted;
}

class AsideSink : public ArticleSink {
 public:
  explicit AsideSink(const SinkOptions& options)
      : shards_(number_of_shards(options)),
        options_(options),
        current_(with_index_errors(options.directory, [&] { return open_current(options.directory, options.base); })),
        folder_(building_path(options.directory)),
        guard_({options.directory, folder_.path()}),
        parts_(part_trees(folder_.path(), shards_)),
        workers_({options.directory,
                  {current_.built_upon, current_.replaced, options.moment},
                  with_shards(options.share, shards_)},
                 parts_) {}

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
  static std::deque<PartTree> part_trees(const std::string& folder, std::size_t shards) {
    if (shards > 1) allow_many_files();
    std::deque<PartTree> trees;
    for (std::size_t shard = 0; shard < shards; ++shard) trees.emplace_back(folder, shard);
    return trees;
  }

  ArticleCounts publish_all(const IndexChanges& changes) override {
    give_batch();
    workers_.finish();
    return with_index_errors(options_.directory, [&] { return build_and_publish(changes); });
  }

  void give_batch() {
    if (!batch_.articles.empty()) workers_.give(std::exchange(batch_, {}));
  }

  [[nodiscard]] bool is_first() const { return current_.built_upon.empty(); }

  ArticleCounts build_and_publish(const IndexChanges& changes) {
    const WorkerCounts& made = workers_.counts();
    ArticleCounts counts;
    counts.unchanged = made.unchanged;
    if (made.indexed() == 0 && (changes.is_empty() || is_first())) return counts;
    std::vector<std::string> databases(shards_);
    std::set<std::string> contested;
    std::vector<std::vector<std::string>> gone = by_shard(changes.gone, shards_);
    for (std::size_t shard = 0; shard < shards_; ++shard) {
      if (!is_first() && made.shards[shard].indexed == 0 && gone[shard].empty()) continue;
      BuiltShard built = build_shard(change_of(shard, std::move(gone[shard])), repeats_, path_begin(shard));
      databases[shard] = std::move(built.database);
      contested.merge(built.duplicates.contested);
      count(built, made.shards[shard].indexed, counts);
    }
    LedgerChanges contested_files;
    contested_files.doubted.assign(contested.begin(), contested.end());
    write_metadata(databases, {&changes.ledger, &contested_files});
    publish_databases(options_.directory, databases);
    return counts;
  }

  static void count(const BuiltShard& built, std::uint64_t indexed, ArticleCounts& counts) {
    counts.added += indexed - built.duplicates.removed;
    counts.updated += built.duplicates.updated;
    counts.unchanged += built.duplicates.unchanged;
    counts.unchanged -= built.duplicates.superseded;
    counts.removed += built.removed;
  }

  [[nodiscard]] std::string path_begin(std::size_t shard) const {
    return folder_.path() + "/shard" + std::to_string(shard);
  }

  [[nodiscard]] std::string before(std::size_t shard) const {
    return is_first() ? std::string() : current_.built_upon[shard];
  }

  ShardChange change_of(std::size_t shard, std::vector<std::string> gone) {
    const ShardCounts& made = workers_.counts().shards[shard];
    ShardChange change;
    change.before = before(shard);
    change.parts = parts_[shard].finish(kPartsAMerge - 1);
    change.indexed = made.indexed;
    change.replaces_some = made.changed > 0 || !repeats_.empty();
    change.gone = std::move(gone);
    if (is_small(change, made.text_bytes)) change.growth = Growth::in_a_copy;
    return change;
  }

  /// Whether writing into a copy of a shard costs less than merging. An index that is not divided is written in place
  /// where that holds.
  [[nodiscard]] bool is_small(const ShardChange& change, std::uint64_t text_bytes) const {
    if (change.before.empty() || shards_ == 1 || text_bytes > options_.share.held_text) return false;
    const std::size_t most = most_small_changes(open_database(change.before).get_doccount());
    return change.indexed <= most && change.gone.size() <= most;
  }

  /// Writes into the new databases what they are, and into the first the ledger, for which it is copied if nothing else
  /// has changed in it.
  void write_metadata(std::vector<std::string>& databases, const std::vector<const LedgerChanges*>& changes) const {
    const bool changes_ledger =
        std::any_of(changes.begin(), changes.end(), [](const LedgerChanges* one) { return !one->is_empty(); });
    if (databases[0].empty() && changes_ledger)
      databases[0] = build_shard({before(0), {}, 0, false, {}, Growth::in_a_copy}, {}, path_begin(0)).database;
    for (std::size_t shard = 0; shard < shards_; ++shard) {
      if (databases[shard].empty()) continue;
      Xapian::WritableDatabase database = open_writable(databases[shard], Sync::when_published);
      write_versions(database);
      if (shards_ > 1) write_shard({shard, shards_}, database);
      if (shard == 0) write_all_of_ledger(changes, database);
      database.commit();
    }
  }

  void write_all_of_ledger(const std::vector<const LedgerChanges*>& changes, Xapian::WritableDatabase& database) const {
    if (!current_.replaced.empty())
      copy_ledger(open_database(current_.replaced.front()),
                  options_.base == BuildBase::ledger ? KeptLedger::all : KeptLedger::takedowns, database);
    for (const LedgerChanges* const one : changes) write_ledger(*one, database);
  }

  std::size_t shards_;
  SinkOptions options_;
  Current current_;
  WorkFolder folder_;
  TerminateGuard guard_;
  std::deque<PartTree> parts_;
  Workers workers_;
  Batch batch_;
  std::uint64_t places_ = 0;
  RepeatCounts repeats_;
};

}  // namespace

std::size_t number_of_shards(const SinkOptions& options) {
  const std::size_t now = current_generations(options.directory).size();
  const bool is_kept = now > 0 && (!options.shards || options.base == BuildBase::current);
  return is_kept ? now : options.shards.value_or(1);
}

std::unique_ptr<ArticleSink> aside_sink(const SinkOptions& options) { return std::make_unique<AsideSink>(options); }

}  // namespace timbao
