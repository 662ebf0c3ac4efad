// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/article_data.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "query/search/remote_values.h"
#include "query/search/slot_walk.h"
#include "query/search/sort_key.h"

namespace timbao {
namespace {

using Documents = std::vector<Xapian::docid>;

/// So few documents are asked for one by one.
constexpr std::size_t kFew = 2;

/// Where at least one in so many documents of an archive is asked for, the values of all of them are read.
constexpr std::size_t kShareOfAll = 8;

Xapian::Document document_of(const OpenArchive& archive, Xapian::docid document) {
  return archive.database.get_document(document, Xapian::DOC_ASSUME_VALID);
}

/// A query that finds some documents by their ids, and those of the same ids in other indexes; an empty one where an id is
/// not known.
Xapian::Query query_for(const OpenArchive& archive, Documents::const_iterator begin, Documents::const_iterator end) {
  std::vector<Xapian::Query> ids;
  ids.reserve(static_cast<std::size_t>(end - begin));
  for (; begin != end; ++begin) {
    const std::string* const key = archive.remote->find(slot::kNewest, *begin);
    if (key == nullptr) return {};
    ids.emplace_back(id_term(bounded_id_of(sound_sort_key(*key))));
  }
  return {Xapian::Query::OP_OR, ids.begin(), ids.end()};
}

/// Finds the place of each document's value.
class Placing {
 public:
  explicit Placing(const Documents& documents) : documents_(documents), values_(documents.size()) {}

  void place(std::vector<SlotValue> found) {
    auto at = documents_.begin();
    for (SlotValue& each : found) {
      at = std::lower_bound(at, documents_.end(), each.document);
      if (at == documents_.end()) return;
      if (*at == each.document) values_[static_cast<std::size_t>(at - documents_.begin())] = std::move(each.value);
    }
  }

  std::vector<std::string> take() { return std::move(values_); }

 private:
  const Documents& documents_;
  std::vector<std::string> values_;
};

std::vector<std::string> remote_values_of(const OpenArchive& archive, const Documents& documents, Xapian::valueno slot,
                                          const Xapian::Query& within) {
  Placing placing(documents);
  const bool are_many = slot != slot::kTokens && documents.size() > kFetchedAtOnce &&
                        documents.size() * kShareOfAll > archive.database.get_doccount();
  if (!within.empty() || are_many) {
    placing.place(slot_values(archive.database, within.empty() ? Xapian::Query::MatchAll : within, slot));
    return placing.take();
  }
  for (auto begin = documents.begin(); begin != documents.end();) {
    const auto end = begin + std::min<std::ptrdiff_t>(kFetchedAtOnce, documents.end() - begin);
    const Xapian::Query query = query_for(archive, begin, end);
    if (query.empty() || end - begin <= static_cast<std::ptrdiff_t>(kFew))
      for (auto at = begin; at != end; ++at) placing.place({{*at, document_of(archive, *at).get_value(slot)}});
    else
      placing.place(slot_values(archive.database, query, slot));
    begin = end;
  }
  return placing.take();
}

}  // namespace

std::vector<Xapian::docid> documents_with(const OpenArchive& archive, const std::string& term) {
  if (!archive.is_remote()) return {archive.database.postlist_begin(term), archive.database.postlist_end(term)};
  Documents documents;
  const Xapian::Query query = term.empty() ? Xapian::Query::MatchAll : Xapian::Query(term);
  for (SlotValue& each : slot_values(archive.database, query, slot::kNewest)) {
    documents.push_back(each.document);
    archive.remote->add(slot::kNewest, each.document, std::move(each.value));
  }
  return documents;
}

Xapian::docid first_with(const OpenArchive& archive, const std::string& term) {
  Xapian::Enquire enquire(archive.database);
  enquire.set_query(Xapian::Query(term));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, 1);
  return found.empty() ? 0 : *found.begin();
}

std::vector<std::string> values_of(const OpenArchive& archive, const Documents& documents, Xapian::valueno slot,
                                   const Xapian::Query& within) {
  if (archive.is_remote()) return remote_values_of(archive, documents, slot, within);
  std::vector<std::string> values;
  values.reserve(documents.size());
  SlotWalk walk(archive.database, slot);
  for (const Xapian::docid document : documents) values.push_back(walk.value_of(document));
  return values;
}

std::string value_of(const OpenArchive& archive, Xapian::docid document, Xapian::valueno slot) {
  if (!archive.is_remote()) return document_of(archive, document).get_value(slot);
  if (const std::string* const known = archive.remote->find(slot, document); known != nullptr) return *known;
  std::string value = document_of(archive, document).get_value(slot);
  archive.remote->add(slot, document, value);
  return value;
}

void fetch_values(const OpenArchive& archive, const Documents& documents, Xapian::valueno slot) {
  if (!archive.is_remote()) return;
  Documents unknown;
  for (const Xapian::docid document : documents)
    if (archive.remote->find(slot, document) == nullptr) unknown.push_back(document);
  std::sort(unknown.begin(), unknown.end());
  std::vector<std::string> values = values_of(archive, unknown, slot);
  for (std::size_t i = 0; i < unknown.size(); ++i) archive.remote->add(slot, unknown[i], std::move(values[i]));
}

void fetch_tokens(const OpenArchive& archive, const Documents& documents) {
  if (!archive.is_remote()) return;
  Documents unknown;
  for (const Xapian::docid document : documents)
    if (archive.tokens.find(document) == nullptr) unknown.push_back(document);
  if (unknown.size() <= kFew) return;
  std::sort(unknown.begin(), unknown.end());
  const std::vector<std::string> sequences = values_of(archive, unknown, slot::kTokens);
  for (std::size_t i = 0; i < unknown.size(); ++i)  // a long one is no value of a slot
    if (!sequences[i].empty()) archive.tokens.add(unknown[i], checked_sequence(sequences[i]));
}

const ArticleTokens& tokens_of(const OpenArchive& archive, Xapian::docid document) {
  if (const ArticleTokens* const known = archive.tokens.find(document); known != nullptr) return *known;
  return archive.tokens.tokens_of(document, document_of(archive, document));
}

}  // namespace timbao
