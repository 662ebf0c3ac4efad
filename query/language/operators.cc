// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/operators.h"

#include <string>
#include <utility>
#include <vector>

namespace timbao {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_sign(ItemKind kind) { return kind == ItemKind::plus || kind == ItemKind::minus; }
bool is_keyword(ItemKind kind) {
  return kind == ItemKind::both || kind == ItemKind::either || kind == ItemKind::negation;
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
      erase(list[i]);
    } else if (partners[i] > i) {
      if (++depth > kQueryDepthLimit) remark(items, "brackets too deep in others were read as text");
    } else {
      const bool counts = depth-- <= kQueryDepthLimit && operands_before[partners[i]] != operands;
      if (counts) continue;
      erase(list[partners[i]]);
      erase(list[i]);
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

/// Removes brackets that hold no operator of their own, so that the words before, in and behind them are neighbours.
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
      if (last.has_operator || (last.place > 0 && is_sign(list[last.place - 1].kind))) continue;
      erase(list[last.place]);
      erase(list[i]);
    } else if (!open.empty() && (is_sign(kind) || is_keyword(kind))) {
      open.back().has_operator = true;
    }
  }
}

}  // namespace

void settle_operators(Items& items) {
  erase_useless_brackets(items);
  erase_signs_without_operand(items.list);
  erase_needless_plus(items.list);
  settle_keywords(items);
  erase_brackets_without_operator(items.list);
}

}  // namespace timbao
