// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "common/index/vocabulary.h"
#include "query/language/question.h"

namespace timbao {

/// What an archive knows of a word that is asked for.
struct WordCounts {
  std::vector<ReadingCount> readings;  ///< all readings of its folded form (in its field)
  double articles_folded = 0;          ///< in how many any of them stands, estimated: N(1 - Π(1 - df/N))
  std::uint32_t articles_own = 0;      ///< in how many the typed reading stands
  std::uint32_t articles_plain = 0;    ///< in how many the form without marks stands
};

using QuestionCounts = IndexedVector<WordId, WordCounts>;

/// The counts of every word of a question.
QuestionCounts count_words(const Question& question, const Vocabulary& vocabulary);

/// Turns clauses and words into Xapian's queries. All are free of weight unless said otherwise.
class QueryBuilder {
 public:
  QueryBuilder(const Question& question, const QuestionCounts& counts, const Vocabulary& vocabulary)
      : question_(question), counts_(counts), vocabulary_(vocabulary) {}

  /// A query that finds every article for which the clause is true; more than these where it has a run.
  [[nodiscard]] Xapian::Query superset(const Clause& clause) const;

  /// At most how many articles the clause can be true for, as far as lists alone tell.
  [[nodiscard]] std::uint64_t most_articles(const Clause& clause) const;

  /// About how many it is true for, as if words stood in articles independently of each other.
  [[nodiscard]] double likely_articles(const Clause& clause) const;

  /// A clause that is true wherever this one is and for hardly more articles, and asks for fewer words where it can:
  /// of words that must all be there the rarest, until hardly an article is likely to have them by chance.
  [[nodiscard]] Clause narrowed(const Clause& clause) const;

 private:
  /// One of several that are all needed, and the share of articles that have it.
  struct List {
    Xapian::Query query;
    double share;
  };

  [[nodiscard]] Xapian::Query word(WordId word) const;
  [[nodiscard]] Xapian::Query conjunction(const Clause& clause) const;
  [[nodiscard]] Xapian::Query without(const Xapian::Query& query, const Clause& none_of) const;
  [[nodiscard]] Xapian::Query any_of(const Clause& clause) const;
  [[nodiscard]] Xapian::Query run(const Clause& clause, std::size_t most_lists) const;
  [[nodiscard]] std::vector<List> lists_of_run(const Clause& run) const;
  [[nodiscard]] List choices(const Clause& run, std::size_t begin, std::size_t end) const;
  [[nodiscard]] List list_of(const std::vector<std::string>& terms) const;
  [[nodiscard]] std::vector<std::string> terms_of(WordId word) const;
  [[nodiscard]] std::string pair_at(const Clause& run, std::size_t place) const;
  [[nodiscard]] std::uint64_t sum_of(const std::vector<std::string>& terms) const;
  [[nodiscard]] std::uint64_t most_articles_of_run(const Clause& run) const;
  [[nodiscard]] double share_with_any(const std::vector<std::string>& terms) const;
  [[nodiscard]] double share_with_any_of(const std::vector<TermCount>& terms) const;
  [[nodiscard]] double likely_share(const Clause& clause) const;
  [[nodiscard]] double likely_share_of_run(const Clause& run) const;

  const Question& question_;
  const QuestionCounts& counts_;
  const Vocabulary& vocabulary_;
};

/// An OR of terms; matches nothing when there are none.
Xapian::Query any_of_terms(const std::vector<std::string>& terms);

}  // namespace timbao
