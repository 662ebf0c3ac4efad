// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "query/search/open_archive.h"

namespace timbao {

/// Some articles of an open archive, among which terms are counted.
///
///   const ArticleSet hits(context.archive(), counted_articles(context));
///   hits.count("Y2018")             how many of them are of 2018
///   hits.with("XSbao tinh")         which of them are of this newspaper
///
/// Errors   Xapian::Error where the index is damaged.
/// Source   the posting lists of the terms: docs/index-format.md, "Terms". Covered by facets_test and
///          overview_oracle_test.
/// Threads  one thread at a time, as its archive, which must outlive it.
class ArticleSet {
 public:
  /// Takes    the numbers of documents that the archive has, sorted, each once.
  ArticleSet(const OpenArchive& archive, std::vector<Xapian::docid> documents);

  [[nodiscard]] const OpenArchive& archive() const { return archive_; }
  [[nodiscard]] const std::vector<Xapian::docid>& documents() const { return documents_; }
  [[nodiscard]] std::uint64_t size() const { return documents_.size(); }

  /// How many of the articles have a term, exactly.
  ///
  /// Takes    any term; one that no article has is counted as 0.
  [[nodiscard]] std::uint64_t count(const std::string& term) const;

  /// Which of the articles have a term, sorted.
  [[nodiscard]] std::vector<Xapian::docid> with(const std::string& term) const;

 private:
  /// Calls a function with each article that has the term, in order.
  template <typename OnArticle>
  void each_with(const std::string& term, OnArticle on_article) const;

  const OpenArchive& archive_;
  std::vector<Xapian::docid> documents_;
  std::vector<bool> has_;  // by the number of a document
};

}  // namespace timbao
