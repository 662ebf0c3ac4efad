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

/// What of a query is ranked: what an article scores for.
struct RankedText {
  /// In the order of the query; a word that is typed twice stands here twice.
  std::vector<RankedWord> words;
  /// Joined forms and ranges, each as one word: KT-XH as ktxh.
  std::vector<WordId> wholes;
  /// Days, documents and joined forms: each is one more name of what was typed.
  std::vector<std::string> terms;
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
