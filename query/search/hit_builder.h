// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "common/text/tokenize.h"
#include "query/plan/prepared_question.h"
#include "query/request/answer.h"
#include "query/request/request.h"
#include "query/search/ranked_article.h"

namespace timbao {

/// Makes hits of ranked articles: reads what the index stores of an article and highlights what matches.
///
///   HitBuilder builder(request, prepared, tokenizer);
///   const Hit hit = builder.build(database.get_document(ranked.document), ranked, 1);
///
/// Errors   Error(index_failed) where the stored text of the article is damaged.
/// Source   docs/index-format.md, "Value slots". Covered by search_pages_test.
/// Threads  one a thread: it uses its memory again from hit to hit.
class HitBuilder {
 public:
  /// Takes    the request, the prepared question that ranked the articles, and a tokenizer; all must outlive this.
  HitBuilder(const SearchRequest& request, const PreparedQuestion& prepared, Tokenizer& tokenizer)
      : request_(request), prepared_(prepared), tokenizer_(tokenizer) {}

  /// Takes    the document of the article in the database that is open now; the ranked article; its place among the
  ///          hits, from 1.
  /// Returns  the hit, but for its index.
  Hit build(const Xapian::Document& document, const RankedArticle& ranked, std::size_t rank);

 private:
  const ScannedArticle& scan(const Xapian::Document& document);

  const SearchRequest& request_;
  const PreparedQuestion& prepared_;
  Tokenizer& tokenizer_;
  ScannedArticle scanned_;
};

}  // namespace timbao
