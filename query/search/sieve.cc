// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/sieve.h"

#include <algorithm>
#include <vector>

namespace timbao {
namespace {

/// A run without which the clause is not true, if there is one.
const Clause* needed_run(const Clause& clause) {
  if (clause.kind == ClauseKind::run) return &clause;
  if (clause.kind != ClauseKind::all_of) return nullptr;
  for (const Clause& child : clause.children)
    if (const Clause* const run = needed_run(child); run != nullptr) return run;
  return nullptr;
}

/// The words of a run that always stand side by side, pair by pair.
std::vector<std::pair<WordId, WordId>> neighbours_of(const Clause& run) {
  const std::vector<bool> choice = places_with_a_choice(run);
  std::vector<WordId> word_at(run.length);
  for (const RunStep& step : run.steps) word_at[step.from] = step.word;
  std::vector<std::pair<WordId, WordId>> pairs;
  for (std::size_t place = 0; place + 1 < run.length; ++place)
    if (!choice[place] && !choice[place + 1]) pairs.emplace_back(word_at[place], word_at[place + 1]);
  return pairs;
}

/// About how rare a word is: the commonest of its readings' numbers in the table, which is in order of frequency.
double rarity(WordId word, const SequenceScanner& scanner) {
  const std::vector<std::uint32_t> codes = scanner.codes_of(word);
  return 1.0 + (codes.empty() ? sequence::kCodes : *std::min_element(codes.begin(), codes.end()));
}

}  // namespace

/// Walks over one sequence. A whole is several joined tokens, and which of them it takes is for the matcher: here any
/// joined tokens may be one.
class RunSieve::Walk {
 public:
  explicit Walk(const RunSieve& sieve) : sieve_(sieve) {}

  void code(std::uint32_t code) {
    const bool is_asked = sieve_.either_[code];
    step(is_asked && sieve_.left_.codes[code], is_asked && sieve_.right_.codes[code]);
  }
  void literal(std::string_view term) { step(sieve_.left_.has(term), sieve_.right_.has(term)); }
  void joined() {
    found_ = found_ || (left_before_last_ && sieve_.right_.may_be_whole());  // the last token may have begun a whole
    joined_ = true;
  }
  void sentence() const {}
  void paragraph() { left_before_last_ = last_is_left_ = joined_ = false; }
  void field(Field /*field*/) { paragraph(); }

  [[nodiscard]] bool found() const { return found_; }

 private:
  void step(bool is_left, bool is_right) {
    found_ = found_ || (last_is_left_ && (is_right || (joined_ && sieve_.right_.may_be_whole())));
    left_before_last_ = last_is_left_;
    last_is_left_ = is_left || (joined_ && sieve_.left_.may_be_whole());
    joined_ = false;
  }

  const RunSieve& sieve_;
  bool left_before_last_ = false, last_is_left_ = false, joined_ = false, found_ = false;
};

RunSieve::RunSieve(const Clause& clause, const SequenceScanner& scanner) {
  const Clause* const run = needed_run(clause);
  if (run == nullptr) return;
  double rarest = 0;
  for (const auto& [left, right] : neighbours_of(*run)) {
    const double rare = rarity(left, scanner) * rarity(right, scanner);
    if (rare <= rarest) continue;
    rarest = rare;
    lets_all_pass_ = false;
    left_ = side_of(left, scanner);
    right_ = side_of(right, scanner);
  }
  either_ = left_.codes | right_.codes;
}

RunSieve::Side RunSieve::side_of(WordId word, const SequenceScanner& scanner) {
  Side side;
  for (const std::uint32_t code : scanner.codes_of(word)) side.codes.set(code);
  side.literal = scanner.literal_of(word);
  return side;
}

bool RunSieve::may_hold(std::string_view sequence) const {
  if (lets_all_pass_) return true;
  Walk walk(*this);
  walk_sequence(sequence, walk);
  return walk.found();
}

}  // namespace timbao
