// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "common/index/schema.h"
#include "query/plan/candidates.h"
#include "query/plan/ranking_numbers.h"
#include "query/plan/segments.h"
#include "query/search/article_data.h"
#include "query/search/copies.h"
#include "query/search/find_matches.h"
#include "query/search/first_pass.h"
#include "query/search/rerank.h"

namespace timbao {
namespace {

// ---- in the order of a value

/// The slot that Xapian sorts by: a row for each SortOrder. Hits of equal relevance are sorted as `newest`.
constexpr std::array kSortSlots{slot::kNewest, slot::kNewest, slot::kOldest, slot::kTitle};
static_assert(static_cast<std::size_t>(SortOrder::title) + 1 == kSortSlots.size());

std::vector<RankedArticle> sorted_page(const SearchContext& context) {
  const SearchRequest& request = context.request();
  WantedMatches wanted;
  wanted.query = superset(context.question().counted, context.clause_context());
  wanted.copies = context.copies();
  wanted.sorted_by = kSortSlots[static_cast<std::size_t>(request.sort)];
  const std::size_t all = context.archive().database.get_doccount();
  wanted.first = static_cast<Xapian::doccount>(std::min(request.offset, all));
  wanted.most = static_cast<Xapian::doccount>(hits_needed(context) - wanted.first);
  wanted.decider = context.hits_decider();
  std::vector<RankedArticle> hits;
  for (const Candidate& found : find_matches(context, wanted).found) hits.emplace_back(found.document);
  return hits;
}

// ---- by relevance

/// Puts a ranking together, segment by segment, until it has as many hits as are needed.
class Ranking {
 public:
  explicit Ranking(const SearchContext& context) : context_(context), needed_(hits_needed(context)) {}

  [[nodiscard]] bool is_full() const { return hits_.size() >= needed_; }

  /// Adds candidates that were reranked.
  void add_candidates(const Reranked& reranked) {
    if (context_.collapses()) {
      fetch_values(context_.archive(), sorted_documents_of(reranked), slot::kCollapse);
      for (const RankedArticle& hit : reranked.hits) stories_.add(context_.archive(), hit.document);
    }
    hits_.insert(hits_.end(), reranked.hits.begin(), reranked.hits.end());
  }

  /// Adds what else a segment finds, in the order of the first pass.
  ///
  /// Takes    the segment, and its candidates, which were added before.
  void add_others(const RankingSegment& segment, const Reranked& candidates) {
    WantedMatches wanted;
    wanted.query = segment.query;
    wanted.weighting = Weighting::first_pass;
    wanted.copies = context_.copies();
    wanted.sorted_by = slot::kNewest;
    wanted.decider = context_.hits_decider();
    const bool reranks = segment.order == RankingSegment::Order::reranked;
    const std::size_t known =
        reranks ? candidate_count(context_.question(), context_.archive().vocabulary.articles()) : 0;
    const std::size_t copies = context_.collapses() ? hits_.size() : 0;  // of stories that have a hit already
    wanted.most = static_cast<Xapian::doccount>(needed_ - hits_.size() + known + copies);
    wanted.look_at = every_article();
    append(find_matches(context_, wanted).found, candidates);
  }

  [[nodiscard]] std::vector<RankedArticle> take_page() {
    if (hits_.size() > needed_) hits_.resize(needed_);
    const std::size_t offset = std::min(context_.request().offset, hits_.size());
    hits_.erase(hits_.begin(), hits_.begin() + static_cast<std::ptrdiff_t>(offset));
    return std::move(hits_);
  }

 private:
  /// Xapian 1.4.22 may lose an article that weighs enough where it leaves out those that cannot: which one depends on how
  /// many hits are asked for, and pages would not join. It leaves out none where all are to be counted.
  [[nodiscard]] Xapian::doccount every_article() const { return context_.archive().database.get_doccount(); }

  /// Scores fall from that of the last hit, in proportion to the weights of the first pass.
  void append(const std::vector<Candidate>& found, const Reranked& candidates) {
    if (context_.collapses()) fetch_values(context_.archive(), documents_of(found), slot::kCollapse);
    const std::vector<Xapian::docid> known = sorted_documents_of(candidates);
    double last_weight = candidates.last_weight;
    const double ceiling = hits_.empty() ? 1 : ranking::kNextSegment * hits_.back().score;
    double weight_before = 0, score_before = ceiling;
    for (const Candidate& article : found) {
      if (std::binary_search(known.begin(), known.end(), article.document)) continue;
      if (last_weight <= 0) last_weight = article.weight;
      const double share = last_weight > 0 ? std::min(1.0, article.weight / last_weight) : 0;
      // Scores may be equal only where Xapian's weights are equal: nextafter() keeps rounding from merging others.
      const double most = article.weight < weight_before ? std::nextafter(score_before, 0) : score_before;
      const double score = std::min(ceiling * share, most);
      weight_before = article.weight;
      score_before = score;
      if (context_.collapses() && !stories_.add(context_.archive(), article.document)) continue;
      hits_.emplace_back(article.document, score);
      hits_.back().meant = candidates.meant;
    }
  }

  static std::vector<Xapian::docid> sorted_documents_of(const Reranked& candidates) {
    std::vector<Xapian::docid> documents;
    documents.reserve(candidates.hits.size());
    for (const RankedArticle& hit : candidates.hits) documents.push_back(hit.document);
    std::sort(documents.begin(), documents.end());
    return documents;
  }

  const SearchContext& context_;
  std::size_t needed_;
  std::vector<RankedArticle> hits_;
  ShownStories stories_;  // that have a hit, with --collapse
};

std::vector<RankedArticle> ranked_page(const SearchContext& context) {
  Ranking ranking(context);
  for (const RankingSegment& segment :
       ranking_segments(context.prepared(), context.archive().vocabulary, context.request())) {
    if (segment.query.empty()) continue;
    Reranked candidates;
    bool is_all = false;
    if (segment.order == RankingSegment::Order::reranked) {
      const Candidates found = find_candidates(context, segment.query);
      candidates = rerank(context, found.by_document);
      is_all = found.is_all;
      ranking.add_candidates(candidates);
    }
    if (ranking.is_full()) break;
    if (!is_all) ranking.add_others(segment, candidates);
  }
  return ranking.take_page();
}

std::vector<RankedArticle> page_of(const SearchContext& context, const Candidates& all_hits) {
  Ranking ranking(context);
  ranking.add_candidates(rerank(context, all_hits.by_document));
  return ranking.take_page();
}

}  // namespace

std::vector<RankedArticle> page(const SearchContext& context, const Counted& counted) {
  if (hits_needed(context) <= context.request().offset || context.request().limit == std::size_t{0}) return {};
  std::vector<RankedArticle> hits = !context.is_ranked() ? sorted_page(context)
                                    : counted.all_hits   ? page_of(context, *counted.all_hits)
                                                         : ranked_page(context);
  if (context.collapses()) count_copies(context, hits);
  return hits;
}

}  // namespace timbao
