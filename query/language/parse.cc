// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/parse.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "query/language/bare_words.h"
#include "query/language/chunk.h"
#include "query/language/field_groups.h"
#include "query/language/item.h"
#include "query/language/lex.h"
#include "query/language/operators.h"

namespace timbao {
namespace {

/// The only operand of a sequence in place of the sequence; other nodes as they are.
Node without_wrapping(Node node) {
  if (node.kind != NodeKind::sequence || node.children.size() != 1 || node.children[0].occur == Occur::must_not)
    return node;
  Node only = std::move(node.children[0]);
  only.occur = node.occur;
  only.weight *= node.weight;
  return only;
}

/// Whether the brackets around a sequence change nothing: it has one operand, or several without signs.
bool is_plain_sequence(const Node& node) {
  const auto has_no_sign = [](const Node& child) { return child.occur == Occur::should; };
  return node.kind == NodeKind::sequence && node.weight == 1 &&
         (node.children.size() == 1 || std::all_of(node.children.begin(), node.children.end(), has_no_sign));
}

/// Makes the nodes at the ends of the tree.
class LeafMaker {
 public:
  explicit LeafMaker(Tokenizer& tokenizer) : tokenizer_(tokenizer) {}

  Node words_of(std::string_view text) {
    Node node;
    node.kind = NodeKind::words;
    node.value = as_bare_words(text, tokenizer_);
    node.text = tokenizer_.tokenize(node.value);
    return node;
  }

  Node leaf(const Item& item) {
    Node node;
    const bool is_bare = item.kind == ItemKind::words && !item.field && item.strictness == Strictness::as_typed;
    if (item.kind == ItemKind::text || is_bare) {
      node = words_of(item.text);
      node.field = item.field;
      node.weight = item.weight;
      return node;
    }
    node.kind = item.kind == ItemKind::words    ? NodeKind::words
                : item.kind == ItemKind::phrase ? NodeKind::phrase
                : item.kind == ItemKind::prefix ? NodeKind::prefix
                                                : NodeKind::filter;
    node.weight = item.weight;
    node.field = item.field;
    node.strictness = item.strictness;
    node.value = item.kind == ItemKind::filter   ? item.value
                 : item.kind == ItemKind::phrase ? as_phrase(item.text)
                                                 : std::string(item.text);
    node.days = item.days;
    if (item.kind != ItemKind::filter) node.text = tokenizer_.tokenize(node.value);
    return node;
  }

  /// Several words are a phrase beside NEAR, a single one stands without punctuation.
  Node as_operand_of_near(Node node) {
    for (Node& child : node.children) child = as_operand_of_near(std::move(child));
    if (node.kind != NodeKind::words || node.text.tokens.empty()) return node;
    const Token& first = node.text.tokens.front();
    const bool is_one = node.text.tokens.size() == 1;
    node.kind = is_one ? NodeKind::words : NodeKind::phrase;
    node.value = is_one ? as_bare_words(node.value.substr(first.begin, first.end - first.begin), tokenizer_)
                        : as_phrase(node.value);
    node.text = tokenizer_.tokenize(node.value);
    return node;
  }

 private:
  Tokenizer& tokenizer_;
};

/// Builds the tree by recursive descent, one function for each rule of the grammar:
///
///   any_of    all_of (OR all_of)*
///   all_of    sequence ((AND | NOT | AND NOT) sequence)*
///   sequence  near+
///   near      operand (NEAR operand)*
class TreeBuilder {
 public:
  TreeBuilder(const std::vector<Item>& list, Tokenizer& tokenizer) : list_(list), leaves_(tokenizer) {}

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

  /// Skips punctuation before an item of a kind, so that `a AND - NOT b` is read as `a AND NOT b`.
  void skip_to(ItemKind kind) {
    std::size_t next = at_;
    while (next < list_.size() && is_punctuation(list_[next])) ++next;
    if (next < list_.size() && list_[next].kind == kind) at_ = next;
  }

  Node all_of() {
    Node node;
    node.kind = NodeKind::all_of;
    node.children.push_back(sequence());
    while (is_at(ItemKind::both) || is_at(ItemKind::negation)) {
      if (takes(ItemKind::both)) skip_to(ItemKind::negation);
      const bool excludes = takes(ItemKind::negation);
      node.children.push_back(sequence());
      if (excludes) node.children.back().occur = Occur::must_not;
    }
    if (node.children.size() == 1) return std::move(node.children[0]);
    for (Node& child : node.children) child = as_part_of_all(std::move(child));
    return node;
  }

  /// A sequence that only excludes is what it excludes: `a AND -b` is read as `a NOT b`.
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
      if (is_at(ItemKind::near)) add_near(node);
    }
    return node;
  }

  /// Adds neighbouring items of text as one words node: they are cut into tokens together, because numbers and dates
  /// may hold spaces.
  void add_words(Node& sequence) {
    Node words = take_words();
    if (!words.text.tokens.empty()) sequence.children.push_back(std::move(words));
  }

  /// The items of text from here on that are of one field.
  Node take_words() {
    std::string text;
    std::optional<Field> field;
    for (bool has_words = false; is_at(ItemKind::text); ++at_) {
      const Item& item = list_[at_];
      if (has_words && !item.text.empty() && item.field != field) break;
      if (item.is_operand && !std::exchange(has_words, true)) field = item.field;
      (text += ' ') += item.text;
    }
    Node words = leaves_.words_of(text);
    words.field = field;
    return words;
  }

  /// Makes a near node of the last operand of a sequence and of those that follow with NEAR between them.
  void add_near(Node& sequence) {
    Node near;
    near.kind = NodeKind::near;
    if (!sequence.children.empty()) {
      near.occur = std::exchange(sequence.children.back().occur, Occur::should);
      near.children.push_back(leaves_.as_operand_of_near(std::move(sequence.children.back())));
      sequence.children.pop_back();
    }
    while (is_at(ItemKind::near)) {
      const std::uint32_t distance = list_[at_++].distance;
      Node operand = take_operand_of_near();
      operand.distance = distance;
      if (operand.kind != NodeKind::words || !operand.text.tokens.empty()) near.children.push_back(std::move(operand));
      skip_to(ItemKind::near);
    }
    if (near.children.size() > 1)
      sequence.children.push_back(std::move(near));
    else
      for (Node& child : near.children) sequence.children.push_back(std::move(child));
  }

  Node take_operand_of_near() {
    while (at_ < list_.size() && is_punctuation(list_[at_])) ++at_;
    if (at_ == list_.size() || is_at(ItemKind::text)) return leaves_.as_operand_of_near(take_words());
    return leaves_.as_operand_of_near(takes(ItemKind::open) ? without_wrapping(group()) : leaves_.leaf(list_[at_++]));
  }

  void add_operand(Node& sequence) {
    Occur occur = Occur::should;
    if (takes(ItemKind::plus))
      occur = Occur::must;
    else if (takes(ItemKind::minus))
      occur = Occur::must_not;
    Node node = takes(ItemKind::open) ? group() : leaves_.leaf(list_[at_++]);
    if (occur == Occur::should && is_plain_sequence(node)) {
      for (Node& child : node.children) sequence.children.push_back(std::move(child));
      return;
    }
    node.occur = occur;
    sequence.children.push_back(without_wrapping(std::move(node)));
  }

  /// What stands in brackets, with its weight; the opening one was taken.
  Node group() {
    Node group = any_of();
    if (!is_at(ItemKind::close)) return group;
    const double weight = list_[at_++].weight;
    Node& weighted = group.kind == NodeKind::sequence && group.children.size() == 1 ? group.children[0] : group;
    if (weighted.kind != NodeKind::filter) weighted.weight *= weight;  // a filter is never ranked
    return group;
  }

  const std::vector<Item>& list_;
  LeafMaker leaves_;
  std::size_t at_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view text, Tokenizer& tokenizer, const Day& today) {
  Items items = lex(text, tokenizer, today);
  settle_brackets(items);
  spread_fields(items, {tokenizer, today});
  settle_operators(items);
  Node root = TreeBuilder(items.list, tokenizer).any_of();
  while (root.kind == NodeKind::sequence && root.children.size() == 1 && root.children[0].occur == Occur::should &&
         is_group(root.children[0].kind))
    root = Node(std::move(root.children[0]));
  if (root.children.empty())
    items.notes.add(NoteKind::warning,
                    "the query holds no word that can be searched" +
                        (text.empty() ? std::string() : ": " + shown_in_note(in_single_spaces(text))));
  return {std::move(root), items.notes.take()};
}

}  // namespace timbao
