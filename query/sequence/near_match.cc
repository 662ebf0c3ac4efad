// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/near_match.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace timbao {
namespace {

using Places = std::vector<StandingPlace>;

bool ends_before(const StandingPlace& a, const StandingPlace& b) { return a.end < b.end; }
bool begins_before(const StandingPlace& a, const StandingPlace& b) { return a.first < b.first; }

/// Sorts places, which mostly are in order already: then no memory is asked for.
template <typename IsBefore>
void sort_places(Places& places, IsBefore is_before) {
  if (!std::is_sorted(places.begin(), places.end(), is_before))
    std::stable_sort(places.begin(), places.end(), is_before);
}

Places places_of_word(const Clause& clause, const ScannedTokens& article) {
  constexpr std::size_t kUsualPlaces = 32;
  Places places;
  places.reserve(kUsualPlaces);
  const FoundToken* token = article.found.first_of(article.scanner.group_of(clause.word));
  for (; token != nullptr; token = article.found.next_of(*token))
    if (article.scanner.is(*token, clause.word))
      places.push_back({token->place, token->place + token->span, token->paragraph, token->field});
  sort_places(places, ends_before);
  return places;
}

Places places_of_phrase(const Clause& clause, const ScannedTokens& article) {
  return article.phrases.places(clause, article.found);
}

Places places_of_any(const Clause& clause, const ScannedTokens& article) {
  Places places;
  for (const Clause& child : clause.children)
    for (const StandingPlace& place : places_of(child, article)) places.push_back(place);
  sort_places(places, ends_before);
  return places;
}

struct PlacesRow {
  ClauseKind kind;
  Places (*places)(const Clause& clause, const ScannedTokens& article);
};
constexpr std::array<PlacesRow, 3> kPlacesRows{{
    {ClauseKind::word, places_of_word},
    {ClauseKind::phrase, places_of_phrase},
    {ClauseKind::any_of, places_of_any},
}};

/// Places of one clause, in which those near another place are looked up. Paragraphs follow each other, so the nearest
/// place before another stands in the same paragraph if any does.
class NearbyPlaces {
 public:
  explicit NearbyPlaces(const Places& by_end) : by_end_(by_end) {
    if (!std::is_sorted(by_end.begin(), by_end.end(), begins_before)) {
      sorted_ = by_end;
      sort_places(sorted_, begins_before);
    }
    before_ = by_end_.begin();
    behind_ = by_first().begin();
  }

  /// Takes    a place that ends no earlier than those that were asked for before: so each list is walked once, but for
  ///          places that begin before the one asked for last.
  [[nodiscard]] bool has_near(const StandingPlace& place, std::uint32_t distance) {
    return has_before(place, distance) || has_behind(place, distance);
  }

 private:
  [[nodiscard]] const Places& by_first() const { return sorted_.empty() ? by_end_ : sorted_; }

  [[nodiscard]] bool has_before(const StandingPlace& place, std::uint32_t distance) {
    if (before_ != by_end_.begin() && (before_ - 1)->end > place.first)
      before_ = std::upper_bound(by_end_.begin(), before_, place.first,
                                 [](std::uint32_t first, const StandingPlace& each) { return first < each.end; });
    while (before_ != by_end_.end() && before_->end <= place.first) ++before_;
    return before_ != by_end_.begin() && (before_ - 1)->paragraph == place.paragraph &&
           place.first - (before_ - 1)->end <= distance;
  }

  [[nodiscard]] bool has_behind(const StandingPlace& place, std::uint32_t distance) {
    while (behind_ != by_first().end() && behind_->first < place.end) ++behind_;
    return behind_ != by_first().end() && behind_->paragraph == place.paragraph &&
           behind_->first - place.end <= distance;
  }

  const Places& by_end_;
  Places sorted_;                  // by their first tokens, where that is another order
  Places::const_iterator before_;  // the first of by_end_ that ends behind the begin of the place asked for
  Places::const_iterator behind_;  // the first of by_first() that begins behind the end of the place asked for
};

/// Drops the places that are not near any of others; both are in the order of their ends.
void keep_near(const Places& others, std::uint32_t distance, Places& places) {
  NearbyPlaces nearby(others);
  std::size_t kept = 0;  // in the order of their ends, as NearbyPlaces wants them
  for (const StandingPlace& place : places)
    if (nearby.has_near(place, distance)) places[kept++] = place;
  places.resize(kept);
}

}  // namespace

std::vector<StandingPlace> places_of(const Clause& clause, const ScannedTokens& article) {
  const auto* row = std::find_if(kPlacesRows.begin(), kPlacesRows.end(),
                                 [&clause](const PlacesRow& each) { return each.kind == clause.kind; });
  return row == kPlacesRows.end() ? Places() : row->places(clause, article);
}

bool stands_near(const Clause& near, const ScannedTokens& article) {
  if (near.children.empty()) return false;
  Places reached = places_of(near.children.front(), article);
  for (std::size_t child = 1; child < near.children.size() && !reached.empty(); ++child) {
    Places next = places_of(near.children[child], article);
    keep_near(reached, near.distances[child - 1], next);
    reached = std::move(next);
  }
  return !reached.empty();
}

std::vector<std::vector<StandingPlace>> places_near(const Clause& near, const ScannedTokens& article) {
  std::vector<Places> all;
  all.reserve(near.children.size());
  for (const Clause& child : near.children) all.push_back(places_of(child, article));
  for (std::size_t child = 1; child < all.size(); ++child)
    keep_near(all[child - 1], near.distances[child - 1], all[child]);
  for (std::size_t child = all.size(); child > 1; --child)
    keep_near(all[child - 1], near.distances[child - 2], all[child - 2]);
  return all;
}

}  // namespace timbao
