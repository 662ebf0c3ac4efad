// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/article_set.h"

#include <utility>

#include "query/search/article_data.h"

namespace timbao {
namespace {

/// To skip to a document in a posting list costs as much as to read about so many postings.
constexpr std::uint64_t kPostingsASkip = 32;

}  // namespace

ArticleSet::ArticleSet(const OpenArchive& archive, std::vector<Xapian::docid> documents)
    : archive_(archive), documents_(std::move(documents)) {
  if (documents_.empty()) return;
  has_.resize(std::size_t{documents_.back()} + 1);
  for (const Xapian::docid document : documents_) has_[document] = true;
}

template <typename OnArticle>
void ArticleSet::each_with(const std::string& term, OnArticle on_article) const {
  if (archive_.is_remote()) {
    for (const Xapian::docid document : documents_with(archive_, term))
      if (document < has_.size() && has_[document]) on_article(document);
    return;
  }
  const Xapian::Database& database = archive_.database;
  Xapian::PostingIterator posting = database.postlist_begin(term);
  const Xapian::PostingIterator end = database.postlist_end(term);
  if (documents_.size() * kPostingsASkip < database.get_termfreq(term)) {
    for (const Xapian::docid document : documents_) {
      if (posting == end) return;
      posting.skip_to(document);
      if (posting != end && *posting == document) on_article(document);
    }
    return;
  }
  for (; posting != end && *posting < has_.size(); ++posting)
    if (has_[*posting]) on_article(*posting);
}

std::uint64_t ArticleSet::count(const std::string& term) const {
  std::uint64_t articles = 0;
  each_with(term, [&](Xapian::docid) { ++articles; });
  return articles;
}

std::vector<Xapian::docid> ArticleSet::with(const std::string& term) const {
  std::vector<Xapian::docid> documents;
  each_with(term, [&](Xapian::docid document) { documents.push_back(document); });
  return documents;
}

}  // namespace timbao
