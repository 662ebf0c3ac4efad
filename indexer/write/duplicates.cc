// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/duplicates.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "common/index/document_terms.h"
#include "common/index/schema.h"
#include "indexer/ledger/article_key.h"

namespace timbao {
namespace {

constexpr std::size_t kDeletesACommit = 400;  // Xapian holds uncommitted deletions in memory

/// The documents of one id; the one that stays comes first.
std::vector<Xapian::docid> by_precedence(const Xapian::Database& database, const std::string& id_term,
                                         Xapian::docid last_old) {
  struct Ranked {
    bool is_new;
    std::string place;
    Xapian::docid document;
  };
  std::vector<Ranked> ranked;
  for (auto at = database.postlist_begin(id_term); at != database.postlist_end(id_term); ++at)
    ranked.push_back({*at > last_old, database.get_document(*at).get_value(slot::kPlaceInRun), *at});
  std::sort(ranked.begin(), ranked.end(),
            [](const Ranked& a, const Ranked& b) { return std::tie(a.is_new, a.place) > std::tie(b.is_new, b.place); });
  std::vector<Xapian::docid> documents;
  documents.reserve(ranked.size());
  for (const Ranked& one : ranked) documents.push_back(one.document);
  return documents;
}

bool say_the_same(const Xapian::Database& database, Xapian::docid left, Xapian::docid right) {
  const Xapian::Document a = database.get_document(left), b = database.get_document(right);
  return a.get_value(slot::kContentHash) == b.get_value(slot::kContentHash) && path_term_of(a) == path_term_of(b);
}

/// Notes the path terms of the documents of one id, where these are not all the same.
void note_contested(const Xapian::Database& database, const std::vector<Xapian::docid>& documents,
                    std::set<std::string>& contested) {
  std::set<std::string> paths;
  for (const Xapian::docid document : documents) paths.insert(path_term_of(database.get_document(document)));
  if (paths.size() > 1) contested.merge(paths);
  contested.erase(std::string());
}

/// The documents that are to be deleted; counts what that means for the articles.
std::vector<Xapian::docid> surplus_documents(const Xapian::Database& database, const MergedDocuments& merged,
                                             DuplicateCounts& counts) {
  std::vector<Xapian::docid> surplus;
  const std::string ids(row_of(Field::id).prefix);
  for (auto term = database.allterms_begin(ids); term != database.allterms_end(ids); ++term) {
    if (term.get_termfreq() < 2) continue;
    const std::vector<Xapian::docid> documents = by_precedence(database, *term, merged.last_old);
    surplus.insert(surplus.end(), documents.begin() + 1, documents.end());
    note_contested(database, documents, counts.contested);
    if (documents.back() > merged.last_old) continue;  // all documents are of this run, so nothing was replaced
    // Where the first article of an id was unchanged, no document was made of it.
    const auto repeats = merged.repeats.find(hash_of_id_term(*term));
    if (repeats != merged.repeats.end() && documents.size() - 1 == repeats->second) ++counts.superseded;
    ++(say_the_same(database, documents.front(), documents.back()) ? counts.unchanged : counts.updated);
  }
  return surplus;
}

void delete_documents(Xapian::WritableDatabase& database, const std::vector<Xapian::docid>& documents) {
  std::size_t uncommitted = 0;
  for (const Xapian::docid document : documents) {
    database.delete_document(document);
    if (++uncommitted % kDeletesACommit == 0) database.commit();
  }
}

}  // namespace

DuplicateCounts remove_duplicates(Xapian::WritableDatabase& database, const MergedDocuments& documents) {
  DuplicateCounts counts;
  const std::vector<Xapian::docid> surplus = surplus_documents(database, documents, counts);
  delete_documents(database, surplus);
  counts.removed = surplus.size();
  return counts;
}

std::uint64_t delete_articles(Xapian::WritableDatabase& database, const std::vector<std::string>& id_terms) {
  std::vector<Xapian::docid> documents;
  for (const std::string& term : id_terms)
    documents.insert(documents.end(), database.postlist_begin(term), database.postlist_end(term));
  delete_documents(database, documents);
  return documents.size();
}

}  // namespace timbao
