// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace timbao {

/// How much a term tells that this many articles have: ln(1 + (N - df + ½) / (df + ½)).
///
///   idf(20'000, 3) is about 8.7; idf(20'000, 20'000) is nearly 0
///
/// Takes    all articles of the archive, and those with the term; an estimate may be more than all.
/// Returns  more than 0; the rarer the term, the more.
/// Errors   none.
/// Source   Robertson and Spärck Jones's weight with 1 added, so that no term counts against an article
///          (docs/ranking.md). Covered by estimates_test.
inline double idf(double articles, double with_it) {
  return std::log(1 + (std::max(articles - with_it, 0.0) + 0.5) / (with_it + 0.5));
}

/// What Xapian's BM25Weight uses instead of idf(), so that OP_SCALE_WEIGHT can turn one into the other.
///
///   Xapian::Query(OP_SCALE_WEIGHT, Xapian::Query(term), value / xapian_idf(articles, with_it))
///
/// Takes    as idf().
/// Returns  as BM25Weight::init() has it: where more than a third of the articles have the term, the odds are moved
///          so that the result stays above 0.
/// Errors   none.
/// Source   xapian-core 1.4, weight/bm25weight.cc. Covered by estimates_test.
inline double xapian_idf(double articles, double with_it) {
  const double odds = (std::max(articles - with_it, 0.0) + 0.5) / (with_it + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

/// Estimates which share of the articles has at least one of several terms, as if terms stood in articles independently
/// of each other: 1 - Π(1 - df/N).
///
///   ShareWithAny share(1'000);
///   share.add(500);
///   share.add(500);
///   share.share() == 0.75
///
/// Takes    all articles of the archive; then, term by term, those that have it.
/// Returns  0 where no term was added.
/// Errors   none: an archive without articles counts as one of one article.
/// Source   docs/ranking.md, "Counting hits", has how far the estimate is off. Covered by estimates_test.
/// Threads  a value.
class ShareWithAny {
 public:
  explicit ShareWithAny(double articles) : articles_(std::max<double>(1, articles)) {}

  void add(double with_it) { with_none_ *= 1 - with_it / articles_; }

  [[nodiscard]] double share() const { return 1 - with_none_; }
  [[nodiscard]] double articles() const { return articles_ * share(); }  ///< the same as a number of articles

 private:
  double articles_;
  double with_none_ = 1;
};

}  // namespace timbao
