// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "common/base/named_values.h"
#include "common/index/vocabulary.h"
#include "query/language/clause.h"
#include "query/plan/word_counts.h"
#include "query/sequence/found_tokens.h"
#include "query/sequence/phrase_match.h"
#include "query/sequence/phrase_set.h"
#include "query/sequence/scan.h"

namespace timbao {

/// What the queries and estimates of a clause are made from: the words of its question, what the archive has of them,
/// and everything else that the archive can be asked.
///
///   const ClauseContext context{question.words, counts, vocabulary};
///   const Xapian::Query query = superset(question.hits, context);
///
/// Source   covered by clause_kinds_test.
/// Threads  holds references: what they refer to must outlive it.
struct ClauseContext {
  const IndexedVector<WordId, AskedWord>& words;
  const QuestionCounts& counts;
  const Vocabulary& vocabulary;

  /// The terms that a word stands for (see terms_of() in word_counts.h).
  [[nodiscard]] std::vector<std::string> terms_of(WordId word) const {
    return timbao::terms_of(words[word], counts[word]);
  }
};

/// What an article has beside its token sequence: terms of filters, a day, and since when the index has it. Looked up only
/// where a clause needs it.
///
///   filters.has_any({"XSbao tinh"})      of an article of the source "Báo Tỉnh": true
///
/// Source   query/search/document_filters.h reads a Xapian document. Covered by clause_matcher_test.
/// Threads  one a thread: an implementation caches what it has read.
class ArticleFilters {
 public:
  virtual ~ArticleFilters() = default;

  /// Whether the article has one of the terms, all of which are in a clause of kind terms.
  [[nodiscard]] virtual bool has_any(const std::vector<std::string>& terms) = 0;

  /// The day of the article's date; nothing where it has no date.
  [[nodiscard]] virtual std::optional<Day> day() = 0;

  /// When the article was first indexed, in seconds since 1970; nothing where the index does not know it.
  [[nodiscard]] virtual std::optional<std::int64_t> first_indexed() = 0;
};

/// All that a clause can learn about one article.
///
/// Source   ClauseMatcher (clause_matcher.h) makes one for each article.
/// Threads  holds references: what they refer to must outlive it.
struct ArticleEvidence {
  const SequenceScanner& scanner;
  const FoundTokens& found;  ///< the tokens of the article that the scanner knows
  PhraseMatcher& phrases;
  PhraseSets& phrase_sets;
  ArticleFilters& filters;
};

/// What tells whether a clause is true for an article.
enum class ToldBy : std::uint8_t {
  posting_lists,    ///< its Xapian query finds the articles for which it is true and no others
  token_sequences,  ///< its query may find more: the article's token sequence has to be read
  its_children      ///< what tells the children
};

/// How much work the query of a clause may leave to the token sequences. Groups do not pass it on to their children: only
/// any_of asks for it.
enum class Lists : std::uint8_t {
  usual,
  few  ///< the rarest half of the lists: the clause is one of a great many alternatives
};

/// All that searching has to know of one kind of clause. A kind is one row, in a file of its own below clauses/.
///
/// A row has the kind's name, what tells whether a clause of it is true, and these functions of a clause:
///   superset       a query that finds every article for which the clause is true (and maybe more, see ToldBy)
///   most_articles  at most how many articles it is true for, as far as posting lists tell
///   likely_share   for which share of the articles it is about true, as if terms stood in articles independently
///   is_true        whether it is true for an article, told by its token sequence, filter terms and date alone
/// The functions of a group call those of its children by superset(), most_articles(), … below.
///
/// Source   docs/ranking.md, "Phrases" and "Counting hits". That superset and is_true agree is tested for each kind by
///          search_oracle_test, with 2,000 generated articles and random trees, as far as tests/query/support/truth.h can
///          make clauses of the kind.
/// Threads  rows are constants; the functions only read.
struct ClauseKindRow {
  ClauseKind kind;
  std::string_view name;
  ToldBy told_by;
  Xapian::Query (*superset)(const Clause&, const ClauseContext&, Lists);
  std::uint64_t (*most_articles)(const Clause&, const ClauseContext&);
  double (*likely_share)(const Clause&, const ClauseContext&);
  bool (*is_true)(const Clause&, ArticleEvidence&);
};

/// One row a kind, each defined in clauses/. A new kind is declared here and stands in the list below.
extern const ClauseKindRow kWordClause, kPhraseClause, kNearClause, kTermsClause, kDaysClause, kSinceClause,
    kAllOfClause, kAnyOfClause, kNoneOfClause;

/// The rows in the order of ClauseKind. The compiler checks that none is missing, clause_kinds_test that each stands in its
/// place.
inline constexpr std::array kClauseKinds{&kWordClause,  &kPhraseClause, &kNearClause,  &kTermsClause, &kDaysClause,
                                         &kSinceClause, &kAllOfClause,  &kAnyOfClause, &kNoneOfClause};

static_assert(is_listed<static_cast<ClauseKind>(kClauseKinds.size() - 1)>() &&
                  !is_listed<static_cast<ClauseKind>(kClauseKinds.size())>(),
              "each ClauseKind has one row in kClauseKinds");

/// The row of a clause's kind.
inline const ClauseKindRow& row_of(const Clause& clause) {
  return *kClauseKinds[static_cast<std::size_t>(clause.kind)];
}

/// The functions of a row, called by a clause: see ClauseKindRow.
inline Xapian::Query superset(const Clause& clause, const ClauseContext& context, Lists lists = Lists::usual) {
  return row_of(clause).superset(clause, context, lists);
}
inline std::uint64_t most_articles(const Clause& clause, const ClauseContext& context) {
  return row_of(clause).most_articles(clause, context);
}
inline double likely_share(const Clause& clause, const ClauseContext& context) {
  return row_of(clause).likely_share(clause, context);
}
inline bool is_true(const Clause& clause, ArticleEvidence& article) { return row_of(clause).is_true(clause, article); }

/// For about how many articles a clause is true: its likely share as a number.
inline double likely_articles(const Clause& clause, const ClauseContext& context) {
  return likely_share(clause, context) * context.vocabulary.articles();
}

/// The clauses without repetitions: an equal clause would open the same lists once more.
///
///   distinct({word a, word b, word a})      the first two
///
/// Takes    clauses, which must outlive the result.
std::vector<const Clause*> distinct(const std::vector<Clause>& clauses);

/// Whether a clause is made up of more words, phrases and filters than so many.
///
///   has_more_leaves(any_of(word a, none_of(word b, word c)), 2) == true
bool has_more_leaves(const Clause& clause, std::size_t many);

/// Whether a word has digits: numbers are never left to the token sequences, because posting lists know more about them
/// (see narrow.cc).
///
/// Takes    a clause of kind word.
bool is_of_number(const Clause& word, const ClauseContext& context);

/// Whether a word or a group is left to the token sequences though posting lists could tell, because most articles fulfil
/// it and its lists are long, or because a group has so many lists that reading every article costs less: the query of
/// such a clause finds every article.
///
///   is_left_to_sequences(word ch*)                    true where more than half of the articles have such a word
///   is_left_to_sequences(any_of 40 common words)      true
///   is_left_to_sequences(none_of(any_of(…, none_of(any_of(… common words, 60 groups deep   true
///
/// Takes    any clause. Numbers, as is_of_number() says, and filters are never left out.
/// Source   docs/ranking.md, "Beginnings of words and weights". Covered by clause_kinds_test.
bool is_left_to_sequences(const Clause& clause, const ClauseContext& context);

/// Whether posting lists do not tell if the clause is true, so that token sequences have to be read.
///
/// Takes    any clause.
/// Returns  whether it or a clause in it is told by token sequences, or is left to them.
bool needs_sequences(const Clause& clause, const ClauseContext& context);

}  // namespace timbao
