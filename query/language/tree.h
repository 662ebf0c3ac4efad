// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/day_range.h"
#include "common/base/named_values.h"
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
/// ranked). None of these tables compiles while it lacks a row: see covers_every_value().
///
/// Source   docs/query-language.md. Covered by parse_test and question_test.
enum class NodeKind : std::uint8_t {
  /// Words without quotes that stand next to each other.
  words,
  /// Words in quotes, which must stand side by side.
  phrase,
  /// One of the fields that restrict, with its value: source: section: so: id: url: date:
  filter,
  /// Operands side by side, each with its Occur.
  sequence,
  /// Operands with AND between them; a child that occurs as must_not stands behind NOT.
  all_of,
  /// Operands with OR between them.
  any_of,
};

/// What holds for every node of a kind.
struct NodeKindRow {
  NodeKind value;
  /// Whether such a node holds other nodes; the others hold a text or the value of a filter.
  bool is_group;
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
static_assert(covers_every_value<kNodeKindRows>());

/// Whether nodes of this kind hold other nodes.
constexpr bool is_group(NodeKind kind) { return row_of_value(kNodeKindRows, kind).is_group; }

/// What a parent demands of a child.
///
///   +đảng họp -đất   must, should, must_not
enum class Occur : std::uint8_t {
  /// It may be missing, unless all words are needed.
  should,
  /// Behind `+`.
  must,
  /// Behind `-` or NOT.
  must_not,
};

/// Which readings a typed word stands for.
enum class Strictness : std::uint8_t {
  /// Those that --marks says.
  as_typed,
  /// Behind `=`: the typed reading only.
  strict,
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
  /// What its parent demands of it.
  Occur occur = Occur::should;
  /// Of words and phrases the only field that is searched, nothing: all of them; of a filter the field it restricts.
  std::optional<Field> field;
  Strictness strictness = Strictness::as_typed;
  TokenizedText text;
  std::string value;
  DayRange days;
  std::vector<Node> children;
  /// How much its words, and those of the nodes below it, count in ranking, relative to what was typed. The parser
  /// leaves it at 1; a stage that adds alternatives to a tree gives them less.
  double weight = 1;
};

}  // namespace timbao
