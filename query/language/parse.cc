// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/parse.h"

#include <algorithm>
#include <utility>

#include "query/language/chunk.h"
#include "query/language/lex.h"

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

/// A sequence of one operand is that operand.
Node without_wrapping(Node node) {
  if (node.kind != NodeKind::sequence || node.children.size() != 1 || node.children[0].occur == Occur::must_not)
    return node;
  Node only = std::move(node.children[0]);
  only.occur = node.occur;
  return only;
}

/// Builds the tree: or := and (OR and)*; and := sequence ((AND | NOT | AND NOT) sequence)*; sequence := operand+.
class TreeBuilder {
 public:
  TreeBuilder(const std::vector<Item>& list, Tokenizer& tokenizer) : list_(list), tokenizer_(tokenizer) {}

  Node any_of() {
    Node node;
    node.kind = NodeKind::any_of;
    node.children.push_back(all_of());
    while (takes(ItemKind::either)) node.children.push_back(all_of());
    if (node.children.size() == 1) return std::move(node.children[0]);
    for (Node& child : node.children) child = without_wrapping(std::move(child));
    return node;
  }

 private:
  [[nodiscard]] bool is_at(ItemKind kind) const { return at_ < list_.size() && list_[at_].kind == kind; }

  bool takes(ItemKind kind) {
    if (!is_at(kind)) return false;
    ++at_;
    return true;
  }

  /// `a AND - NOT b`: the dash is nothing.
  void skip_to_negation() {
    std::size_t next = at_;
    while (next < list_.size() && list_[next].kind == ItemKind::text && !list_[next].is_operand) ++next;
    if (next < list_.size() && list_[next].kind == ItemKind::negation) at_ = next;
  }

  Node all_of() {
    Node node;
    node.kind = NodeKind::all_of;
    node.children.push_back(sequence());
    while (is_at(ItemKind::both) || is_at(ItemKind::negation)) {
      if (takes(ItemKind::both)) skip_to_negation();
      const bool excludes = takes(ItemKind::negation);
      node.children.push_back(sequence());
      if (excludes) node.children.back().occur = Occur::must_not;
    }
    if (node.children.size() == 1) return std::move(node.children[0]);
    for (Node& child : node.children) child = as_part_of_all(std::move(child));
    return node;
  }

  /// `a AND -b` is `a NOT b`.
  static Node as_part_of_all(Node node) {
    const bool only_excludes = node.kind == NodeKind::sequence && node.occur == Occur::should &&
                               node.children.size() == 1 && node.children[0].occur == Occur::must_not;
    return only_excludes ? Node(std::move(node.children[0])) : without_wrapping(std::move(node));
  }

  Node sequence() {
    Node node;
    while (at_ < list_.size() && list_[at_].kind != ItemKind::close && list_[at_].kind != ItemKind::either &&
           list_[at_].kind != ItemKind::both && list_[at_].kind != ItemKind::negation) {
      if (is_at(ItemKind::text))
        add_words(node);
      else
        add_operand(node);
    }
    return node;
  }

  /// A run of text is cut into words as a whole: numbers and dates may hold spaces.
  void add_words(Node& sequence) {
    std::string run;
    for (; is_at(ItemKind::text); ++at_) (run += ' ') += list_[at_].text;
    Node words = words_of(run);
    if (!words.text.tokens.empty()) sequence.children.push_back(std::move(words));
  }

  Node words_of(std::string_view text) {
    Node node;
    node.kind = NodeKind::words;
    node.value = as_bare_words(text, tokenizer_);
    node.text = tokenizer_.tokenize(node.value);
    return node;
  }

  void add_operand(Node& sequence) {
    Occur occur = Occur::should;
    if (takes(ItemKind::plus))
      occur = Occur::must;
    else if (takes(ItemKind::minus))
      occur = Occur::must_not;
    if (takes(ItemKind::open)) {
      add_group(sequence, occur);
      return;
    }
    Node node = leaf(list_[at_++]);
    node.occur = occur;
    sequence.children.push_back(std::move(node));
  }

  void add_group(Node& sequence, Occur occur) {
    Node group = any_of();
    takes(ItemKind::close);
    if (occur == Occur::should && group.kind == NodeKind::sequence && group.children.size() == 1) {
      sequence.children.emplace_back(std::move(group.children[0]));
      return;
    }
    group.occur = occur;
    sequence.children.push_back(without_wrapping(std::move(group)));
  }

  Node leaf(const Item& item) {
    if (item.kind == ItemKind::text) return words_of(item.text);
    Node node;
    node.kind = item.kind == ItemKind::words    ? NodeKind::words
                : item.kind == ItemKind::phrase ? NodeKind::phrase
                                                : NodeKind::filter;
    node.field = item.field;
    node.strictness = item.strictness;
    node.value = item.kind == ItemKind::filter   ? item.value
                 : item.kind == ItemKind::phrase ? as_phrase(item.text)
                                                 : std::string(item.text);
    node.days = item.days;
    if (item.kind != ItemKind::filter) node.text = tokenizer_.tokenize(node.value);
    return node;
  }

  const std::vector<Item>& list_;
  Tokenizer& tokenizer_;
  std::size_t at_ = 0;
};

bool is_group(const Node& node) {
  return node.kind == NodeKind::sequence || node.kind == NodeKind::all_of || node.kind == NodeKind::any_of;
}

}  // namespace

ParsedQuery parse_query(std::string_view text, Tokenizer& tokenizer, const Day& today) {
  Items items = lex(text, tokenizer, today);
  erase_odd_brackets(items);
  erase_lonely_signs(items.list);
  erase_needless_plus(items.list);
  settle_keywords(items);
  erase_idle_brackets(items.list);
  Node root = TreeBuilder(items.list, tokenizer).any_of();
  while (root.kind == NodeKind::sequence && root.children.size() == 1 && root.children[0].occur == Occur::should &&
         is_group(root.children[0]))
    root = Node(std::move(root.children[0]));
  if (root.children.empty())
    items.notes.add(NoteKind::warning,
                    "the query holds no word that can be searched" +
                        (text.empty() ? std::string() : ": " + shown_in_note(in_single_spaces(text))));
  return {std::move(root), items.notes.take()};
}

}  // namespace timbao
