// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/phrase_pairs.h"

#include <algorithm>

#include "common/index/listed_pairs.h"
#include "common/index/schema.h"
#include "common/index/terms.h"

namespace timbao {
namespace {

const PhraseStep& single_step(const Clause& phrase, std::size_t from) {
  return *std::find_if(phrase.steps.begin(), phrase.steps.end(),
                       [from](const PhraseStep& step) { return step.from == from && step.to == from + 1; });
}

}  // namespace

std::string PhrasePair::term() const {
  const PairRule rule = left.field ? row_of(*left.field).pairs : PairRule::listed;
  const bool is_term = rule == PairRule::all || (rule == PairRule::listed && is_listed_pair(left.folded, right.folded));
  return is_term ? pair_term(left.folded, right.folded) : std::string();
}

std::vector<PhrasePair> pairs_of_phrase(const Clause& phrase, const IndexedVector<WordId, AskedWord>& words) {
  const std::vector<bool> choice = places_with_a_choice(phrase);
  std::vector<PhrasePair> pairs;
  for (std::size_t place = 0; place + 1 < phrase.length; ++place) {
    if (choice[place] || choice[place + 1]) continue;
    const AskedWord& left = words[single_step(phrase, place).word];
    const AskedWord& right = words[single_step(phrase, place + 1).word];
    if (!left.is_beginning() && !right.is_beginning()) pairs.push_back({place, left, right});
  }
  return pairs;
}

std::vector<PhrasePair> signed_pairs(const Clause& clause, const IndexedVector<WordId, AskedWord>& words) {
  std::vector<PhrasePair> pairs;
  if (clause.kind == ClauseKind::phrase) {
    for (const PhrasePair& pair : pairs_of_phrase(clause, words))
      if (!is_listed_pair(pair.left.folded, pair.right.folded)) pairs.push_back(pair);
  } else if (clause.kind == ClauseKind::all_of) {
    for (const Clause& child : clause.children)
      for (const PhrasePair& pair : signed_pairs(child, words)) pairs.push_back(pair);
  }
  return pairs;
}

}  // namespace timbao
