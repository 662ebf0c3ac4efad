// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/ranked_words.h"

#include <array>
#include <optional>
#include <utility>

#include "common/index/terms.h"
#include "query/language/extras.h"

namespace timbao {
namespace {

/// Walks over a tree from left to right.
class RankedTextBuilder {
 public:
  explicit RankedTextBuilder(AskedWordList& words) : words_(words) {}

  /// Adds the words of a node and of those below it. `weight` is that of the nodes above it.
  void add(const Node& node, double weight);

  RankedText take() { return std::move(text_); }

  // The columns of the table of node kinds.
  void add_text(const Node& node, double weight);
  void add_filter(const Node& node, double weight);
  void add_sequence(const Node& node, double weight);
  void add_operands(const Node& node, double weight);

 private:
  /// The next word is no neighbour of the last one.
  void separate() { is_open_ = false; }

  AskedWordList& words_;
  RankedText text_;
  bool is_open_ = false;  // the next text may begin with a neighbour of the last word
  std::optional<Field> last_field_;
};

struct RankRow {
  NodeKind value;
  void (RankedTextBuilder::*add)(const Node& node, double weight);
};
constexpr std::array<RankRow, 6> kRankRows{{
    {NodeKind::words, &RankedTextBuilder::add_text},
    {NodeKind::phrase, &RankedTextBuilder::add_text},
    {NodeKind::filter, &RankedTextBuilder::add_filter},
    {NodeKind::sequence, &RankedTextBuilder::add_sequence},
    {NodeKind::all_of, &RankedTextBuilder::add_operands},
    {NodeKind::any_of, &RankedTextBuilder::add_operands},
}};
static_assert(covers_every_value<kRankRows>());

void RankedTextBuilder::add(const Node& node, double weight) {
  (this->*row_of_value(kRankRows, node.kind).add)(node, weight * node.weight);
}

void RankedTextBuilder::add_text(const Node& node, double weight) {
  is_open_ = is_open_ && last_field_ == node.field;
  for (const Token& token : node.text.tokens) {
    const bool is_first = &token == &node.text.tokens.front();
    const bool is_linked = is_open_ && (is_first || token.gap != Gap::paragraph);
    text_.words.push_back({words_.id_of(token, node, Demand::needed),
                           is_linked ? RankedWord::Link::neighbour : RankedWord::Link::none, weight});
    is_open_ = true;
  }
  last_field_ = node.field;
  for (const Extra& extra : node.text.extras)
    if (is_asked_reading(extra)) text_.wholes.push_back(words_.id_of(extra, node, Demand::needed));
  if (!node.field)
    for (const Extra& extra : node.text.extras) text_.terms.push_back(extra_term(extra));
}

/// A filter is not ranked.
void RankedTextBuilder::add_filter(const Node& /*node*/, double /*weight*/) { separate(); }

void RankedTextBuilder::add_sequence(const Node& node, double weight) {
  for (const Node& child : node.children)
    if (child.occur == Occur::must_not)
      separate();
    else
      add(child, weight);
}

/// The operands of AND and OR are no neighbours of each other, nor of what stands around them.
void RankedTextBuilder::add_operands(const Node& node, double weight) {
  for (const Node& child : node.children) {
    separate();
    if (child.occur != Occur::must_not) add(child, weight);
  }
  separate();
}

}  // namespace

RankedText ranked_text(const Node& root, AskedWordList& words) {
  RankedTextBuilder builder(words);
  builder.add(root, 1);
  return builder.take();
}

}  // namespace timbao
