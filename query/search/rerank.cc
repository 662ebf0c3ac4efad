// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rerank.h"

#include <algorithm>
#include <utility>

#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "query/plan/clause_matcher.h"
#include "query/plan/estimates.h"
#include "query/plan/ranking_numbers.h"
#include "query/search/document_filters.h"
#include "query/search/rank.h"
#include "query/search/recency.h"
#include "query/search/restore.h"

namespace timbao {
namespace {

/// Reads the token sequences of candidates and drops those that are no hits.
std::vector<RankedArticle> read_hits(const SearchContext& context, const std::vector<Candidate>& candidates) {
  const OpenArchive& archive = context.archive();
  const SequenceScanner& scanner = context.prepared().scanner();
  ClauseMatcher matcher(context.question().hits, scanner);
  DocumentFilters filters(context.question().hits, archive.numbered());
  std::vector<RankedArticle> hits;
  hits.reserve(candidates.size());
  ScannedArticle scanned;  // its memory serves all candidates; each hit gets as much as it needs
  for (const Candidate& candidate : candidates) {
    const Xapian::Document document = archive.database.get_document(candidate.document, Xapian::DOC_ASSUME_VALID);
    scanner.scan(archive.tokens.tokens_of(candidate.document, document), scanned);
    filters.look_at(document);
    if (context.hits_decider() != nullptr && !matcher.is_true(scanned, filters)) continue;
    hits.emplace_back(candidate.document).scanned = scanned;
  }
  return hits;
}

/// Restores the marks of the query and scores the hits.
void score(const SearchContext& context, Reranked& reranked) {
  std::vector<RankedArticle>& hits = reranked.hits;
  const Vocabulary& vocabulary = context.archive().vocabulary;
  std::vector<const ScannedArticle*> scanned;
  scanned.reserve(hits.size());
  for (const RankedArticle& hit : hits) scanned.push_back(&hit.scanned);
  RestoredWords restored = restore_marks(context.prepared(), scanned, vocabulary.articles());
  reranked.meant = std::make_shared<const MeantReadings>(meant_readings(restored));
  Ranker ranker(context.prepared(), std::move(restored), vocabulary.average_tokens());
  for (RankedArticle& hit : hits) {
    hit.full = ranker.score(hit.scanned);
    hit.meant = reranked.meant;
  }
}

/// Looks up the days, documents and wholes of the query in their posting lists, which are short.
///
/// Takes    hits by document.
void add_names(const SearchContext& context, std::vector<RankedArticle>& hits) {
  const OpenArchive& archive = context.archive();
  for (const RankedName& name : context.question().ranked_names) {
    const double articles = archive.vocabulary.articles(), with_it = archive.vocabulary.articles_with(name.term);
    const double value = name.weight * ranking::kPair * idf(articles, with_it);
    Xapian::PostingIterator posting = archive.database.postlist_begin(name.term);
    const Xapian::PostingIterator end = archive.database.postlist_end(name.term);
    for (RankedArticle& hit : hits) {
      if (posting == end) break;
      posting.skip_to(hit.document);
      if (posting != end && *posting == hit.document) hit.full.terms += value;
    }
  }
}

/// Raises the scores of newer articles, where that is asked for.
void lift_recent(const SearchContext& context, std::vector<RankedArticle>& hits) {
  const SearchRequest& request = context.request();
  if (!request.recent_days) return;
  for (RankedArticle& hit : hits) {
    const Xapian::Document document = context.archive().database.get_document(hit.document, Xapian::DOC_ASSUME_VALID);
    const std::optional<std::int64_t> moment = moment_of_key(document.get_value(slot::kOldest));
    const double lifted = hit.score * recency_factor(moment, request.today, *request.recent_days);
    hit.recent = lifted - hit.score;
    hit.score = lifted;
  }
}

void sort_by_score(const SearchContext& context, std::vector<RankedArticle>& hits) {
  double best_text = 0;
  for (const RankedArticle& hit : hits) best_text = std::max(best_text, hit.full.text());
  for (RankedArticle& hit : hits) {
    hit.best_text = best_text;
    hit.score = hit.full.total(best_text);
  }
  lift_recent(context, hits);
  const auto key = [&](const RankedArticle& hit) {
    return context.archive().database.get_document(hit.document, Xapian::DOC_ASSUME_VALID).get_value(slot::kNewest);
  };
  std::sort(hits.begin(), hits.end(), [&](const RankedArticle& a, const RankedArticle& b) {
    return a.score != b.score ? a.score > b.score : key(a) < key(b);
  });
}

}  // namespace

Reranked rerank(const SearchContext& context, const std::vector<Candidate>& candidates) {
  Reranked reranked;
  reranked.hits = read_hits(context, candidates);
  score(context, reranked);
  add_names(context, reranked.hits);
  sort_by_score(context, reranked.hits);
  if (!candidates.empty())
    reranked.last_weight = std::min_element(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
                             return a.weight < b.weight;
                           })->weight;
  return reranked;
}

}  // namespace timbao
