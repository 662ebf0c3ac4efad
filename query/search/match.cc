// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match.h"

#include <algorithm>

#include "common/index/stored.h"

namespace timbao {
namespace {

bool has_any_term(const Xapian::Document& document, const std::vector<std::string>& terms) {
  return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
    Xapian::TermIterator at = document.termlist_begin();
    at.skip_to(term);
    return at != document.termlist_end() && *at == term;
  });
}

}  // namespace

bool ClauseMatcher::holds(const Clause& clause, const ScannedArticle& scanned, const Xapian::Document& document) const {
  const auto child_holds = [&](const Clause& child) { return holds(child, scanned, document); };
  switch (clause.kind) {
    case ClauseKind::word:
      return std::any_of(scanned.found.begin(), scanned.found.end(),
                         [&](const FoundToken& token) { return scanner_.is(token, clause.word); });
    case ClauseKind::run:
      return run_stands(clause, scanned);
    case ClauseKind::terms:
      return has_any_term(document, clause.terms);
    case ClauseKind::all_of:
      return std::all_of(clause.children.begin(), clause.children.end(), child_holds);
    case ClauseKind::any_of:
      return std::any_of(clause.children.begin(), clause.children.end(), child_holds);
    case ClauseKind::none_of:
      break;
  }
  return std::none_of(clause.children.begin(), clause.children.end(), child_holds);
}

bool ClauseMatcher::run_stands(const Clause& run, const ScannedArticle& scanned) const {
  return std::any_of(scanned.found.begin(), scanned.found.end(),
                     [&](const FoundToken& token) { return run_goes_on(run, scanned, 0, token); });
}

/// Whether the rest of a run, from its place `at`, begins with the found token `next`.
bool ClauseMatcher::run_goes_on(const Clause& run, const ScannedArticle& scanned, std::size_t at,
                                const FoundToken& next) const {
  for (const RunStep& step : run.steps) {
    if (step.from != at || !scanner_.is(next, step.word)) continue;
    if (step.to == run.length) return true;
    const std::uint32_t place = next.place + next.span;
    auto follower = std::lower_bound(scanned.found.begin(), scanned.found.end(), place,
                                     [](const FoundToken& token, std::uint32_t p) { return token.place < p; });
    for (; follower != scanned.found.end() && follower->place == place; ++follower)
      if (follower->paragraph == next.paragraph && run_goes_on(run, scanned, step.to, *follower)) return true;
  }
  return false;
}

bool ClauseDecider::operator()(const Xapian::Document& document) const {
  const std::string bytes = stored_tokens(document);
  scanner_.scan(checked_sequence(bytes), scanned_);
  return matcher_.is_true(scanned_, document);
}

}  // namespace timbao
