// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/early_decider.h"

#include <algorithm>

#include "query/plan/ranking_numbers.h"

namespace timbao {
namespace {

/// Whether all words of a clause are looked for in titles, and it has no filters.
bool is_of_titles(const Clause& clause, const IndexedVector<WordId, AskedWord>& words) {
  const auto is_in_title = [&](WordId word) { return words[word].field == Field::title; };
  if (clause.kind == ClauseKind::word) return is_in_title(clause.word);
  return clause.kind != ClauseKind::terms && clause.kind != ClauseKind::days && clause.kind != ClauseKind::since &&
         std::all_of(clause.steps.begin(), clause.steps.end(),
                     [&](const PhraseStep& step) { return is_in_title(step.word); }) &&
         std::all_of(clause.children.begin(), clause.children.end(),
                     [&](const Clause& child) { return is_of_titles(child, words); });
}

}  // namespace

EarlyDecider::EarlyDecider(const Clause& clause, const PreparedQuestion& prepared)
    : scanner_(prepared.scanner()),
      matcher_(clause, scanner_),
      has_many_words_(has_more_leaves(clause, ranking::kManyChoices)),
      is_of_titles_(has_many_words_ && is_of_titles(clause, prepared.question().words)) {}

bool EarlyDecider::pays() const {
  constexpr std::uint32_t kFewTries = 64;
  return has_many_words_ && (tried_ < kFewTries || told_ * 4 >= tried_);
}

/// A joined form that is cut in two by the end of the bytes looks like a shorter one: truth_of() passes over what ends with
/// the beginning.
std::optional<bool> EarlyDecider::decide(std::string_view sequence, ArticleFilters& filters) {
  if (!pays()) return std::nullopt;
  beginning_.assign(sequence.substr(0, ranking::kBeginningBytes));
  return decide(beginning_, filters);
}

std::optional<bool> EarlyDecider::decide(const ArticleTokens& tokens, ArticleFilters& filters) {
  if (!pays()) return std::nullopt;
  const Truth truth = truth_of(tokens, filters);
  ++tried_;
  if (truth == Truth::unknown) return std::nullopt;
  ++told_;
  return truth == Truth::yes;
}

Truth EarlyDecider::truth_of(const ArticleTokens& tokens, ArticleFilters& filters) {
  const std::size_t places = std::min<std::size_t>(tokens.codes().size(), ranking::kBeginningBytes);
  scanner_.scan_beginning(tokens, static_cast<std::uint32_t>(places), scanned_);
  const bool has_whole_title = tokens.title_tokens() < places;
  if (is_of_titles_ && has_whole_title) return matcher_.is_true(scanned_, filters) ? Truth::yes : Truth::no;
  return matcher_.truth_at_beginning(scanned_, filters);
}

}  // namespace timbao
