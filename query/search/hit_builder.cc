// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/hit_builder.h"

#include "common/index/sequence.h"
#include "common/index/stored.h"
#include "query/show/highlighter.h"

namespace timbao {

Hit HitBuilder::build(const Xapian::Document& document, const RankedArticle& ranked, std::size_t rank) {
  const Article article = decode_article(stored_text(document));
  const ScannedArticle& scanned = ranked.scanned.tokens > 0 ? ranked.scanned : scan(document);
  const ArticleHighlighter highlighter(
      ArticleWords(prepared_.weights(), prepared_.scanner(), scanned, ranked.meant ? *ranked.meant : MeantReadings()),
      tokenizer_);
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
  hit.title = highlighter.title(article);
  hit.snippet = highlighter.snippet(article, request_.snippet_chars);
  if (request_.collapse == Collapse::yes) hit.collapsed = ranked.copies;
  if (request_.explain == Explain::yes && ranked.best_text > 0) hit.parts = ranked.full.parts(ranked.best_text);
  if (!hit.parts.empty() && request_.recent_days) hit.parts.push_back({"recent", ranked.recent});
  return hit;
}

const ScannedArticle& HitBuilder::scan(const Xapian::Document& document) {
  const std::string tokens = stored_tokens(document);
  prepared_.scanner().scan(ArticleTokens(checked_sequence(tokens)), scanned_);
  return scanned_;
}

}  // namespace timbao
