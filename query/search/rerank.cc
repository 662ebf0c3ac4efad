// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rerank.h"

#include <algorithm>
#include <utility>

#include "common/index/moment_key.h"
#include "common/index/schema.h"
#include "query/plan/clause_matcher.h"
#include "query/plan/estimates.h"
#include "query/plan/ranking_numbers.h"
#include "query/search/article_data.h"
#include "query/search/document_filters.h"
#include "query/search/rank.h"
#include "query/search/recency.h"
#include "query/search/remote_filters.h"
#include "query/search/restore.h"

namespace timbao {
namespace {

/// Tells which candidates are hits by what a scan has found in them.
class HitTest {
 public:
  explicit HitTest(const SearchContext& context)
      : context_(context),
        matcher_(context.question().hits, context.prepared().scanner()),
        filters_(context.question().hits, context.archive().numbered()),
        remote_filters_(context.question().hits, context.archive()) {}

  /// Fetches what is read of the candidates, where it comes from a server.
  void fetch(const std::vector<Candidate>& candidates) const {
    if (!context_.archive().is_remote()) return;
    const std::vector<Xapian::docid> documents = documents_of(candidates);
    fetch_tokens(context_.archive(), documents);
    if (context_.hits_decider() != nullptr) remote_filters_.fetch(documents);
  }

  [[nodiscard]] bool is_hit(Xapian::docid candidate, const ScannedArticle& scanned) {
    if (context_.hits_decider() == nullptr) return true;
    if (context_.archive().is_remote()) {
      remote_filters_.look_at(candidate);
      return matcher_.is_true(scanned, remote_filters_);
    }
    const Xapian::Document document = context_.archive().database.get_document(candidate, Xapian::DOC_ASSUME_VALID);
    filters_.look_at(document);
    return matcher_.is_true(scanned, filters_);
  }

 private:
  const SearchContext& context_;
  ClauseMatcher matcher_;
  DocumentFilters filters_;
  RemoteFilters remote_filters_;
};

/// Reads the token sequences of candidates and drops those that are no hits.
std::vector<RankedArticle> read_hits(const SearchContext& context, const std::vector<Candidate>& candidates) {
  const OpenArchive& archive = context.archive();
  const SequenceScanner& scanner = context.prepared().scanner();
  std::vector<RankedArticle> hits;
  hits.reserve(candidates.size());
  HitTest test(context);
  test.fetch(candidates);
  ScannedArticle scanned;  // its memory serves all candidates; each hit gets as much as it needs
  for (const Candidate& candidate : candidates) {
    scanner.scan(tokens_of(archive, candidate.document), scanned);
    if (!test.is_hit(candidate.document, scanned)) continue;
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

/// Adds a value to those of the hits, which are by document, that have a term.
void add_to_those_with(const std::string& term, double value, const OpenArchive& archive,
                       std::vector<RankedArticle>& hits) {
  if (archive.is_remote()) {
    const std::vector<Xapian::docid> documents = documents_with(archive, term);
    for (RankedArticle& hit : hits)
      if (std::binary_search(documents.begin(), documents.end(), hit.document)) hit.full.terms += value;
    return;
  }
  Xapian::PostingIterator posting = archive.database.postlist_begin(term);
  const Xapian::PostingIterator end = archive.database.postlist_end(term);
  for (RankedArticle& hit : hits) {
    if (posting == end) break;
    posting.skip_to(hit.document);
    if (posting != end && *posting == hit.document) hit.full.terms += value;
  }
}

/// Looks up the days, documents and wholes of the query in their posting lists, which are short.
///
/// Takes    hits by document.
void add_names(const SearchContext& context, std::vector<RankedArticle>& hits) {
  const OpenArchive& archive = context.archive();
  for (const RankedName& name : context.question().ranked_names) {
    const double articles = archive.vocabulary.articles(), with_it = archive.vocabulary.articles_with(name.term);
    add_to_those_with(name.term, name.weight * ranking::kPair * idf(articles, with_it), archive, hits);
  }
}

/// Raises the scores of newer articles, where that is asked for.
void lift_recent(const SearchContext& context, std::vector<RankedArticle>& hits) {
  const SearchRequest& request = context.request();
  if (!request.recent_days) return;
  std::vector<Xapian::docid> documents;
  documents.reserve(hits.size());
  for (const RankedArticle& hit : hits) documents.push_back(hit.document);
  fetch_values(context.archive(), documents, slot::kOldest);
  for (RankedArticle& hit : hits) {
    const std::optional<std::int64_t> moment = moment_of_key(value_of(context.archive(), hit.document, slot::kOldest));
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
  const auto key = [&](const RankedArticle& hit) { return value_of(context.archive(), hit.document, slot::kNewest); };
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
