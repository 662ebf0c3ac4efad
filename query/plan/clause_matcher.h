// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/plan/beginning_truth.h"
#include "query/plan/clause_kinds.h"

namespace timbao {

/// Tells whether a clause is true for an article, from its token sequence and, only where the clause asks for them,
/// from its filter terms and its date.
///
///   ClauseMatcher matcher(question.hits, scanner);
///   scanner.scan(tokens, scanned);
///   if (matcher.is_true(scanned, filters)) …
///
/// Source   docs/ranking.md, "Phrases"; each kind of clause tells for itself (ClauseKindRow::is_true). Covered by
///          clause_matcher_test and search_oracle_test.
/// Threads  one a thread: it uses its memory again from article to article.
class ClauseMatcher {
 public:
  /// Takes    a clause and the scanner of the same question; both must outlive this.
  ClauseMatcher(const Clause& clause, const SequenceScanner& scanner)
      : clause_(clause), scanner_(scanner), phrases_(scanner), phrase_sets_(scanner) {}

  /// Takes    what the scanner found in an article, and that article's filter terms and date.
  /// Returns  whether the clause is true for it.
  /// Errors   those of `filters`.
  [[nodiscard]] bool is_true(const ScannedArticle& scanned, ArticleFilters& filters) {
    ArticleEvidence article = evidence(scanned, filters);
    return timbao::is_true(clause_, article);
  }

  /// What the beginning of an article tells.
  ///
  /// Takes    what the scanner found in the beginning, and the article's filter terms and date.
  [[nodiscard]] Truth truth_at_beginning(const ScannedArticle& scanned, ArticleFilters& filters) {
    ArticleEvidence article = evidence(scanned, filters);
    return timbao::truth_at_beginning(clause_, article);
  }

 private:
  [[nodiscard]] ArticleEvidence evidence(const ScannedArticle& scanned, ArticleFilters& filters) {
    found_.assign(scanned, scanner_.groups());
    return {scanner_, found_, phrases_, phrase_sets_, filters};
  }

  const Clause& clause_;
  const SequenceScanner& scanner_;
  PhraseMatcher phrases_;
  PhraseSets phrase_sets_;
  FoundTokens found_;
};

}  // namespace timbao
