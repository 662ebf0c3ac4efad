// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "common/base/strong_index.h"
#include "common/text/tokenize.h"
#include "query/plan/weights.h"
#include "query/request/answer.h"
#include "query/sequence/phrase_match.h"
#include "query/sequence/scan.h"
#include "query/show/stretch.h"

namespace timbao {

/// The readings that are meant by each highlighted word that was typed without marks, as far as ranking restored them.
/// A word without an entry, or with an empty one, may mean any of its readings.
///
///   bien dong   of "bien" the reading "biển", of "dong" the reading "Đông"
///
/// Source   docs/ranking.md, "Weights". Covered by snippet_test.
using MeantReadings = IndexedVector<HighlightId, std::vector<ReadingId>>;

/// Which words of a query a token of one article matches, for highlights.
///
///   const ArticleWords words(weights, scanner, scanned, meant);
///   words.matched_by(scanned.found[0])   the words that the first found token matches
///
/// A word with marks is matched by its typed reading and by the form without marks; a word without marks by the
/// readings that are meant and by the form without marks. Only where the article has none of them, any reading of the
/// word matches. So the whole article is looked at before its first token is decided.
///
/// Takes    the weights and the scanner of one question, and what the scanner found in the article; all three must
///          outlive this object. And the readings that are meant, if they are known.
/// Errors   none.
/// Threads  it is read only after it was made.
/// Source   docs/query-language.md, "Formats". Covered by snippet_test and snippet_property_test.
class ArticleWords {
 public:
  ArticleWords(const QueryWeights& weights, const SequenceScanner& scanner, const ScannedArticle& scanned,
               MeantReadings meant = {});

  /// The words that a token matches, in the order of the query; none where it matches no word.
  [[nodiscard]] std::vector<HighlightId> matched_by(const FoundToken& token) const;

  /// A place where an alternative to words of the query stands, and these words.
  struct AlternativePlace {
    StandingPlace place;
    std::vector<HighlightId> words;
  };

  /// The places where alternatives stand.
  ///
  /// Takes    what the scanner finds in the article, or in another text.
  [[nodiscard]] std::vector<AlternativePlace> alternatives_in(const ScannedArticle& scanned) const;

  [[nodiscard]] const QueryWeights& weights() const { return weights_; }
  [[nodiscard]] const SequenceScanner& scanner() const { return scanner_; }
  [[nodiscard]] const ScannedArticle& scanned() const { return scanned_; }

 private:
  /// Calls `on_word(word)` for each highlighted word of a group, in the order of the query.
  template <typename OnWord>
  void each_word_of(GroupId group, OnWord on_word) const {
    for (HighlightId word = first_of_[group]; word != has_typed_.end_id(); word = next_of_[word]) on_word(word);
  }

  [[nodiscard]] bool is_typed(const FoundToken& token, HighlightId word) const;
  [[nodiscard]] bool is_meant(const FoundToken& token, HighlightId word) const;

  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  const ScannedArticle& scanned_;
  MeantReadings meant_;
  IndexedVector<GroupId, HighlightId> first_of_;     // the first word of each group
  IndexedVector<HighlightId, HighlightId> next_of_;  // behind each word the next one of its group
  IndexedVector<HighlightId, bool> has_typed_;       // the article has the word as it was typed or meant
};

/// A text of an article, cut into tokens, and the matches in it.
struct MatchedText {
  TextPart part;
  TokenizedText tokens;
  /// How many code points stand before each token.
  std::vector<std::size_t> chars;
  /// By their first tokens.
  std::vector<MatchPlace> matches;
};

/// Cuts a text into tokens and finds what matches in it: words, and joined forms as wholes.
///
///   match_text({article.title}, Field::title, words, tokenizer).matches[0].begin   the first match, in code points
///
/// Takes    a text, which must outlive the result, and the field that it belongs to.
/// Errors   none.
/// Threads  one Tokenizer a thread.
/// Source   covered by snippet_test, snippet_property_test and fuzz/snippet_fuzz.
MatchedText match_text(const TextPart& part, Field field, const ArticleWords& words, Tokenizer& tokenizer);

/// Tokens of a text, the last one included.
struct TokenRange {
  std::size_t first = 0, last = 0;
};

/// How many code points stand from the beginning of the first token to the end of the last one.
std::size_t chars_of(const MatchedText& text, const TokenRange& tokens);

/// The highlights of the matches that lie within some tokens, in code points of the text; matches that touch or overlap
/// are one highlight.
///
///   "Thu ngân sách" for ngân   {{4, 8}}
std::vector<CharRange> highlights_of(const MatchedText& text, const TokenRange& tokens);

}  // namespace timbao
