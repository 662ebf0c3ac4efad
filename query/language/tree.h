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
  /// The beginning of a word, typed with * behind it.
  prefix,
  /// One of the fields that restrict, with its value: source: section: so: id: url: date:
  filter,
  /// Operands side by side, each with its Occur.
  sequence,
  /// Operands with AND between them; a child that occurs as must_not stands behind NOT.
  all_of,
  /// Operands with OR between them.
  any_of,
  /// Words, phrases, prefixes, and any_of nodes of these, with NEAR/n between them.
  near,
};

/// What holds for every node of a kind.
struct NodeKindRow {
  NodeKind value;
  /// Whether such a node holds other nodes; the others hold a text or the value of a filter.
  bool is_group;
};

/// One row for each kind of node, in the order of NodeKind.
inline constexpr std::array<NodeKindRow, 8> kNodeKindRows{{
    {NodeKind::words, false},
    {NodeKind::phrase, false},
    {NodeKind::prefix, false},
    {NodeKind::filter, false},
    {NodeKind::sequence, true},
    {NodeKind::all_of, true},
    {NodeKind::any_of, true},
    {NodeKind::near, true},
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

/// Why an alternative is searched beside what was typed.
///
///   csgt    abbreviation: cảnh sát giao thông
///   nq 18   document: nghị quyết 18
///
/// Source   docs/variants.md has what each kind is, and the rules by which alternatives of it are made.
enum class AlternativeKind : std::uint8_t {
  typing,
  abbreviation,
  document,
  numeral,
  amount,
  date,
  spelling,
  place,
};
inline constexpr std::array<NamedValue<AlternativeKind>, 8> kAlternativeKinds{{
    {AlternativeKind::typing, "typing"},
    {AlternativeKind::abbreviation, "abbreviation"},
    {AlternativeKind::document, "document number"},
    {AlternativeKind::numeral, "numeral"},
    {AlternativeKind::amount, "amount"},
    {AlternativeKind::date, "date"},
    {AlternativeKind::spelling, "spelling"},
    {AlternativeKind::place, "place name"},
}};
static_assert(covers_every_value<kAlternativeKinds>());

struct Alternative;

/// One node of a query's tree, and the nodes below it. A node holds what was typed; what that asks of an index is
/// decided by make_question() (question.h).
///
/// What a node has depends on its kind; the other members keep their first values:
///
///   words, phrase           text (at least one token), value (what `text` was cut from), field, strictness
///   words                   alternatives, of which the parser makes none
///   prefix                  the same as words and phrase, of one token and without the *
///   filter                  field, value (as typed, without quotes; a document's number in capitals), on a date: days
///   sequence, all_of, any_of  children
///   near                    children, each but the first with its distance
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
  /// What else is searched in place of some of its words: expand() (query/expand/expand.h) adds it.
  std::vector<Alternative> alternatives;
  /// Of a child of a near node: how many words may stand between it and the child before it.
  std::uint32_t distance = 0;
  /// How much its words, and those of the nodes below it, count in ranking: the 2 of `dang^2`.
  double weight = 1;

  Node();
  ~Node();
  Node(Node&& other) noexcept;
  Node& operator=(Node&& other) noexcept;
};

/// Another way to say some neighbouring words of a words node. An article that has it instead of these words is found
/// too, and each of its occurrences counts as `weight` occurrences of the words.
///
///   chống đối csgt   {abbreviation, 2, 1, words "cảnh sát giao thông", {}, 0.9}
///   nq 18            {document, 0, 2, words "nghị quyết 18", {"Onq 18"}, 0.9}
///
/// Source   docs/variants.md. Covered by expand_test, question_test and alternatives_test.
struct Alternative {
  AlternativeKind kind = AlternativeKind::spelling;
  /// The words that it stands for: `count` tokens of the node's text, from `first` on.
  std::size_t first = 0, count = 0;
  /// A words node, which is asked for as a phrase. Its text has no token where only terms are asked for.
  Node node;
  /// Terms of the index any of which names the same, beside those that the extras of the node give.
  std::vector<std::string> terms;
  /// More than 0, and at most 1.
  double weight = 1;
};

}  // namespace timbao
