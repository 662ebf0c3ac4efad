// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/phrase_set.h"

#include <algorithm>

namespace timbao {

namespace {

constexpr std::uint32_t kAllFields = 0xFFFFFFFF;

/// A bit for a field; all bits where a word is looked for in any.
constexpr std::uint32_t fields_of(std::optional<Field> field) {
  return field ? 1U << static_cast<std::uint32_t>(*field) : kAllFields;
}

}  // namespace

PhraseSet::PhraseSet(const std::vector<Clause>& clauses, const SequenceScanner& scanner) : scanner_(scanner) {
  alone_.assign(scanner.groups(), {});
  fields_.assign(scanner.groups(), 0);
  for (const Clause& clause : clauses)
    if (clause.kind == ClauseKind::phrase) add(clause);
  std::sort(firsts_.begin(), firsts_.end());
  firsts_.erase(std::unique(firsts_.begin(), firsts_.end()), firsts_.end());
}

/// Every way through a phrase begins with a step from its first place, and goes on with one from where that ends.
void PhraseSet::add(const Clause& phrase) {
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({&phrase});
  for (const PhraseStep& first : phrase.steps) {
    if (first.from != 0) break;
    const GroupId group = scanner_.group_of(first.word);
    firsts_.push_back(group);
    fields_[group] |= fields_of(scanner_.field_of(first.word));
    if (first.to == phrase.length) alone_[group].push_back(number);
    for (const PhraseStep& second : phrase.steps)
      if (second.from == first.to) by_two_[key_of(group, scanner_.group_of(second.word))].push_back(number);
  }
}

bool PhraseSet::any_stands(PhraseMatcher& phrases, const FoundTokens& found) {
  ++article_;
  for (const GroupId first : firsts_)
    for (const FoundToken* token = found.first_of(first); token != nullptr; token = found.next_of(*token))
      if ((fields_[first] & fields_of(token->field)) != 0 && any_begins(*token, phrases, found)) return true;
  return false;
}

bool PhraseSet::any_begins(const FoundToken& token, PhraseMatcher& phrases, const FoundTokens& found) {
  if (any_of(alone_[token.group], phrases, found)) return true;
  for (const FoundToken& next : found.at(token.place + token.span, token)) {
    const auto known = by_two_.find(key_of(token.group, next.group));
    if (known != by_two_.end() && any_of(known->second, phrases, found)) return true;
  }
  return false;
}

bool PhraseSet::any_of(const Numbers& numbers, PhraseMatcher& phrases, const FoundTokens& found) {
  for (const std::uint32_t number : numbers) {
    Entry& entry = entries_[number];
    if (entry.article == article_) continue;
    entry.article = article_;
    ++looked_at_;
    if (phrases.stands(*entry.phrase, found)) return true;
  }
  return false;
}

PhraseSet* PhraseSets::of(const Clause& clause) {
  constexpr std::size_t kFew = 4;
  if (clause.children.size() <= kFew) return nullptr;
  return &sets_.try_emplace(&clause, clause.children, scanner_).first->second;
}

}  // namespace timbao
