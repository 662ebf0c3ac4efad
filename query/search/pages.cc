// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/pages.h"

#include <algorithm>
#include <cmath>

#include "common/index/schema.h"
#include "query/search/copies.h"

namespace timbao {
namespace {

constexpr double kBelow = 0.999;  // what follows a segment scores below it

struct SortRule {
  unsigned slot;
};
constexpr SortRule rule_of(SortOrder order) {
  constexpr SortRule kRules[] = {{slot::kNewest}, {slot::kNewest}, {slot::kOldest}, {slot::kTitle}};
  return kRules[static_cast<std::size_t>(order)];
}

/// Whether a clause asks for any of many runs and nothing else: then their rarest lists leave so much less than those
/// of all their words that to ask for them first pays.
bool is_any_of_many_runs(const Clause& clause) {
  constexpr std::size_t kMany = 16;
  const auto is_run = [](const Clause& child) { return child.kind == ClauseKind::run; };
  return clause.kind == ClauseKind::any_of && clause.children.size() > kMany &&
         std::all_of(clause.children.begin(), clause.children.end(), is_run);
}

/// Whether a word asks for less than the lists of its pairs and names hold.
bool is_narrow(const AskedWord& word) { return word.field.has_value() || word.readings == Readings::own; }

Xapian::Query both(const Xapian::Query& wanted, const Xapian::Query& unwanted) {
  return {Xapian::Query::OP_AND_NOT, wanted, unwanted};
}

}  // namespace

/// Hits as they are put together, and the stories that already have one (--collapse).
struct Search::Ranking {
  std::vector<RankedArticle> hits;
  ShownStories shown;
};

Search::Search(const Xapian::Database& database, const Question& question, const SearchRequest& request,
               SearchMemory& memory)
    : database_(database),
      question_(question),
      request_(request),
      memory_(memory),
      vocabulary_(vocabulary_of(database, memory.vocabulary)),
      counts_(count_words(question, *vocabulary_)),
      weights_(weigh(question, counts_, *vocabulary_)),
      scanner_(question.words),
      builder_(question_, counts_, *vocabulary_),
      numbered_(memory.databases == 1 ? &database : nullptr),
      decider_(is_ranked() ? question.hits : question.counted, scanner_, memory.tokens, numbered_),
      hits_decider_(has_run(is_ranked() ? question.hits : question.counted) ? &decider_ : nullptr) {}

std::size_t Search::needed() const {
  const std::size_t all = database_.get_doccount();
  return request_.limit ? std::min(all, request_.offset + *request_.limit) : all;
}

std::vector<RankedArticle> Search::page() {
  const std::size_t wanted = needed();
  if (wanted <= request_.offset || request_.limit == std::size_t{0}) return {};
  std::vector<RankedArticle> hits = is_ranked() ? ranked_page(wanted) : sorted();
  if (collapses()) count_copies(database_, decider_, hits);
  return hits;
}

std::vector<RankedArticle> Search::ranked_page(std::size_t wanted) {
  std::vector<RankedArticle> hits = ranked(wanted);
  if (hits.size() > wanted) hits.resize(wanted);
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(std::min(request_.offset, hits.size())));
  return hits;
}

/// Asks for a query; of each story only the best where the request says so.
Xapian::Enquire Search::enquire_for(const Xapian::Query& query) const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  if (collapses()) enquire.set_collapse_key(slot::kCollapse);
  return enquire;
}

std::vector<RankedArticle> Search::sorted() {
  Xapian::Enquire enquire = enquire_for(builder_.superset(question_.counted));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(rule_of(request_.sort).slot, false);
  const auto offset = static_cast<Xapian::doccount>(std::min<std::size_t>(request_.offset, database_.get_doccount()));
  const auto limit = static_cast<Xapian::doccount>(needed() - offset);
  std::vector<RankedArticle> hits;
  const Xapian::MSet found = enquire.get_mset(offset, limit, 0, nullptr, hits_decider_);
  for (auto item = found.begin(); item != found.end(); ++item) hits.push_back({*item, 0, {}, 0, 0, {}});
  return hits;
}

/// What the clause of the hits leaves of a ranking query.
Xapian::Query Search::restricted(const Xapian::Query& ranking) const {
  using Xapian::Query;
  const Query needed(Query::OP_SCALE_WEIGHT, builder_.superset(question_.hits), 0);
  if (question_.optional_words) return {Query::OP_FILTER, ranking, needed};
  return {Query::OP_AND_MAYBE, needed, ranking};
}

const CandidateQueries& Search::candidates() {
  if (!candidates_) candidates_ = make_candidates(question_, counts_, weights_, *vocabulary_);
  return *candidates_;
}

std::vector<Search::Segment> Search::segments() {
  if (all_hits_) return {{Xapian::Query::MatchAll, true}};  // they are known: nothing is asked
  const bool restricts = question_.filtered || !question_.optional_words || question_.hits.kind == ClauseKind::all_of ||
                         is_any_of_many_runs(question_.hits) ||
                         (request_.match == MatchMode::any && !is_any_of_words(question_.hits)) ||
                         std::any_of(question_.words.begin(), question_.words.end(), is_narrow);
  const Xapian::Query& whole = candidates().whole;
  if (!question_.optional_words) return {{restricted(whole), true}};
  const auto maybe_restricted = [&](const Xapian::Query& query) { return restricts ? restricted(query) : query; };
  const bool take_whole =
      restricts || candidates().kept_is_whole || !request_.limit || request_.match == MatchMode::any;
  std::vector<Segment> stretches;
  if (take_whole) {
    stretches.push_back({maybe_restricted(whole), true});
  } else {
    stretches.push_back({candidates().kept, true});
    stretches.push_back({both(whole, candidates().kept), false});
  }
  stretches.push_back({maybe_restricted(both(candidates().others, whole)), false});
  return stretches;
}

std::vector<RankedArticle> Search::ranked(std::size_t wanted) {
  Ranking ranking;
  std::vector<RankedArticle>& hits = ranking.hits;
  for (const Segment& segment : segments()) {
    if (segment.query.empty()) continue;
    Reordered first;
    if (segment.reordered) first = reordered(segment.query);
    if (collapses())
      for (const RankedArticle& hit : first.hits) ranking.shown.add(database_, hit.document);
    hits.insert(hits.end(), first.hits.begin(), first.hits.end());
    if (hits.size() >= wanted) break;
    if (first.is_all) continue;
    const std::size_t candidates = segment.reordered ? candidate_count(vocabulary_->articles()) : 0;
    Xapian::Enquire enquire = enquire_for(segment.query);
    enquire.set_weighting_scheme(first_pass_weight());
    enquire.set_sort_by_relevance_then_value(slot::kNewest, false);
    const std::size_t may_be_shown = collapses() ? hits.size() : 0;  // of another copy, in a stretch before
    const auto count = static_cast<Xapian::doccount>(wanted - hits.size() + candidates + may_be_shown);
    append(enquire.get_mset(0, count, 0, nullptr, hits_decider_), first, ranking);
  }
  return std::move(ranking.hits);
}

/// What the first pass found below the reordered ones, in its order and with scores that go on falling.
void Search::append(const Xapian::MSet& found, const Reordered& known, Ranking& ranking) const {
  std::vector<RankedArticle>& hits = ranking.hits;
  std::vector<Xapian::docid> seen;
  seen.reserve(known.hits.size());
  for (const RankedArticle& hit : known.hits) seen.push_back(hit.document);
  std::sort(seen.begin(), seen.end());
  double last_weight = known.last_weight;
  const double ceiling = hits.empty() ? 1 : kBelow * hits.back().score;
  double weight_before = 0, score_before = ceiling;
  for (auto item = found.begin(); item != found.end(); ++item) {
    if (std::binary_search(seen.begin(), seen.end(), *item)) continue;
    if (last_weight <= 0) last_weight = item.get_weight();
    const double share = last_weight > 0 ? std::min(1.0, item.get_weight() / last_weight) : 0;
    // Only what Xapian weighs alike is in the order of ties: weights that rounding would make equal stay apart.
    const double most = item.get_weight() < weight_before ? std::nextafter(score_before, 0) : score_before;
    const double score = std::min(ceiling * share, most);
    weight_before = item.get_weight();
    score_before = score;
    if (!collapses() || ranking.shown.add(database_, *item)) hits.push_back({*item, score, {}, 0, 0, {}});
  }
}

std::vector<Search::Candidate> Search::by_document(const Xapian::MSet& found, std::size_t count) {
  std::vector<Candidate> candidates;
  for (auto item = found.begin(); item != found.end() && candidates.size() < count; ++item)
    candidates.push_back({*item, item.get_weight()});
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.document < b.document; });
  return candidates;
}

/// The first pass's best, by document. Where the last of them ties with the next, which of them Xapian gives depends on
/// how the index was made, so all that tie with it are left out; where these are the most, the tie is broken as
/// everywhere: newer, then id.
Search::Found Search::best(const Xapian::Query& query, std::size_t count) {
  Xapian::Enquire enquire = enquire_for(query);
  enquire.set_weighting_scheme(first_pass_weight());
  // Of equal copies Xapian keeps the lowest document number, which depends on how the index was made.
  if (collapses()) enquire.set_sort_by_relevance_then_value(slot::kNewest, false);
  // Optional runs are looked at in the second pass, which reads the sequences anyway.
  const bool is_left_for_later = question_.optional_words && !collapses();  // the copy that is kept must be a hit
  const Xapian::MatchDecider* decider = is_left_for_later ? nullptr : hits_decider_;
  const auto wanted = static_cast<Xapian::doccount>(count);
  Xapian::MSet found = enquire.get_mset(0, wanted + 1, 0, nullptr, decider);
  if (found.size() <= wanted) return {by_document(found, count), true};
  Xapian::doccount taken = wanted;
  while (!collapses() && taken > 0 && found[taken - 1].get_weight() <= found[wanted].get_weight()) --taken;
  if (taken < wanted / 2) {
    enquire.set_sort_by_relevance_then_value(slot::kNewest, false);
    found = enquire.get_mset(0, wanted, 0, nullptr, decider);
    taken = wanted;
  }
  return {by_document(found, taken), false};
}

Search::Reordered Search::reordered(const Xapian::Query& query) {
  const Found found = all_hits_ ? Found{*all_hits_, true} : best(query, candidate_count(vocabulary_->articles()));
  Ranker ranker(weights_, scanner_, vocabulary_->average_tokens());
  const ClauseMatcher matcher(question_.hits, scanner_, numbered_);
  Restorer restorer(weights_, scanner_);
  std::vector<RankedArticle> candidates;
  candidates.reserve(found.candidates.size());
  double last_weight = found.candidates.empty() ? 0 : found.candidates.front().weight;
  for (const Candidate& candidate : found.candidates) {  // in the order in which the index holds them
    last_weight = std::min(last_weight, candidate.weight);
    const Xapian::Document document = database_.get_document(candidate.document, Xapian::DOC_ASSUME_VALID);
    ScannedArticle scanned;
    scanner_.scan(memory_.tokens.tokens_of(candidate.document, document), scanned);
    if (hits_decider_ != nullptr && !matcher.is_true(scanned, document)) continue;
    restorer.add(scanned);
    candidates.push_back({candidate.document, 0, {}, 0, 0, std::move(scanned)});
  }
  ranker.use(restorer.restored(question_, counts_, vocabulary_->articles()));
  for (RankedArticle& candidate : candidates) candidate.full = ranker.score(candidate.scanned);
  add_names(candidates);
  order(candidates);
  return {std::move(candidates), last_weight, found.is_all};
}

/// Days, documents and wholes of the query are looked up in their posting lists, which are short.
void Search::add_names(std::vector<RankedArticle>& candidates) const {
  if (question_.ranked_terms.empty()) return;
  std::sort(candidates.begin(), candidates.end(),
            [](const RankedArticle& a, const RankedArticle& b) { return a.document < b.document; });
  for (const std::string& term : question_.ranked_terms) {
    const double value = ranking::kPair * idf(vocabulary_->articles(), vocabulary_->articles_with(term));
    Xapian::PostingIterator posting = database_.postlist_begin(term);
    const Xapian::PostingIterator end = database_.postlist_end(term);
    for (RankedArticle& candidate : candidates) {
      if (posting == end) break;
      posting.skip_to(candidate.document);
      if (posting != end && *posting == candidate.document) candidate.full.terms += value;
    }
  }
}

void Search::order(std::vector<RankedArticle>& candidates) const {
  double best_text = 0;
  for (const RankedArticle& candidate : candidates) best_text = std::max(best_text, candidate.full.text());
  for (RankedArticle& candidate : candidates) {
    candidate.best_text = best_text;
    candidate.score = Ranker::total(candidate.full, best_text);
  }
  const auto key = [this](const RankedArticle& hit) {
    return database_.get_document(hit.document, Xapian::DOC_ASSUME_VALID).get_value(slot::kNewest);
  };
  std::sort(candidates.begin(), candidates.end(), [&](const RankedArticle& a, const RankedArticle& b) {
    return a.score != b.score ? a.score > b.score : key(a) < key(b);
  });
}

std::vector<std::string> Search::explanation() { return candidates().lines; }

}  // namespace timbao
