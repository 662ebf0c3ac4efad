// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/sequence.h"
#include "common/index/stored.h"
#include "query/language/days.h"

namespace timbao {
ClauseMatcher::ClauseMatcher(const Clause& clause, const SequenceScanner& scanner, const Xapian::Database* database)
    : clause_(clause), scanner_(scanner), filters_(clause, database) {}

bool ClauseMatcher::is_true(const ScannedArticle& scanned, const Xapian::Document& document) const {
  found_.assign(scanned, scanner_.groups());
  filters_.look_at(document);
  is_day_known_ = false;
  return holds(clause_, document);
}

bool ClauseMatcher::holds(const Clause& clause, const Xapian::Document& document) const {
  const auto child_holds = [&](const Clause& child) { return holds(child, document); };
  switch (clause.kind) {
    case ClauseKind::word:
      return word_stands(clause.word);
    case ClauseKind::run:
      return run_stands(clause);
    case ClauseKind::terms:
      return filters_.has_any(clause.terms);
    case ClauseKind::days:
      return is_of(clause.days, document);
    case ClauseKind::all_of:
      return std::all_of(clause.children.begin(), clause.children.end(), child_holds);
    case ClauseKind::any_of:
      return std::any_of(clause.children.begin(), clause.children.end(), child_holds);
    case ClauseKind::none_of:
      break;
  }
  return std::none_of(clause.children.begin(), clause.children.end(), child_holds);
}

bool ClauseMatcher::is_of(const DayRange& days, const Xapian::Document& document) const {
  if (!is_day_known_) day_ = day_of_key(document.get_value(slot::kOldest));
  is_day_known_ = true;
  return day_ && !(*day_ < days.first) && !(days.last < *day_);
}

bool ClauseMatcher::word_stands(WordId word) const {
  const FoundToken* token = found_.first_of(scanner_.group_of(word));
  while (token != nullptr && !scanner_.is(*token, word)) token = found_.next_of(*token);
  return token != nullptr;
}

/// Walks a run and an article together. Of every place of the run it keeps where in the article the walk may stand,
/// each once: wholes offer many ways to the same spot, and trying each to its end would take for ever. A walk that
/// stands nowhere any more has ended.
bool ClauseMatcher::run_stands(const Clause& run) const {
  if (spots_.size() < run.length + 1) spots_.resize(run.length + 1);
  for (std::size_t place = 0; place <= run.length; ++place) spots_[place].clear();
  std::size_t farthest = 0;  // where a walk may stand
  for (const RunStep& step : run.steps) {
    if (step.from > farthest) return false;
    std::vector<Spot>& from = spots_[step.from];
    std::vector<Spot>& to = spots_[step.to];
    if (step.from == 0) {
      begin(step, to);
    } else {
      std::sort(from.begin(), from.end());
      from.erase(std::unique(from.begin(), from.end()), from.end());
      for (const Spot& spot : from) go_on(spot, step, to);
    }
    if (!to.empty()) farthest = std::max(farthest, step.to);
    if (!spots_[run.length].empty()) return true;
  }
  return false;
}

void ClauseMatcher::begin(const RunStep& step, std::vector<Spot>& behind) const {
  const FoundToken* token = found_.first_of(scanner_.group_of(step.word));
  for (; token != nullptr; token = found_.next_of(*token))
    if (scanner_.is(*token, step.word)) behind.push_back(spot_behind(*token));
}

void ClauseMatcher::go_on(const Spot& spot, const RunStep& step, std::vector<Spot>& behind) const {
  for (const FoundToken& token : found_.at(spot.place, *spot.before))
    if (token.paragraph == spot.before->paragraph && scanner_.is(token, step.word))
      behind.push_back(spot_behind(token));
}

ClauseDecider::ClauseDecider(const Clause& clause, const SequenceScanner& scanner, TokenMemory& memory,
                             const Xapian::Database* database)
    : matcher_(clause, scanner, database),
      sieve_(clause, scanner),
      scanner_(scanner),
      memory_(memory),
      numbers_tell_(database != nullptr) {}

bool ClauseDecider::operator()(const Xapian::Document& document) const {
  if (!numbers_tell_) {
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
