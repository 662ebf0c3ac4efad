// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/show/mention_finder.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <utility>

#include "common/base/ascii.h"
#include "common/text/written.h"

namespace timbao {
namespace {

bool is_one_of(ClauseKind kind, std::initializer_list<ClauseKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::string written_word(const AskedWord& word) { return written(word.exact) + (word.is_beginning() ? "*" : ""); }

/// Whether a word with marks stands for its other readings too: where an article may lack the word, as with --match any.
bool stands_for_others(const AskedWord& word) {
  return word.readings == Readings::any && word.is_marked() && !is_ascii_digit(word.folded.front());
}

/// Adds a word to those that take part in a mention, unless it does already.
void add_to(std::vector<std::size_t>& words, std::size_t word) {
  const auto place = std::lower_bound(words.begin(), words.end(), word);
  if (place == words.end() || *place != word) words.insert(place, word);
}

/// Whether a place, of one word, goes on with the mention before it.
bool goes_on(const MentionPlace& before, const MentionPlace& place) {
  if (place.first < before.end) return true;
  const bool is_neighbour = place.first == before.end && place.paragraph == before.paragraph;
  return is_neighbour && !std::binary_search(before.words.begin(), before.words.end(), place.words.front());
}

/// Makes mentions of places, which it sorts.
std::vector<MentionPlace> joined_places(std::vector<MentionPlace> places) {
  std::sort(places.begin(), places.end(), [](const MentionPlace& a, const MentionPlace& b) {
    return std::tie(a.first, a.end, a.words) < std::tie(b.first, b.end, b.words);
  });
  std::size_t last = 0;
  for (std::size_t i = 1; i < places.size(); ++i) {
    MentionPlace& before = places[last];
    if (goes_on(before, places[i])) {
      before.end = std::max(before.end, places[i].end);
      add_to(before.words, places[i].words.front());
    } else if (++last != i) {
      places[last] = std::move(places[i]);
    }
  }
  if (!places.empty()) places.resize(last + 1);
  return places;
}

}  // namespace

MentionFinder::MentionFinder(const Clause& clause, const PreparedQuestion& prepared)
    : prepared_(prepared), phrases_(prepared.scanner()) {
  add_parts(clause);
}

void MentionFinder::add_parts(const Clause& clause) {
  if (is_one_of(clause.kind, {ClauseKind::word, ClauseKind::phrase})) {
    const auto is_same = [&](const Part& part) { return *part.clause == clause; };
    if (std::none_of(parts_.begin(), parts_.end(), is_same)) parts_.push_back({&clause, {add_word(clause)}});
  } else if (clause.kind == ClauseKind::near) {
    Part part{&clause, {}};
    part.words.reserve(clause.children.size());
    for (const Clause& operand : clause.children) part.words.push_back(add_word(operand));
    parts_.push_back(std::move(part));
  } else if (is_one_of(clause.kind, {ClauseKind::all_of, ClauseKind::any_of})) {
    for (const Clause& child : clause.children) add_parts(child);
  }
}

/// The place of a clause among the words, to which it is added unless an equal one is there.
std::size_t MentionFinder::add_word(const Clause& clause) {
  const auto known =
      std::find_if(clauses_.begin(), clauses_.end(), [&](const Clause* each) { return *each == clause; });
  if (known != clauses_.end()) return static_cast<std::size_t>(known - clauses_.begin());
  clauses_.push_back(&clause);
  words_.push_back(marked_word(clause));
  return words_.size() - 1;
}

MarkedWord MentionFinder::marked_word(const Clause& clause) const {
  const IndexedVector<WordId, AskedWord>& asked = prepared_.question().words;
  if (clause.kind == ClauseKind::word) return {written_word(asked[clause.word]), asked[clause.word].field};
  MarkedWord marked;
  for (const PhraseStep& step : clause.steps) {
    marked.field = asked[step.word].field;
    if (step.to == step.from + 1) marked.word += (marked.word.empty() ? "" : " ") + written_word(asked[step.word]);
  }
  for (const Clause& way : clause.children) {
    const MarkedWord other = marked_word(way);
    marked.field = other.field;
    marked.word += (marked.word.empty() ? "" : " OR ") + other.word;
  }
  return marked;
}

std::vector<MentionPlace> MentionFinder::find(const ScannedArticle& scanned) {
  found_.assign(scanned, prepared_.scanner().groups());
  const ScannedTokens article{prepared_.scanner(), found_, phrases_};
  std::vector<MentionPlace> places;
  places.reserve(scanned.found.size());
  for (const Part& part : parts_) add_places(part, article, places);
  return joined_places(std::move(places));
}

void MentionFinder::add_places(const Part& part, const ScannedTokens& article,
                               std::vector<MentionPlace>& places) const {
  const auto add_all = [&](const std::vector<StandingPlace>& standing, std::size_t word) {
    for (const StandingPlace& place : standing)
      places.push_back({place.first, place.end, place.paragraph, place.field, {word}});
  };
  if (part.clause->kind != ClauseKind::near) return add_all(places_of_part(*part.clause, article), part.words.front());
  const std::vector<std::vector<StandingPlace>> operands = places_near(*part.clause, article);
  for (std::size_t i = 0; i < operands.size(); ++i) add_all(operands[i], part.words[i]);
}

std::vector<StandingPlace> MentionFinder::places_of_part(const Clause& clause, const ScannedTokens& article) const {
  if (clause.kind != ClauseKind::word || !stands_for_others(prepared_.question().words[clause.word]))
    return places_of(clause, article);
  std::vector<StandingPlace> as_typed;
  const FoundToken* token = article.found.first_of(article.scanner.group_of(clause.word));
  for (; token != nullptr; token = article.found.next_of(*token)) {
    const bool is_plain = token->reading == FoundToken::kPlain;
    if (article.scanner.is(*token, clause.word) && (is_plain || article.scanner.is_as_typed(*token, clause.word)))
      as_typed.push_back({token->place, token->place + token->span, token->paragraph, token->field});
  }
  return as_typed.empty() ? places_of(clause, article) : as_typed;
}

}  // namespace timbao
