// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/count.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "query/plan/candidates.h"
#include "query/plan/narrow.h"
#include "query/plan/ranking_numbers.h"
#include "query/plan/told_by_lists.h"
#include "query/search/find_matches.h"
#include "query/search/first_pass.h"

namespace timbao {
namespace {

bool ranks_words(const SearchContext& context) { return !context.question().ranked.empty(); }

/// Whether the hits are what the total counts and all of them are required, so that counting a few of them finds the
/// whole page.
bool may_find_the_page(const SearchContext& context) {
  return context.is_ranked() && !context.question().optional_words && !context.collapses() && context.counts_hits();
}

/// The parts of a conjunction that token sequences tell, and its rarest part.
Clause parts_to_tell(const Clause& clause, const ClauseContext& context) {
  if (clause.kind != ClauseKind::all_of || clause.children.empty()) return clause;
  const auto is_rarer = [&](const Clause& a, const Clause& b) {
    return most_articles(a, context) < most_articles(b, context);
  };
  const auto rarest = std::min_element(clause.children.begin(), clause.children.end(), is_rarer);
  std::vector<Clause> parts;
  for (auto child = clause.children.begin(); child != clause.children.end(); ++child)
    if (child == rarest || needs_sequences(*child, context)) parts.push_back(*child);
  return group_clause(ClauseKind::all_of, std::move(parts));
}

/// Articles for which posting lists tell that the counted clause is true, wherever its superset finds them: most articles
/// with csgt or with cảnh sát giao thông have csgt, and need not be read.
std::vector<Xapian::docid> told_articles(const SearchContext& context) {
  const ClauseContext lists = context.clause_context();
  const std::optional<Clause> told = told_by_lists(parts_to_tell(context.question().counted, lists), lists);
  if (!told) return {};
  WantedMatches wanted;
  wanted.query = superset(*told, lists);
  wanted.most = context.archive().database.get_doccount();
  return documents_of(find_matches(context, wanted).found);
}

/// Finds articles of the counted clause, in the order of the index: at most `most` of them, and it looks at as many as
/// `look_at` to count them. Of what few posting lists leave over, each article is read: that costs less than to open the
/// lists of all words.
Matches find_counted(const SearchContext& context, Xapian::doccount most, Xapian::doccount look_at) {
  const Clause& clause = context.question().counted;
  const ClauseContext lists = context.clause_context();
  const Clause narrow = narrowed(clause, lists);
  const bool is_narrower = narrow.children.size() < clause.children.size();
  WantedMatches wanted;
  wanted.query = superset(narrow, lists);
  wanted.most = most;
  wanted.counted = look_at;
  if (!is_narrower && !needs_sequences(clause, lists)) return find_matches(context, wanted);
  const std::vector<Xapian::docid> told = is_narrower ? std::vector<Xapian::docid>() : told_articles(context);
  const bool is_clause_of_hits = context.hits_decider() != nullptr && (!context.is_ranked() || context.counts_hits());
  wanted.decider = context.hits_decider();
  if (is_clause_of_hits && told.empty()) return find_matches(context, wanted);
  const ClauseDecider decider(clause, context.prepared(), context.archive(), told);
  wanted.decider = &decider;
  return find_matches(context, wanted);
}

/// What counting has found.
struct Found {
  std::uint64_t count = 0;
  bool is_exact = true;
  std::optional<Candidates> all_hits;
};

/// How many hits are reranked if there are no more.
std::size_t most_reranked(const SearchContext& context) {
  if (!may_find_the_page(context)) return 0;
  const std::size_t candidates = candidate_count(context.question(), context.archive().vocabulary.articles());
  const ClauseDecider* const decider = context.hits_decider();  // what is counted are the hits here
  return decider != nullptr && decider->needs_pairs() ? ranking::kRerankedPhrases * candidates : candidates;
}

/// Looks for articles of the counted clause: for as many as are reranked, and for `look_at` more.
Found look_for_articles(const SearchContext& context, Xapian::doccount look_at) {
  const std::size_t page = most_reranked(context);
  Matches matches = find_counted(context, static_cast<Xapian::doccount>(page + (page > 0 ? 1 : 0)), look_at);
  if (page == 0 || matches.found.size() > page) return {matches.count, matches.is_exact, std::nullopt};
  const std::size_t count = matches.found.size();
  return {count, true, Candidates{by_document(std::move(matches.found), page), true}};
}

}  // namespace

HitsHave hits_have(const SearchContext& context) {
  if (!ranks_words(context) || !context.request().like.empty()) return HitsHave::no_words;
  const Question& question = context.question();
  // Where words are optional, an article that has only a part of a number or of a date is a hit too, though it is not
  // counted.
  const bool is_exact = context.counts_hits() && (!question.optional_words || is_any_of_words(question.hits));
  const bool is_what_is_counted = !context.is_ranked() || context.request().match != MatchMode::ranked || is_exact;
  return is_what_is_counted ? HitsHave::what_is_counted : HitsHave::any_word;
}

Counted count(const SearchContext& context) {
  const Clause& clause = context.question().counted;
  const SearchRequest& request = context.request();
  Counted counted;
  counted.total.match = request.match == MatchMode::any ? MatchMode::any : MatchMode::all;
  const bool wants_all = !context.is_ranked() || !ranks_words(context) || !request.limit || *request.limit == 0;
  const bool counts_all = wants_all || most_articles(clause, context.clause_context()) <= ranking::kCountedExactly;
  // A phrase is rare even where its words are not, and reading the articles that may have it is what the page needs too.
  const bool may_be_few = may_find_the_page(context) && context.hits_decider() != nullptr;
  bool is_exact = true;
  if (counts_all || may_be_few) {
    Found found = look_for_articles(context, counts_all ? context.archive().database.get_doccount() : 0);
    counted.total.count = found.count;
    is_exact = found.is_exact;
    counted.all_hits = std::move(found.all_hits);
  }
  counted.total.exact = (counts_all && is_exact) || counted.all_hits;
  if (!counts_all && !counted.all_hits)
    counted.total.count = static_cast<std::uint64_t>(std::llround(likely_articles(clause, context.clause_context())));
  return counted;
}

std::vector<Xapian::docid> counted_articles(const SearchContext& context) {
  std::vector<Xapian::docid> documents =
      documents_of(find_counted(context, context.archive().database.get_doccount(), 0).found);
  std::sort(documents.begin(), documents.end());
  return documents;
}

}  // namespace timbao
