// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/refresh.h"

#include <xapian.h>

#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/index/document_terms.h"
#include "common/index/terms.h"
#include "common/store/index_folder.h"
#include "common/store/kept_access.h"
#include "common/store/open_index.h"
#include "common/store/publish.h"
#include "common/store/written_versions.h"
#include "common/store/xapian_errors.h"
#include "indexer/write/article_writer.h"
#include "indexer/write/terminate_guard.h"

namespace timbao {
namespace {

/// The path of the current generation, which this program can write.
std::string open_current(const std::string& directory) {
  std::string path = existing_generation_path(directory);
  with_index_errors(directory, [&] { check_versions(directory, open_database(path)); });
  return path;
}

/// One transaction: articles, deletions, ledger. What is not committed when this ends never was.
class Transaction {
 public:
  explicit Transaction(const std::string& generation) : database_(open_writable(generation, Sync::at_commit)) {
    database_.begin_transaction();
  }

  /// Puts articles in, of each id the last.
  void put(const std::vector<ReadArticle>& articles) {
    std::unordered_map<std::string_view, const Article*> last;
    for (const ReadArticle& read : articles) {
      const Article*& article = last[read.article.id];
      // The first article of this id was unchanged, so it is not held.
      if (article == nullptr && read.occurrence == Occurrence::repeated) ++superseded_;
      if (article != nullptr) contest(path_term_or_none(*article), path_term_or_none(read.article));
      article = &read.article;
    }
    for (std::size_t place = 0; place < articles.size(); ++place)
      if (const Article& article = articles[place].article; last.at(article.id) == &article) put_one(article, place);
  }

  /// Articles that were unchanged until another one of their id came.
  [[nodiscard]] std::uint64_t superseded() const { return superseded_; }

  void remove(const std::vector<std::string>& id_terms) {
    for (const std::string& term : id_terms) {
      if (!database_.term_exists(term)) continue;
      database_.delete_document(term);
      ++counts_.removed;
    }
  }

  /// Returns what became of the articles; without a change nothing is committed.
  BuildCounts commit(const LedgerChanges& changes) {
    LedgerChanges contested;
    contested.doubted.assign(contested_.begin(), contested_.end());
    if (changes.is_empty() && contested.is_empty() && counts_.added + counts_.updated + counts_.removed == 0)
      return counts_;
    write_ledger(changes, database_);
    write_ledger(contested, database_);
    database_.commit_transaction();
    return counts_;
  }

 private:
  static std::string path_term_or_none(const Article& article) {
    return article.path.empty() ? std::string() : path_term(article.path);
  }

  void contest(const std::string& one, const std::string& other) {
    if (one == other) return;
    for (const std::string& path : {one, other})
      if (!path.empty()) contested_.insert(path);
  }

  void put_one(const Article& article, std::size_t place) {
    const std::string id = id_term(article.id);
    const Known known = find_known(database_, article);
    if (known == Known::unchanged) {
      ++counts_.unchanged;
      return;
    }
    if (known == Known::changed)
      contest(path_term_of(database_.get_document(*database_.postlist_begin(id))), path_term_or_none(article));
    database_.replace_document(id, writer_.write(article, place));
    ++(known == Known::no ? counts_.added : counts_.updated);
  }

  Xapian::WritableDatabase database_;
  ArticleWriter writer_;
  std::set<std::string> contested_;  // path terms of files between which an id went
  BuildCounts counts_;
  std::uint64_t superseded_ = 0;
};

}  // namespace

RefreshSink::RefreshSink(const std::string& directory)
    : directory_(directory),
      generation_(open_current(directory)),
      known_(with_index_errors(directory, [&] { return KnownArticles(generation_); })) {}

void RefreshSink::add(ReadArticle read) {
  const bool is_repeated = read.occurrence == Occurrence::repeated;
  // A repeated id is always held: one before it in this run may change what the index has.
  const auto is_unchanged = [&] { return known_.find(read.article) == Known::unchanged; };
  if (!is_repeated && with_index_errors(directory_, is_unchanged)) {
    ++unchanged_;
    return;
  }
  held_bytes_ += read.held_bytes;
  held_.push_back(std::move(read));
}

std::vector<ReadArticle> RefreshSink::take_held() {
  held_bytes_ = 0;
  return std::exchange(held_, {});
}

BuildCounts RefreshSink::publish_all(const IndexChanges& changes) {
  BuildCounts counts;
  if (!held_.empty() || !changes.is_empty()) {
    const TerminateGuard guard({directory_, {}});
    counts = with_index_errors(directory_, [&] {
      const KeptMode of_the_tables(generation_);
      Transaction transaction(generation_);
      transaction.put(held_);
      unchanged_ -= transaction.superseded();
      transaction.remove(changes.gone);
      return transaction.commit(changes.ledger);
    });
    keep_access_in_place(generation_);
    sync_directory(generation_);  // Xapian renames a file there last
  }
  counts.unchanged += unchanged_;
  return counts;
}

}  // namespace timbao
