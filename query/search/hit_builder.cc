// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/hit_builder.h"

#include "common/index/sequence.h"
#include "common/index/stored.h"

namespace timbao {

HitBuilder::HitBuilder(const SearchRequest& request, const PreparedQuestion& prepared, Tokenizer& tokenizer)
    : request_(request), scanner_(prepared.scanner()), marker_(prepared.weights(), scanner_, tokenizer) {}

Hit HitBuilder::build(const Xapian::Document& document, const RankedArticle& ranked, std::size_t rank) {
  const Article article = decode_article(stored_text(document));
  marker_.read(ranked.scanned.tokens > 0 ? ranked.scanned : scan(document));
  Hit hit;
  hit.rank = rank;
  hit.score = ranked.score;
  hit.id = article.id;
  hit.date = article.date;
  hit.source = article.source;
  hit.section = join_names(article.sections);
  hit.author = join_names(article.authors);
  hit.url = article.url;
  hit.path = article.path;
  hit.title = marker_.marked_title(article);
  hit.snippet = marker_.snippet(article, request_.snippet_chars);
  if (request_.collapse == Collapse::yes) hit.collapsed = ranked.copies;
  if (request_.explain == Explain::yes && ranked.best_text > 0) hit.parts = ranked.full.parts(ranked.best_text);
  return hit;
}

const ScannedArticle& HitBuilder::scan(const Xapian::Document& document) {
  const std::string tokens = stored_tokens(document);
  scanner_.scan(ArticleTokens(checked_sequence(tokens)), scanned_);
  return scanned_;
}

}  // namespace timbao
