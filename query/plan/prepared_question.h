// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/index/vocabulary.h"
#include "query/language/question.h"
#include "query/plan/clause_kinds.h"
#include "query/plan/weights.h"
#include "query/plan/word_counts.h"
#include "query/sequence/scan.h"

namespace timbao {

/// A question and all that one archive adds to it, made once: how often its words occur there, what they weigh, and the
/// scanner that finds them in token sequences. Nothing in it changes afterwards, so counting, paging, reranking and
/// highlighting are functions of it that can be called in any order.
///
///   const PreparedQuestion prepared(make_question(tree, request), vocabulary);
///   const Counted counted = count(SearchContext(archive, prepared, request));
///
/// Source   ARCHITECTURE.md follows a query through it. Covered by search_context_test and by all tests of searching.
/// Threads  read only once it is made: threads may share one.
class PreparedQuestion {
 public:
  /// Takes    a question and the vocabulary of the archive; the vocabulary is not needed afterwards.
  /// Errors   those of the vocabulary: of an index, Error(index_failed).
  PreparedQuestion(Question question, const Vocabulary& vocabulary);

  [[nodiscard]] const Question& question() const { return question_; }
  [[nodiscard]] const QuestionCounts& counts() const { return counts_; }
  [[nodiscard]] const QueryWeights& weights() const { return weights_; }
  [[nodiscard]] const SequenceScanner& scanner() const { return scanner_; }

  /// What the queries and estimates of its clauses are made from.
  ///
  /// Takes    the vocabulary that the question was prepared with.
  [[nodiscard]] ClauseContext context(const Vocabulary& vocabulary) const {
    return {question_.words, counts_, vocabulary};
  }

 private:
  Question question_;
  QuestionCounts counts_;
  QueryWeights weights_;
  SequenceScanner scanner_;
};

}  // namespace timbao
