// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/needed_lists.h"

#include <algorithm>
#include <utility>

#include "query/plan/phrase_pairs.h"
#include "query/plan/term_lists.h"

namespace timbao {
namespace {

class ListGatherer {
 public:
  explicit ListGatherer(const ClauseContext& context) : context_(context) {}

  void add(const Clause& clause) {
    if (clause.kind == ClauseKind::word) add_word(clause.word);
    if (clause.kind == ClauseKind::phrase) add_phrase(clause);
    if (clause.kind == ClauseKind::terms) add_terms(clause.terms);
    if (clause.kind != ClauseKind::all_of) return;
    for (const Clause& child : clause.children) add(child);
  }

  [[nodiscard]] std::vector<NeededList> take() { return std::move(lists_); }

 private:
  void add_phrase(const Clause& phrase) {
    for (const PhrasePair& pair : pairs_of_phrase(phrase, context_.words))
      if (std::string term = pair.term(); !term.empty()) add_terms({std::move(term)});
    const std::vector<bool> choice = places_with_a_choice(phrase);
    for (const PhraseStep& step : phrase.steps)
      if (!choice[step.from]) add_word(step.word);
  }

  void add_word(WordId word) {
    if (!context_.words[word].is_beginning()) add_terms(context_.terms_of(word));
  }

  void add_terms(std::vector<std::string> terms) {
    const std::uint64_t postings = sum_of(terms, context_.vocabulary);
    lists_.push_back({std::move(terms), postings});
  }

  const ClauseContext& context_;
  std::vector<NeededList> lists_;
};

}  // namespace

std::vector<NeededList> needed_lists(const Clause& clause, const ClauseContext& context) {
  ListGatherer lists(context);
  lists.add(clause);
  std::vector<NeededList> needed = lists.take();
  std::stable_sort(needed.begin(), needed.end(),
                   [](const NeededList& a, const NeededList& b) { return a.postings < b.postings; });
  return needed;
}

}  // namespace timbao
