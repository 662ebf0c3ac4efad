// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "query/search/rank.h"
#include "query/sequence/scan.h"
#include "query/show/matches.h"

namespace timbao {

/// An article that the first pass found, and its weight there.
///
/// Source   docs/ranking.md, "Two passes".
struct Candidate {
  Xapian::docid document = 0;
  double weight = 0;
};

/// The documents of candidates, in their order.
inline std::vector<Xapian::docid> documents_of(const std::vector<Candidate>& candidates) {
  std::vector<Xapian::docid> documents;
  documents.reserve(candidates.size());
  for (const Candidate& candidate : candidates) documents.push_back(candidate.document);
  return documents;
}

/// The articles that the first pass found to be worth reading.
///
/// Source   query/search/first_pass.h finds them.
struct Candidates {
  /// In the order of the index, in which it takes least time to read them.
  std::vector<Candidate> by_document;

  /// Whether no other article fulfils the query.
  bool is_all = false;
};

/// A hit before its article is read.
///
///   hits.emplace_back(candidate.document, score);
///
/// Source   query/search/page.h finds them; query/search/hit_builder.h makes hits of them.
struct RankedArticle {
  RankedArticle() = default;

  /// Takes    the number of the document in the open database, and its score.
  explicit RankedArticle(Xapian::docid number, double its_score = 0) : document(number), score(its_score) {}

  Xapian::docid document = 0;
  double score = 0;

  /// What reranking found, and the best text score of all candidates, to which it is relative; 0: it was not reranked.
  FullScore full;
  double best_text = 0;

  /// What --recent added to the score.
  double recent = 0;

  /// How many other hits of the same story it stands for (Collapse::yes).
  std::uint64_t copies = 0;

  /// Which readings of words typed without marks are meant, the same for all hits of a ranking; null where ranking did
  /// not look for them.
  std::shared_ptr<const MeantReadings> meant;

  /// The tokens that reranking found, for highlighting; without tokens where nothing was read.
  ScannedArticle scanned;
};

}  // namespace timbao
