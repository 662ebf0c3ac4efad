// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/ranked_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/index/terms.h"
#include "query/language/extras.h"
#include "query/language/text_clauses.h"

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
  void add_prefix(const Node& node, double weight);
  void add_filter(const Node& node, double weight);
  void add_sequence(const Node& node, double weight);
  void add_operands(const Node& node, double weight);

 private:
  /// The next word is no neighbour of the last one.
  void separate() { is_open_ = false; }

  void add_name(std::string term, double weight);

  /// Adds the alternatives of a node whose first word has the place `first` among the ranked words.
  void add_alternatives(const Node& node, std::size_t first, double weight);

  AskedWordList& words_;
  RankedText text_;
  bool is_open_ = false;  // the next text may begin with a neighbour of the last word
  std::optional<Field> last_field_;
};

struct RankRow {
  NodeKind value;
  void (RankedTextBuilder::*add)(const Node& node, double weight);
};
constexpr std::array<RankRow, 8> kRankRows{{
    {NodeKind::words, &RankedTextBuilder::add_text},
    {NodeKind::phrase, &RankedTextBuilder::add_text},
    {NodeKind::prefix, &RankedTextBuilder::add_prefix},
    {NodeKind::filter, &RankedTextBuilder::add_filter},
    {NodeKind::sequence, &RankedTextBuilder::add_sequence},
    {NodeKind::all_of, &RankedTextBuilder::add_operands},
    {NodeKind::any_of, &RankedTextBuilder::add_operands},
    {NodeKind::near, &RankedTextBuilder::add_operands},
}};
static_assert(covers_every_value<kRankRows>());

void RankedTextBuilder::add(const Node& node, double weight) {
  (this->*row_of_value(kRankRows, node.kind).add)(node, weight * node.weight);
}

void RankedTextBuilder::add_text(const Node& node, double weight) {
  is_open_ = is_open_ && last_field_ == node.field;
  const std::size_t first = text_.words.size();
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
    for (const Extra& extra : node.text.extras) add_name(extra_term(extra), weight);
  add_alternatives(node, first, weight);
}

void RankedTextBuilder::add_name(std::string term, double weight) {
  const auto known =
      std::find_if(text_.names.begin(), text_.names.end(), [&](const RankedName& name) { return name.term == term; });
  if (known == text_.names.end())
    text_.names.push_back({std::move(term), weight});
  else
    known->weight = std::max(known->weight, weight);
}

void RankedTextBuilder::add_alternatives(const Node& node, std::size_t first, double weight) {
  for (const Alternative& alternative : node.alternatives) {
    std::vector<std::string> terms = node.field ? std::vector<std::string>() : alternative_terms(alternative);
    const bool has_name = !terms.empty();
    for (std::string& term : terms) add_name(std::move(term), weight * alternative.weight);
    if (alternative.node.text.tokens.empty()) continue;
    text_.alternatives.push_back({alternative.kind, first + alternative.first, alternative.count,
                                  alternative_phrase(alternative, words_), alternative.weight, has_name});
  }
}

/// No term of a pair holds the beginning of a word, so it is nobody's neighbour.
void RankedTextBuilder::add_prefix(const Node& node, double weight) {
  text_.words.push_back({words_.id_of(node.text.tokens.front(), node, Demand::needed), RankedWord::Link::none, weight});
  separate();
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

/// The operands of AND, OR and NEAR are no neighbours of each other, nor of what stands around them.
void RankedTextBuilder::add_operands(const Node& node, double weight) {
  for (const Node& child : node.children) {
    separate();
    if (child.occur != Occur::must_not) add(child, weight);
  }
  separate();
}

}  // namespace

bool operator==(const RankedName& a, const RankedName& b) { return a.term == b.term && a.weight == b.weight; }

RankedText ranked_text(const Node& root, AskedWordList& words) {
  RankedTextBuilder builder(words);
  builder.add(root, 1);
  return builder.take();
}

}  // namespace timbao
