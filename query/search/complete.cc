// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/complete.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "common/base/escape.h"
#include "common/index/terms.h"
#include "common/text/fold.h"
#include "common/text/written.h"
#include "query/search/article_data.h"

namespace timbao {
namespace {

/// A reading that may complete what was typed.
struct Candidate {
  std::string folded, exact;
  std::uint32_t articles = 0;
  double behind_word = 0;  ///< about how many articles have it behind the word before
};

/// In how many articles each folded form stands behind a word, of the forms that begin with a text.
std::unordered_map<std::string, double> followers(const Vocabulary& vocabulary, const std::string& before,
                                                  const std::string& beginning) {
  std::unordered_map<std::string, double> counts;
  if (before.empty()) return counts;
  const std::size_t start = pair_term(before, "").size();
  for (const TermCount& pair : vocabulary.terms_beginning(pair_term(before, beginning)))
    counts[pair.term.substr(start)] = pair.articles;
  return counts;
}

std::vector<Candidate> readings_beginning(const Vocabulary& vocabulary, const std::string& prefix,
                                          const std::string& folded) {
  std::vector<Candidate> candidates;
  for (const TermCount& term : vocabulary.terms_beginning(prefix + folded)) {
    const SplitTerm split = split_term(std::string_view(term.term).substr(prefix.size()));
    candidates.push_back({std::string(split.folded), exact_of(split.folded, split.marks), term.articles, 0});
  }
  return candidates;
}

/// Shares the articles of each pair among the readings of its second word, by how frequent they are.
void weigh_by_pairs(const std::unordered_map<std::string, double>& pairs, std::vector<Candidate>& candidates) {
  if (pairs.empty()) return;
  std::unordered_map<std::string, double> all;
  for (const Candidate& candidate : candidates) all[candidate.folded] += candidate.articles;
  for (Candidate& candidate : candidates) {
    const auto pair = pairs.find(candidate.folded);
    if (pair != pairs.end()) candidate.behind_word = pair->second * candidate.articles / all[candidate.folded];
  }
}

void sort_by_frequency(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::pair(a.behind_word, a.articles) > std::pair(b.behind_word, b.articles);
  });
}

/// Where the printed names of a field stand.
struct NameSlot {
  Field field;
  Xapian::valueno slot;
};
constexpr std::array<NameSlot, 2> kNameSlots{{{Field::source, slot::kSource}, {Field::section, slot::kSection}}};

/// The name as the first of the articles with its term prints it; empty where that article has another name first.
std::string printed_name(const OpenArchive& archive, const std::string& term, const NameSlot& slot) {
  const Xapian::docid first = first_with(archive, term);
  if (first == 0) return {};
  std::string name = archive.database.get_document(first).get_value(slot.slot);
  const bool is_it = name_term(row_of(slot.field).prefix, name) == term;
  const bool can_be_typed = name.find('"') == name.npos && find_control(name) == name.size();
  return is_it && can_be_typed ? composed(name) : std::string();
}

std::vector<TermCount> by_frequency(std::vector<TermCount> terms) {
  std::stable_sort(terms.begin(), terms.end(),
                   [](const TermCount& a, const TermCount& b) { return a.articles > b.articles; });
  return terms;
}

}  // namespace

std::vector<Completion> complete_word(const Vocabulary& vocabulary, const ToComplete& wanted) {
  const std::string folded = fold_text(wanted.typed);
  if (folded.empty()) return {};
  const std::string prefix = wanted.field ? std::string(row_of(*wanted.field).prefix) : std::string();
  std::vector<Candidate> candidates = readings_beginning(vocabulary, prefix, folded);
  weigh_by_pairs(followers(vocabulary, fold_text(wanted.before), folded), candidates);
  sort_by_frequency(candidates);
  std::vector<Completion> completions;
  for (const Candidate& candidate : candidates) {
    if (completions.size() == wanted.limit) break;
    std::string word = written(candidate.exact);
    if (begins_as_typed(word, wanted.typed)) completions.push_back({std::move(word), candidate.articles});
  }
  return completions;
}

std::vector<Completion> complete_name(const OpenArchive& archive, const ToComplete& wanted) {
  const auto* const slot = std::find_if(kNameSlots.begin(), kNameSlots.end(),
                                        [&](const NameSlot& row) { return row.field == wanted.field; });
  if (slot == kNameSlots.end()) return {};
  const std::string beginning = name_term(row_of(slot->field).prefix, wanted.typed);
  std::vector<Completion> completions;
  for (const TermCount& term : by_frequency(archive.vocabulary.terms_beginning(beginning))) {
    if (completions.size() == wanted.limit) break;
    std::string name = printed_name(archive, term.term, *slot);
    if (!name.empty() && begins_as_typed(name, wanted.typed)) completions.push_back({std::move(name), term.articles});
  }
  return completions;
}

}  // namespace timbao
