// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/beginning_truth.h"

#include <array>

namespace timbao {
namespace {

Truth of_text(const Clause& clause, ArticleEvidence& article) {
  return is_true(clause, article) ? Truth::yes : Truth::unknown;
}

Truth of_filter(const Clause& clause, ArticleEvidence& article) {
  return is_true(clause, article) ? Truth::yes : Truth::no;
}

Truth opposite(Truth truth) {
  if (truth == Truth::unknown) return truth;
  return truth == Truth::yes ? Truth::no : Truth::yes;
}

/// Yes as soon as one child is; no only where each child is.
Truth of_any(const Clause& clause, ArticleEvidence& article) {
  PhraseSet* const phrases = article.phrase_sets.of(clause);
  if (phrases != nullptr && phrases->any_stands(article.phrases, article.found)) return Truth::yes;
  Truth any = Truth::no;
  for (const Clause& child : clause.children) {
    const bool was_looked_for = phrases != nullptr && child.kind == ClauseKind::phrase;
    const Truth truth = was_looked_for ? Truth::unknown : truth_at_beginning(child, article);
    if (truth == Truth::yes) return truth;
    if (truth == Truth::unknown) any = truth;
  }
  return any;
}

Truth of_all(const Clause& clause, ArticleEvidence& article) {
  Truth all = Truth::yes;
  for (const Clause& child : clause.children) {
    const Truth truth = truth_at_beginning(child, article);
    if (truth == Truth::no) return truth;
    if (truth == Truth::unknown) all = truth;
  }
  return all;
}

Truth of_none(const Clause& clause, ArticleEvidence& article) { return opposite(of_any(clause, article)); }

using TruthOf = Truth (*)(const Clause&, ArticleEvidence&);

/// In the order of ClauseKind.
constexpr std::array<TruthOf, kClauseKinds.size()> kTruths{of_text,   of_text, of_text, of_filter, of_filter,
                                                           of_filter, of_all,  of_any,  of_none};
static_assert(static_cast<std::size_t>(ClauseKind::near) == 2 && static_cast<std::size_t>(ClauseKind::days) == 4 &&
              static_cast<std::size_t>(ClauseKind::since) == 5 && static_cast<std::size_t>(ClauseKind::none_of) == 8);

}  // namespace

Truth truth_at_beginning(const Clause& clause, ArticleEvidence& article) {
  return kTruths[static_cast<std::size_t>(clause.kind)](clause, article);
}

}  // namespace timbao
