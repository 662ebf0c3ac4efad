// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/day.h"
#include "common/index/schema.h"
#include "common/text/tokenize.h"

namespace timbao {

/// The kinds of nodes that the tree of a query is made of.
///
///   đảng "bàn giao"   a sequence of a words node and a phrase
///   họp AND date:2018 an all_of of a words node and a filter
///
/// A new kind needs a row in kNodeKindRows, and a row in the table of each unit that reads trees: describe.cc (the
/// node as text), tree_clauses.cc (what an article must fulfil to be a hit) and ranked_words.cc (which words are
/// ranked). Each table is checked when it is compiled: none of them compiles while the row is missing.
///
/// Source   docs/query-language.md. Covered by parse_test and question_test.
enum class NodeKind : std::uint8_t {
  words,     ///< neighbouring words typed without quotes
  phrase,    ///< "a phrase"
  filter,    ///< source: section: so: id: url: date:
  sequence,  ///< operands side by side, each with its Occur
  all_of,    ///< AND; a child that occurs as must_not is behind NOT
  any_of,    ///< OR
};

/// What holds for every node of a kind.
struct NodeKindRow {
  NodeKind kind;
  bool is_group;  ///< it holds other nodes; the others hold a text or a filter's value
};

/// One row for each kind of node, in the order of NodeKind.
inline constexpr std::array<NodeKindRow, 6> kNodeKindRows{{
    {NodeKind::words, false},
    {NodeKind::phrase, false},
    {NodeKind::filter, false},
    {NodeKind::sequence, true},
    {NodeKind::all_of, true},
    {NodeKind::any_of, true},
}};

/// How many kinds of nodes there are: as many rows as each table of kinds has.
inline constexpr std::size_t kNodeKinds = kNodeKindRows.size();

/// Whether a table has one row for each kind of node, in the order of NodeKind.
///
///   static_assert(has_all_node_kinds(kDescribeRows));
///
/// Takes    rows with a member `kind`.
/// Returns  true where the row of a kind stands at the number of the kind, so that row_of(table, kind) finds it.
template <typename Row>
constexpr bool has_all_node_kinds(const std::array<Row, kNodeKinds>& table) {
  for (std::size_t i = 0; i < kNodeKinds; ++i)
    if (table[i].kind != static_cast<NodeKind>(i)) return false;
  return true;
}
static_assert(has_all_node_kinds(kNodeKindRows));

/// The row of a kind in a table for which has_all_node_kinds() holds.
template <typename Row>
constexpr const Row& row_of(const std::array<Row, kNodeKinds>& table, NodeKind kind) {
  return table[static_cast<std::size_t>(kind)];
}

/// Whether nodes of this kind hold other nodes.
constexpr bool is_group(NodeKind kind) { return row_of(kNodeKindRows, kind).is_group; }

/// What a parent demands of a child.
///
///   +đảng họp -đất   must, should, must_not
enum class Occur : std::uint8_t {
  should,    ///< it may be missing, unless all words are needed
  must,      ///< behind `+`
  must_not,  ///< behind `-` or NOT
};

/// Which readings a typed word stands for.
enum class Strictness : std::uint8_t {
  as_typed,  ///< those that --marks says
  strict,    ///< behind `=`: the typed reading only
};

/// One node of a query's tree, and the nodes below it. A node holds what was typed; what that asks of an index is
/// decided by make_question() (question.h).
///
/// What a node has depends on its kind; the other members keep their first values:
///
///   words, phrase           text (at least one token), value (what `text` was cut from), field, strictness
///   filter                  field, value (as typed, without quotes; a document's number in capitals), on a date: days
///   sequence, all_of, any_of  children
///
/// Threads  the tokens point into the Tokenizer that cut them: it must outlive the node.
/// Source   docs/query-language.md. Covered by parse_test and fuzz/parse_fuzz.
struct Node {
  NodeKind kind = NodeKind::sequence;
  Occur occur = Occur::should;  ///< in its parent
  std::optional<Field> field;   ///< words, phrase: the only field that is searched, else all of them
  Strictness strictness = Strictness::as_typed;
  TokenizedText text;
  std::string value;
  DayRange days;
  std::vector<Node> children;
  double weight = 1;  ///< what its words, and those below it, count in ranking: 1 for what was typed
};

}  // namespace timbao
