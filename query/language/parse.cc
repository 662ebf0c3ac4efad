// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/parse.h"

#include <string>
#include <utility>

#include "query/language/chunk.h"
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
  return only;
}

/// Builds the tree by recursive descent, one function for each rule of the grammar:
///
///   any_of    all_of (OR all_of)*
///   all_of    sequence ((AND | NOT | AND NOT) sequence)*
///   sequence  operand+
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

  /// Skips punctuation between AND and NOT, so that `a AND - NOT b` is read as `a AND NOT b`.
  void skip_to_negation() {
    std::size_t next = at_;
    while (next < list_.size() && is_punctuation(list_[next])) ++next;
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
    }
    return node;
  }

  /// Adds neighbouring items of text as one words node: they are cut into tokens together, because numbers and dates
  /// may hold spaces.
  void add_words(Node& sequence) {
    std::string text;
    for (; is_at(ItemKind::text); ++at_) (text += ' ') += list_[at_].text;
    Node words = words_of(text);
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

}  // namespace

ParsedQuery parse_query(std::string_view text, Tokenizer& tokenizer, const Day& today) {
  Items items = lex(text, tokenizer, today);
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
