// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/shard_build.h"

#include <xapian.h>

#include <utility>

#include "common/store/copy_generation.h"
#include "common/store/open_index.h"
#include "indexer/write/merge.h"

namespace timbao {
namespace {

constexpr std::uint64_t kSlackShare = 8;  // where more than an eighth of the documents was deleted, a second merge pays

/// The greatest docid that a document of the generation before has in a grown database. A merge leaves out docids
/// that are not used at either end of a database, so it need not be the greatest of that generation; but the new
/// documents come last, and their parts have no gaps.
Xapian::docid last_old(const Xapian::Database& database, std::uint64_t new_documents) {
  return database.get_lastdocid() - static_cast<Xapian::docid>(new_documents);
}

/// Adds the documents of parts, which are so few that they need not be committed before all else is.
void append_documents(const std::vector<std::string>& parts, Xapian::WritableDatabase& database) {
  for (const std::string& path : parts) {
    const Xapian::Database part = open_database(path);
    for (auto at = part.postlist_begin(""); at != part.postlist_end(""); ++at)
      database.add_document(part.get_document(*at));
  }
}

/// Makes a database of all that a shard was and that is new in it, the generation before first: so its documents keep
/// their numbers. What is written into a copy is not committed.
auto grown(const ShardChange& change, const std::string& path) -> Xapian::WritableDatabase {
  if (change.growth == Growth::in_a_copy) {
    copy_generation(change.before, path);
    Xapian::WritableDatabase database = open_writable(path, Sync::when_published);
    append_documents(change.parts, database);
    return database;
  }
  std::vector<std::string> sources = change.parts;
  if (!change.before.empty()) sources.insert(sources.begin(), change.before);
  if (sources.empty()) return create_database(path);
  merge_databases(sources, path);
  return open_writable(path, Sync::when_published);
}

}  // namespace

BuiltShard build_shard(const ShardChange& change, const RepeatCounts& repeats, const std::string& path_begin) {
  BuiltShard built;
  built.database = path_begin + "-grown";
  std::uint64_t documents = 0;
  {
    Xapian::WritableDatabase database = grown(change, built.database);
    if (change.replaces_some)
      built.duplicates = remove_duplicates(database, {last_old(database, change.indexed), repeats});
    built.removed = delete_articles(database, change.gone);
    database.commit();  // a destructor would swallow what goes wrong
    documents = database.get_doccount();
  }
  if (built.duplicates.removed + built.removed <= documents / kSlackShare) return built;
  std::string tight = path_begin + "-tight";
  merge_databases({built.database}, tight);
  built.database = std::move(tight);
  return built;
}

}  // namespace timbao
