// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/in_place_sink.h"

#include <xapian.h>

#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/index/document_terms.h"
#include "common/index/pair_signature.h"
#include "common/index/stored.h"
#include "common/store/index_folder.h"
#include "common/store/kept_access.h"
#include "common/store/open_index.h"
#include "common/store/publish.h"
#include "common/store/written_versions.h"
#include "common/store/xapian_errors.h"
#include "indexer/write/article_signer.h"
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

/// One transaction: articles, deletions, ledger. What is not committed when this ends is not in the index.
class Transaction {
 public:
  explicit Transaction(const std::string& generation)
      : database_(open_writable(generation, Sync::at_commit)), articles_(database_) {
    database_.begin_transaction();
  }

  /// Puts articles in, of each id the last.
  void put(const std::vector<IncomingArticle>& articles) {
    std::unordered_map<std::string_view, const IncomingArticle*> last;
    for (const IncomingArticle& incoming : articles) {
      const IncomingArticle*& before = last[incoming.key.id_term];
      // The first article of this id was unchanged, so it is not held.
      if (before == nullptr && incoming.occurrence == Occurrence::repeated) ++superseded_;
      if (before != nullptr) contest(before->known->path_term, incoming.known->path_term);
      before = &incoming;
    }
    for (std::size_t place = 0; place < articles.size(); ++place)
      if (const IncomingArticle& incoming = articles[place]; last.at(incoming.key.id_term) == &incoming)
        put_one(incoming, place);
  }

  /// How many articles were unchanged until another one of their id came.
  [[nodiscard]] std::uint64_t superseded() const { return superseded_; }

  void remove(const std::vector<std::string>& id_terms) {
    for (const std::string& term : id_terms) {
      if (!database_.term_exists(term)) continue;
      database_.delete_document(term);
      ++counts_.removed;
    }
  }

  /// Returns what became of the articles; without a change nothing is committed.
  ArticleCounts commit(const LedgerChanges& changes) {
    LedgerChanges contested;
    contested.doubted.assign(contested_.begin(), contested_.end());
    if (changes.is_empty() && contested.is_empty() && counts_.added + counts_.updated + counts_.removed == 0)
      return counts_;
    articles_.sign(std::move(signed_));
    write_ledger(changes, database_);
    write_ledger(contested, database_);
    database_.commit_transaction();
    return counts_;
  }

 private:
  /// Notes two path terms of one id. Where they differ, both files are read again: each says that it has the article.
  void contest(const std::string& one, const std::string& other) {
    if (one == other) return;
    for (const std::string& path : {one, other})
      if (!path.empty()) contested_.insert(path);
  }

  void put_one(const IncomingArticle& incoming, std::size_t place) {
    const KnownArticle& known = *incoming.known;
    if (known.standing == Standing::unchanged) {
      ++counts_.unchanged;
      return;
    }
    const Xapian::Document document = writer_.write(incoming.read.article, identity_of(incoming, place));
    const PairSignature signature = signer_.signature_of(stored_tokens(document));
    if (known.standing == Standing::absent) {
      signed_.emplace_back(database_.add_document(document), signature);
      ++counts_.added;
      return;
    }
    contest(path_term_of(database_.get_document(known.document)), known.path_term);
    database_.replace_document(known.document, document);
    signed_.emplace_back(known.document, signature);
    ++counts_.updated;
  }

  Xapian::WritableDatabase database_;
  ArticleWriter writer_;
  PairSigner signer_;
  ArticleSigner articles_;
  std::vector<SignedDocument> signed_;
  std::set<std::string> contested_;  // path terms of files of which more than one gave the same id
  ArticleCounts counts_;
  std::uint64_t superseded_ = 0;
};

}  // namespace

InPlaceSink::InPlaceSink(const SinkOptions& options)
    : directory_(options.directory), generation_(open_current(directory_)), known_(with_index_errors(directory_, [&] {
        return KnownArticles({{generation_}, {}, options.moment});
      })) {}

void InPlaceSink::add(IncomingArticle incoming) {
  with_index_errors(directory_, [&] { known_.look_up(incoming); });
  // A repeated id is always held: an article of that id before it in this run may change what the index has.
  if (incoming.occurrence == Occurrence::first && incoming.known->standing == Standing::unchanged) {
    ++unchanged_;
    return;
  }
  held_bytes_ += incoming.read.held_bytes;
  held_.push_back(std::move(incoming));
}

std::vector<IncomingArticle> InPlaceSink::take_held() {
  held_bytes_ = 0;
  return std::exchange(held_, {});
}

ArticleCounts InPlaceSink::publish_all(const IndexChanges& changes) {
  ArticleCounts counts;
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
