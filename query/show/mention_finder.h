// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/language/clause.h"
#include "query/plan/prepared_question.h"
#include "query/request/mention.h"
#include "query/sequence/found_tokens.h"
#include "query/sequence/near_match.h"
#include "query/sequence/phrase_match.h"

namespace timbao {

/// A mention as the token sequence of its article tells it: tokens [first, end) of the article.
struct MentionPlace {
  std::uint32_t first = 0, end = 0;
  std::uint32_t paragraph = 0;
  Field field = Field::body;
  std::vector<std::size_t> words;  ///< that take part, as places in MentionFinder::words(), in ascending order
};

/// Finds where a query matches in articles, by their token sequences.
///
///   MentionFinder finder(prepared.question().counted, prepared);
///   for (const MentionPlace& place : finder.find(scanned)) …
///
/// What is found are the words and phrases of the query, and the operands of NEAR where they stand near each other, each
/// in its field and in the readings that it stands for; also what is searched in place of a word. What is excluded is
/// never found. Places that overlap are one mention, and so are neighbours that are different words of the query: of
/// `dang bo` "Đảng bộ" is one mention, and "Đảng, Đảng" are two.
///
/// Takes    a clause of the prepared question; both must outlive it.
/// Errors   none.
/// Source   docs/mentions.md. Covered by mention_finder_test and mentions_oracle_test.
/// Threads  one a thread: it uses its memory again from article to article.
class MentionFinder {
 public:
  MentionFinder(const Clause& clause, const PreparedQuestion& prepared);

  /// The words, phrases and operands of NEAR, in the order of the query.
  [[nodiscard]] const std::vector<MarkedWord>& words() const { return words_; }

  /// Takes    what the scanner of the question found in an article.
  /// Returns  the mentions in the order of the article; no two of them have a token in common.
  [[nodiscard]] std::vector<MentionPlace> find(const ScannedArticle& scanned);

 private:
  /// What stands by itself: a word, a phrase, or a NEAR with a word of words_ for each of its operands.
  struct Part {
    const Clause* clause;
    std::vector<std::size_t> words;
  };

  void add_parts(const Clause& clause);
  std::size_t add_word(const Clause& clause);
  [[nodiscard]] MarkedWord marked_word(const Clause& clause) const;
  [[nodiscard]] std::vector<StandingPlace> places_of_part(const Clause& clause, const ScannedTokens& article) const;
  void add_places(const Part& part, const ScannedTokens& article, std::vector<MentionPlace>& places) const;

  const PreparedQuestion& prepared_;
  std::vector<Part> parts_;
  std::vector<MarkedWord> words_;
  std::vector<const Clause*> clauses_;  // of words_
  FoundTokens found_;
  PhraseMatcher phrases_;
};

}  // namespace timbao
