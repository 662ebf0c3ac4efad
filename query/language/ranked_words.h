// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/language/asked_words.h"
#include "query/language/clause.h"
#include "query/language/tree.h"

namespace timbao {

/// A word that is ranked, at its place in the query.
struct RankedWord {
  enum class Link : std::uint8_t { none, neighbour };
  WordId word;
  /// Whether it stands directly behind the ranked word before it.
  Link link = Link::none;
  /// The weights of its node and of all nodes above, multiplied; weigh() (query/plan/weights.h) applies it to what the
  /// word scores.
  double weight = 1;
};

/// A name of what was typed that has a term of its own: a day, a document, a joined form.
///
///   {"T20180131", 1}     {"Onq 18", 0.9}: of an alternative
struct RankedName {
  std::string term;
  double weight = 1;
};
bool operator==(const RankedName& a, const RankedName& b);

/// Other words for some of the ranked words: each of their occurrences in an article counts as `weight` occurrences of
/// every word that they stand for, and of the pairs of these words.
///
///   chống đối csgt   {AlternativeKind::abbreviation, 2, 1, phrase(cảnh sát giao thông), 0.9}
struct RankedAlternative {
  AlternativeKind kind = AlternativeKind::abbreviation;
  std::size_t first = 0, count = 0;  ///< places in RankedText::words
  Clause phrase;                     ///< of kind phrase
  double weight = 1;
  bool has_name = false;  ///< a day, or a document's number: an article with these words has a term for it
};

/// What of a query is ranked: what an article scores for.
struct RankedText {
  /// In the order of the query; a word that is typed twice stands here twice.
  std::vector<RankedWord> words;
  /// Joined forms and ranges, each as one word: KT-XH as ktxh.
  std::vector<WordId> wholes;
  /// Each name once, with the greatest of its weights.
  std::vector<RankedName> names;
  std::vector<RankedAlternative> alternatives;
};

/// Collects what of a tree is ranked: its words and phrases, but for those that a `-` or NOT excludes.
///
///   xây dựng đảng -họp   xây, dựng (neighbour of xây), đảng (neighbour of dựng)
///   xây OR dựng          xây, dựng: alternatives are no neighbours
///
/// Neighbours in the query score more where they stand side by side in an article. Quotes, and brackets that were
/// removed, do not separate neighbours; filters, excluded words, AND, OR and another field do.
///
/// Takes    the tree; the list that its words are added to.
/// Errors   none.
/// Source   docs/ranking.md. Covered by question_test.
RankedText ranked_text(const Node& root, AskedWordList& words);

}  // namespace timbao
