// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/operators.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace timbao {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_sign(ItemKind kind) { return kind == ItemKind::plus || kind == ItemKind::minus; }
bool is_keyword(ItemKind kind) {
  return kind == ItemKind::both || kind == ItemKind::either || kind == ItemKind::negation || kind == ItemKind::near;
}

/// Removes an item: it becomes text that holds nothing, so that the places of the others stay.
void erase(Item& item) { item = Item{}; }

void remark(Items& items, std::string text) { items.notes.add(NoteKind::remark, std::move(text)); }

/// For each item the place of its partner where it is a bracket that has one, else kNone.
std::vector<std::size_t> partners_of(const std::vector<Item>& list) {
  std::vector<std::size_t> partners(list.size(), kNone), open;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].kind == ItemKind::open) open.push_back(i);
    if (list[i].kind != ItemKind::close || open.empty()) continue;
    partners[i] = open.back();
    partners[open.back()] = i;
    open.pop_back();
  }
  return partners;
}

/// Makes text of a bracket. One with the name of a field or a weight holds a word.
void erase_bracket(Item& item) {
  Item text;
  if (item.text.size() > 1) text.text = item.text;
  text.is_operand = item.text.size() > 1;
  item = text;
}

/// Removes brackets that have no partner, stand too deep within others or hold no operand.
void erase_useless_brackets(Items& items) {
  std::vector<Item>& list = items.list;
  const std::vector<std::size_t> partners = partners_of(list);
  std::size_t depth = 0, operands = 0;
  std::vector<std::size_t> operands_before(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    operands_before[i] = operands;
    if (list[i].is_operand) ++operands;
    if (list[i].kind != ItemKind::open && list[i].kind != ItemKind::close) continue;
    if (partners[i] == kNone) {
      remark(items, "a bracket without its partner was read as text");
      erase_bracket(list[i]);
    } else if (partners[i] > i) {
      if (++depth > kQueryDepthLimit) remark(items, "brackets too deep in others were read as text");
    } else {
      const bool counts = depth-- <= kQueryDepthLimit && operands_before[partners[i]] != operands;
      if (counts) continue;
      erase_bracket(list[partners[i]]);
      erase_bracket(list[i]);
    }
  }
}

/// Removes signs that no longer stand before an operand, because it was removed.
void erase_signs_without_operand(std::vector<Item>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!is_sign(list[i].kind)) continue;
    const bool has_operand = i + 1 < list.size() && (list[i + 1].is_operand || list[i + 1].kind == ItemKind::open);
    if (!has_operand) erase(list[i]);
  }
}

/// Removes a plus before a filter, and before a bracket that holds one filter and nothing else: a filter restricts with
/// or without it.
void erase_needless_plus(std::vector<Item>& list) {
  struct Open {
    std::size_t place, filters = 0, others = 0;  // where the bracket stands, and how much it holds
  };
  std::vector<Open> open{{0}};  // the whole query counts as a bracket
  const auto is_plus_before = [&list](std::size_t i) { return i > 0 && list[i - 1].kind == ItemKind::plus; };
  for (std::size_t i = 0; i < list.size(); ++i) {
    const ItemKind kind = list[i].kind;
    if (kind == ItemKind::open) {
      open.push_back({i});
    } else if (kind == ItemKind::filter) {
      ++open.back().filters;
      if (is_plus_before(i)) erase(list[i - 1]);
    } else if (kind == ItemKind::close) {
      const Open inner = open.back();
      open.pop_back();
      const bool is_one_filter = inner.filters == 1 && inner.others == 0;
      if (is_plus_before(inner.place) && is_one_filter) erase(list[inner.place - 1]);
      open.back().filters += inner.filters;
      open.back().others += inner.others + (is_plus_before(inner.place) ? 1 : 0);
    } else if (list[i].is_operand || kind == ItemKind::minus) {
      ++open.back().others;
    }
  }
}

/// The place of the next item behind `at` that is not punctuation; the end of the list where there is none.
std::size_t next_but_punctuation(const std::vector<Item>& list, std::size_t at) {
  ++at;
  while (at < list.size() && is_punctuation(list[at])) ++at;
  return at;
}

/// Whether an operand may follow behind place `at`. A keyword may be one: it becomes a word where no operand stands
/// before it.
bool operand_follows(const std::vector<Item>& list, std::size_t at) {
  at = next_but_punctuation(list, at);
  return at < list.size() && list[at].kind != ItemKind::close;
}

/// Makes a NOT that begins an operand a minus: `NOT x` becomes `-x`. The minus takes the place directly before x, also
/// where x has a sign of its own.
///
/// Returns  false where nothing follows that can be excluded: then NOT is a word.
bool becomes_a_sign(std::vector<Item>& list, std::size_t at) {
  std::size_t excluded = next_but_punctuation(list, at);
  if (excluded < list.size() && is_sign(list[excluded].kind)) ++excluded;  // an operand follows every sign
  if (excluded == list.size() || list[excluded].kind == ItemKind::close || is_keyword(list[excluded].kind))
    return false;
  for (std::size_t i = at; i < excluded; ++i) erase(list[i]);
  list[excluded - 1].kind = ItemKind::minus;
  return true;
}

/// Makes a minus of each NOT that begins an operand, and words of those AND, OR and NOT that do not stand between two
/// operands.
void settle_keywords(Items& items) {
  ItemKind before = ItemKind::open;  // the query begins as a bracket does
  for (std::size_t i = 0; i < items.list.size(); ++i) {
    Item& item = items.list[i];
    if (is_punctuation(item)) continue;
    if (is_keyword(item.kind)) {
      const bool is_after_operand = before != ItemKind::open && !is_sign(before) && !is_keyword(before);
      const bool is_and_not = item.kind == ItemKind::negation && before == ItemKind::both;
      const bool begins_an_operand = before == ItemKind::open || before == ItemKind::either;
      if ((is_after_operand || is_and_not) && operand_follows(items.list, i)) {
        item.is_operand = false;
      } else if (item.kind == ItemKind::negation && begins_an_operand && becomes_a_sign(items.list, i)) {
        before = ItemKind::minus;
        continue;
      } else {
        item.kind = ItemKind::text;
        remark(items, std::string(item.text) + " stands between no two operands; searched as a word");
      }
    }
    before = item.kind;
  }
}

/// The place of the item before `at` that is not punctuation; `at` itself where there is none.
std::size_t last_but_punctuation(const std::vector<Item>& list, std::size_t at) {
  for (std::size_t before = at; before > 0; --before)
    if (!is_punctuation(list[before - 1])) return before - 1;
  return at;
}

/// For each bracket whether the pair holds operands that stand at places, one alone or with OR between them.
std::vector<bool> brackets_of_places(const std::vector<Item>& list) {
  struct Open {
    std::size_t place;
    bool is_of_places;
    std::size_t operand;  // the last operand within, behind which no operator stands; kNone: there is none
  };
  std::vector<bool> result(list.size());
  std::vector<Open> open{{kNone, true, kNone}};  // the whole query counts as a bracket
  const auto add_operand = [&](std::size_t at) {
    Open& within = open.back();
    const bool is_of_places = list[at].kind == ItemKind::close ? result[at] : stands_at_places(list[at].kind);
    const bool goes_on = within.operand != kNone && list[within.operand].kind == ItemKind::text &&
                         list[at].kind == ItemKind::text && list[within.operand].field == list[at].field;
    within.is_of_places = within.is_of_places && is_of_places && (within.operand == kNone || goes_on);
    within.operand = at;
  };
  for (std::size_t i = 0; i < list.size(); ++i) {
    const ItemKind kind = list[i].kind;
    if (kind == ItemKind::open) {
      open.push_back({i, true, kNone});
    } else if (kind == ItemKind::close) {
      const Open inner = open.back();
      open.pop_back();
      result[i] = result[inner.place] = inner.is_of_places;
      add_operand(i);
    } else if (kind == ItemKind::either) {
      open.back().operand = kNone;
    } else if (!is_punctuation(list[i])) {
      add_operand(i);
    }
  }
  return result;
}

/// Makes AND of each NEAR with something else on a side than operands that stand at places.
void settle_near(Items& items) {
  std::vector<Item>& list = items.list;
  if (std::none_of(list.begin(), list.end(), [](const Item& item) { return item.kind == ItemKind::near; })) return;
  const std::vector<bool> is_bracket_of_places = brackets_of_places(list);
  const auto is_operand = [&](std::size_t i) { return stands_at_places(list[i].kind) || is_bracket_of_places[i]; };
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].kind != ItemKind::near) continue;
    if (is_operand(last_but_punctuation(list, i)) && is_operand(next_but_punctuation(list, i))) continue;
    list[i].kind = ItemKind::both;
    remark(items,
           std::string(list[i].text) + " needs words, phrases or these with OR on both sides; it was read as AND");
  }
}

/// Removes brackets that hold no operator of their own, so that the words before, in and behind them are neighbours.
/// Brackets with a weight and those beside a NEAR stay.
void erase_brackets_without_operator(std::vector<Item>& list) {
  struct Open {
    std::size_t place;
    bool has_operator;
  };
  std::vector<Open> open;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const ItemKind kind = list[i].kind;
    if (kind == ItemKind::open) {
      open.push_back({i, false});
    } else if (kind == ItemKind::close) {
      const Open last = open.back();
      open.pop_back();
      const std::size_t next = next_but_punctuation(list, i);
      const bool is_operand_of_near = list[last_but_punctuation(list, last.place)].kind == ItemKind::near ||
                                      (next < list.size() && list[next].kind == ItemKind::near);
      if (last.has_operator || list[i].weight != 1 || is_operand_of_near ||
          (last.place > 0 && is_sign(list[last.place - 1].kind)))
        continue;
      erase(list[last.place]);
      erase(list[i]);
    } else if (!open.empty() && (is_sign(kind) || is_keyword(kind))) {
      open.back().has_operator = true;
    }
  }
}

}  // namespace

void settle_brackets(Items& items) { erase_useless_brackets(items); }

void settle_operators(Items& items) {
  erase_signs_without_operand(items.list);
  erase_needless_plus(items.list);
  settle_keywords(items);
  settle_near(items);
  erase_brackets_without_operator(items.list);
}

}  // namespace timbao
