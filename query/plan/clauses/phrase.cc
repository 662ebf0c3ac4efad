// SPDX-License-Identifier: GPL-2.0-or-later
// A phrase: its words side by side in one paragraph, or the joined forms and ranges that stand for them.
#include <algorithm>
#include <utility>

#include "query/plan/clause_kinds.h"
#include "query/plan/phrase_pairs.h"
#include "query/plan/ranking_numbers.h"
#include "query/plan/term_lists.h"

namespace timbao {
namespace {

using Xapian::Query;

/// The places from `begin` up to `end`, which can be passed in more than one way.
struct Choice {
  std::size_t begin, end;
};

/// The lists of all ways through a choice: its single words all together, or any of its wholes.
TermList list_of_choice(const Clause& phrase, Choice choice, const ClauseContext& context) {
  std::vector<Query> singles, ways;
  double singles_share = 1, in_no_way = 1;
  for (const PhraseStep& step : phrase.steps) {
    if (step.from < choice.begin || step.to > choice.end) continue;
    const bool is_a_way = step.to - step.from > 1 || choice.end - choice.begin == 1;
    const TermList list = list_of(context.terms_of(step.word), context.vocabulary);
    (is_a_way ? ways : singles).push_back(list.query);
    (is_a_way ? in_no_way : singles_share) *= is_a_way ? 1 - list.share : list.share;
  }
  if (!singles.empty()) {
    ways.emplace_back(Query::OP_AND, singles.begin(), singles.end());
    in_no_way *= 1 - singles_share;
  }
  return {Query(Query::OP_OR, ways.begin(), ways.end()), 1 - in_no_way};
}

/// The lists of all choices of a phrase.
std::vector<TermList> lists_of_choices(const Clause& phrase, const std::vector<bool>& choice,
                                       const ClauseContext& context) {
  std::vector<TermList> lists;
  for (std::size_t begin = 0, end = 0; begin < phrase.length; begin = end + 1) {
    for (end = begin; end < phrase.length && choice[end];) ++end;
    if (end > begin) lists.push_back(list_of_choice(phrase, {begin, end}, context));
  }
  return lists;
}

/// Everything that an article with the phrase must have: pairs that are terms wherever they stand, words, and choices.
std::vector<TermList> lists_of_phrase(const Clause& phrase, const ClauseContext& context) {
  const std::vector<bool> choice = places_with_a_choice(phrase);
  std::vector<TermList> lists;
  std::vector<bool> paired(phrase.length);
  for (const PhrasePair& pair : pairs_of_phrase(phrase, context.words)) {
    const std::string term = pair.term();
    if (term.empty()) continue;
    lists.push_back(list_of({term}, context.vocabulary));
    paired[pair.place] = paired[pair.place + 1] = true;
  }
  for (const PhraseStep& step : phrase.steps) {
    const bool said_by_pair = paired[step.from] && context.words[step.word].readings == Readings::any;
    if (!choice[step.from] && !said_by_pair)
      lists.push_back({superset(word_clause(step.word), context), likely_share(word_clause(step.word), context)});
  }
  for (TermList& list : lists_of_choices(phrase, choice, context)) lists.push_back(std::move(list));
  return lists;
}

/// Opens the rarest lists until hardly an article is likely to be in all of them by chance. Whether the phrase stands in
/// the articles that are left is told by their token sequences anyway, and to read a few articles costs less than to
/// open another list.
Query superset_of_phrase(const Clause& phrase, const ClauseContext& context, Lists wanted) {
  const std::size_t most_lists =
      wanted == Lists::few ? std::max<std::size_t>(1, phrase.length / 2) : phrase.steps.size();
  std::vector<TermList> lists = lists_of_phrase(phrase, context);
  std::stable_sort(lists.begin(), lists.end(), [](const TermList& a, const TermList& b) { return a.share < b.share; });
  std::vector<Query> rarest;
  double likely = context.vocabulary.articles();
  for (const TermList& list : lists) {
    if (!rarest.empty() && (likely < ranking::kFewArticles || rarest.size() >= most_lists)) break;
    rarest.push_back(list.query);
    likely *= list.share;
  }
  return {Query::OP_AND, rarest.begin(), rarest.end()};
}

std::uint64_t most_articles_of_phrase(const Clause& phrase, const ClauseContext& context) {
  std::uint64_t least = context.vocabulary.articles();
  const std::vector<bool> choice = places_with_a_choice(phrase);
  for (const PhraseStep& step : phrase.steps)
    if (!choice[step.from]) least = std::min(least, sum_of(context.terms_of(step.word), context.vocabulary));
  for (const PhrasePair& pair : pairs_of_phrase(phrase, context.words))
    if (const std::string term = pair.term(); !term.empty())
      least = std::min<std::uint64_t>(least, context.vocabulary.articles_with(term));
  return least;
}

double likely_share_of_phrase(const Clause& phrase, const ClauseContext& context) {
  const std::vector<bool> choice = places_with_a_choice(phrase);
  double share = 1;
  for (const PhraseStep& step : phrase.steps)
    if (!choice[step.from]) share *= share_with_any(context.terms_of(step.word), context.vocabulary);
  for (const TermList& list : lists_of_choices(phrase, choice, context)) share *= list.share;
  const double all = std::max<double>(1, context.vocabulary.articles());
  return std::min(share, static_cast<double>(most_articles_of_phrase(phrase, context)) / all);
}

bool phrase_is_true(const Clause& phrase, ArticleEvidence& article) {
  return article.phrases.stands(phrase, article.found);
}

}  // namespace

const ClauseKindRow kPhraseClause{
    ClauseKind::phrase,     "phrase",       ToldBy::token_sequences, superset_of_phrase, most_articles_of_phrase,
    likely_share_of_phrase, phrase_is_true,
};

}  // namespace timbao
