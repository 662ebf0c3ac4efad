// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <utility>

#include "common/index/article.h"
#include "common/text/tokenize.h"
#include "query/plan/weights.h"
#include "query/request/answer.h"
#include "query/sequence/scan.h"
#include "query/show/matches.h"
#include "query/show/stretch.h"

namespace timbao {

/// Highlights what matches in the texts of one article, in their original spelling.
///
///   const ArticleHighlighter highlighter(weights, scanner, scanned, tokenizer);
///   hit.title = highlighter.title(article);
///   hit.snippet = highlighter.snippet(article, 200);
///
/// The functions may be called in any order, each any number of times. Of the body only the paragraphs around the best
/// stretch are cut into tokens: the token sequence of the article tells where that is.
///
/// Takes    the weights and the scanner of one question, what the scanner found in the token sequence of the article,
///          and a tokenizer; all of them must outlive this object.
/// Errors   none: where the stored text is not the one of the token sequence, in a damaged index for example, there may
///          be fewer highlights.
/// Threads  one a thread, as the Tokenizer.
/// Source   docs/query-language.md, "Formats". Covered by snippet_test, snippet_property_test and fuzz/snippet_fuzz.
class ArticleHighlighter {
 public:
  ArticleHighlighter(const QueryWeights& weights, const SequenceScanner& scanner, const ScannedArticle& scanned,
                     Tokenizer& tokenizer)
      : ArticleHighlighter(ArticleWords(weights, scanner, scanned), tokenizer) {}

  /// The same, where it is known which readings are meant.
  ArticleHighlighter(ArticleWords words, Tokenizer& tokenizer) : words_(std::move(words)), tokenizer_(tokenizer) {}

  /// The whole title.
  [[nodiscard]] HighlightedText title(const Article& article) const;

  /// The stretch of lead, body or title in which most of the query stands, cut by cut_snippet().
  ///
  /// Takes    the most code points that the snippet may have, the "…" at its ends not counted.
  /// Returns  the beginning of a text where nothing matches; nothing for a limit of 0 and for an article without words.
  [[nodiscard]] HighlightedText snippet(const Article& article, std::size_t limit_chars) const;

 private:
  [[nodiscard]] Stretch likely_stretch_of_body(std::size_t limit_chars) const;

  ArticleWords words_;
  Tokenizer& tokenizer_;
};

}  // namespace timbao
