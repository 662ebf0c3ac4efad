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

/// Makes an item text that holds nothing.
void erase(Item& item) { item = Item{}; }

void remark(Items& items, std::string text) { items.notes.add(NoteKind::remark, std::move(text)); }

/// For each bracket its partner, else kNone.
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

/// Erases brackets that have no partner, stand too deep or hold no operand.
void erase_odd_brackets(Items& items) {
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

/// Erases signs that lost what they stood before.
void erase_lonely_signs(std::vector<Item>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!is_sign(list[i].kind)) continue;
    const bool has_operand = i + 1 < list.size() && (list[i + 1].is_operand || list[i + 1].kind == ItemKind::open);
    if (!has_operand) erase(list[i]);
  }
}

/// Erases a plus before a filter, or before a bracket that holds one and nothing else: it restricts with or without.
void erase_needless_plus(std::vector<Item>& list) {
  struct Open {
    std::size_t place, filters = 0, others = 0;  // what the bracket holds
  };
  std::vector<Open> open{{0}};  // the whole query is like a bracket
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

/// The next place behind `at` that is more than punctuation; the list's end where there is none.
std::size_t next_of_weight(const std::vector<Item>& list, std::size_t at) {
  for (++at; at < list.size(); ++at)
    if (list[at].kind != ItemKind::text || list[at].is_operand) break;
  return at;
}

/// Whether what follows place `at` may be an operand. A keyword may: it is text where it has no operand before it.
bool operand_follows(const std::vector<Item>& list, std::size_t at) {
  at = next_of_weight(list, at);
  return at < list.size() && list[at].kind != ItemKind::close;
}

/// `NOT x` where an operand begins is `-x`: the sign comes to stand directly before x, in place of a sign that x has.
///
/// Returns  false where nothing follows that could be excluded: then NOT is a word.
bool becomes_a_sign(std::vector<Item>& list, std::size_t at) {
  std::size_t excluded = next_of_weight(list, at);
  if (excluded < list.size() && is_sign(list[excluded].kind)) ++excluded;  // a sign has its operand behind it
  if (excluded == list.size() || list[excluded].kind == ItemKind::close || is_keyword(list[excluded].kind))
    return false;
  for (std::size_t i = at; i < excluded; ++i) erase(list[i]);
  list[excluded - 1].kind = ItemKind::minus;
  return true;
}

/// Makes NOT where an operand begins a minus, and AND, OR and NOT text where they stand between no two operands.
void settle_keywords(Items& items) {
  ItemKind before = ItemKind::open;  // the start is like the start of a bracket
  for (std::size_t i = 0; i < items.list.size(); ++i) {
    Item& item = items.list[i];
    if (item.kind == ItemKind::text && !item.is_operand) continue;
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

/// Erases brackets that hold no operator of their own, so that neighbours across them are neighbours.
void erase_idle_brackets(std::vector<Item>& list) {
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
  erase_odd_brackets(items);
  erase_lonely_signs(items.list);
  erase_needless_plus(items.list);
  settle_keywords(items);
  erase_idle_brackets(items.list);
}

}  // namespace timbao
