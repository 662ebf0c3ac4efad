// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match.h"

#include <algorithm>

#include "common/index/sequence.h"
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

/// Walks a run and an article together. Of every place of the run it keeps where in the article the walk may stand,
/// each once: wholes offer many ways to the same spot, and trying each to its end would take for ever.
bool ClauseMatcher::run_stands(const Clause& run, const ScannedArticle& scanned) const {
  std::vector<std::vector<Spot>> spots(run.length + 1);
  for (const RunStep& step : run.steps) {
    std::vector<Spot>& from = spots[step.from];
    std::vector<Spot>& to = spots[step.to];
    if (step.from == 0) {
      for (const FoundToken& token : scanned.found)
        if (scanner_.is(token, step.word)) to.push_back(spot_behind(token));
    } else {
      std::sort(from.begin(), from.end());
      from.erase(std::unique(from.begin(), from.end()), from.end());
      for (const Spot& spot : from) go_on(spot, step, scanned, to);
    }
    if (!spots[run.length].empty()) return true;
  }
  return false;
}

void ClauseMatcher::go_on(const Spot& spot, const RunStep& step, const ScannedArticle& scanned,
                          std::vector<Spot>& behind) const {
  auto token = std::lower_bound(scanned.found.begin(), scanned.found.end(), spot.place,
                                [](const FoundToken& found, std::uint32_t place) { return found.place < place; });
  for (; token != scanned.found.end() && token->place == spot.place; ++token)
    if (token->paragraph == spot.paragraph && scanner_.is(*token, step.word)) behind.push_back(spot_behind(*token));
}

ClauseDecider::ClauseDecider(const Xapian::Database& database, const Clause& clause, const SequenceScanner& scanner,
                             TokenMemory& memory)
    : matcher_(clause, scanner),
      sieve_(clause, scanner),
      scanner_(scanner),
      memory_(memory),
      is_single_(database.get_uuid().find(':') == std::string::npos) {}  // ":" joins those of several

/// Of several databases Xapian gives each one's own document numbers, which tell nothing here.
bool ClauseDecider::operator()(const Xapian::Document& document) const {
  if (!is_single_) {
    const std::string bytes = stored_tokens(document);
    const std::string_view sequence = checked_sequence(bytes);
    return sieve_.may_hold(sequence) && matches(ArticleTokens(sequence), document);
  }
  const Xapian::docid id = document.get_docid();
  const auto known = known_.find(id);
  if (known != known_.end()) return known->second;
  return known_[id] = look_at(id, document);
}

/// What the sieve holds back is kept only while there is room: else it would push out what is read again.
bool ClauseDecider::look_at(Xapian::docid id, const Xapian::Document& document) const {
  const ArticleTokens* tokens = memory_.find(id);
  if (tokens == nullptr) {
    const std::string bytes = stored_tokens(document);
    const std::string_view sequence = checked_sequence(bytes);
    if (memory_.is_full() && !sieve_.may_hold(sequence)) return false;
    tokens = &memory_.keep(id, sequence);
  }
  return sieve_.may_hold(*tokens) && matches(*tokens, document);
}

bool ClauseDecider::matches(const ArticleTokens& tokens, const Xapian::Document& document) const {
  scanner_.scan(tokens, scanned_);
  return matcher_.is_true(scanned_, document);
}

}  // namespace timbao
