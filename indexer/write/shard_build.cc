// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/shard_build.h"

#include <xapian.h>

#include <utility>

#include "common/store/copy_generation.h"
#include "common/store/open_index.h"
#include "common/store/pair_rows.h"
#include "indexer/write/article_signer.h"
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

/// Whether so much was deleted that a second merge pays.
bool has_slack(const BuiltShard& built, const Xapian::Database& database) {
  return built.duplicates.removed + built.removed > database.get_doccount() / kSlackShare;
}

/// Writes a grown database anew, without the room of what was deleted. The documents may get other numbers.
std::string tightened(const std::string& grown, const std::string& path) {
  merge_databases({grown}, path);
  sign_merged(path);
  return path;
}

}  // namespace

BuiltShard build_shard(const ShardChange& change, const RepeatCounts& repeats, const std::string& path_begin) {
  BuiltShard built;
  built.database = path_begin + "-grown";
  Xapian::WritableDatabase database = grown(change, built.database);
  ArticleSigner signer(database);
  const Xapian::docid last = last_old(database, change.indexed);
  if (change.replaces_some) built.duplicates = remove_duplicates(database, {last, repeats});
  built.removed = delete_articles(database, change.gone);
  const bool is_slack = has_slack(built, database);
  if (is_slack)
    remove_pair_rows(database);
  else
    signer.sign_from(last + 1);
  database.commit();  // a destructor would swallow what goes wrong
  database.close();
  if (is_slack) built.database = tightened(built.database, path_begin + "-tight");
  return built;
}

}  // namespace timbao
