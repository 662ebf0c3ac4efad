// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/search/rank.h"
#include "query/sequence/scan.h"

namespace timbao {

/// A hit before its article is read.
///
///   RankedArticle hit(candidate.document);
///
/// Source   page.h makes them, hit_builder.h makes hits of them.
struct RankedArticle {
  RankedArticle() = default;
  explicit RankedArticle(Xapian::docid number, double its_score = 0) : document(number), score(its_score) {}

  Xapian::docid document = 0;
  double score = 0;
  FullScore full;            ///< of a reranked candidate
  double best_text = 0;      ///< the best text score of the candidates, to which `full` is relative; 0: not reranked
  std::uint64_t copies = 0;  ///< other hits of the same story that it stands for (Collapse::yes)
  ScannedArticle scanned;    ///< the tokens that reranking found; without tokens where nothing was read
};

/// An article that the first pass found, and its weight there.
struct Candidate {
  Xapian::docid document = 0;
  double weight = 0;
};

/// The articles that the first pass found to be worth reading.
struct Candidates {
  std::vector<Candidate> by_document;  ///< in the order of the index, which is the quickest order to read them
  bool is_all = false;                 ///< no other article fulfils the query
};

}  // namespace timbao
