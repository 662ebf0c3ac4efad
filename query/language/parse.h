// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "common/index/schema.h"
#include "common/text/tokenize.h"
#include "query/request/note.h"

namespace timbao {

enum class NodeKind : std::uint8_t {
  words,     ///< neighbouring words typed without quotes
  phrase,    ///< "a phrase"
  filter,    ///< source: section: so: id: url: date:
  sequence,  ///< operands side by side, each with its Occur
  all_of,    ///< AND; a child that occurs as must_not is behind NOT
  any_of,    ///< OR
};

/// What a parent demands of a child.
enum class Occur : std::uint8_t { should, must, must_not };

/// Which readings a marked word stands for.
enum class Strictness : std::uint8_t {
  as_typed,  ///< by --marks
  strict,    ///< behind `=`: this reading only
};

/// A query as a tree. Nodes hold what was typed; what that means in an index is build's business.
struct Node {
  NodeKind kind = NodeKind::sequence;
  Occur occur = Occur::should;  ///< in its parent
  std::optional<Field> field;   ///< words, phrase: the one field searched, else the plain terms; filter: its field
  Strictness strictness = Strictness::as_typed;
  TokenizedText text;          ///< words and phrase: at least one token
  std::string value;           ///< filter: as typed, without quotes (a document's number in capitals);
                               ///< words and phrase: what `text` was cut from
  DayRange days;               ///< filter on date
  std::vector<Node> children;  ///< sequence, all_of, any_of
};

struct ParsedQuery {
  Node root;                ///< always a sequence, all_of or any_of; a sequence without children matches nothing
  std::vector<Note> notes;  ///< what was not understood and how it was read instead
};

/// Reads a query. Any text is one; the rules are docs/query-language.md.
///
///   parse_query("+đảng \"tự chuyển hóa\" -title:họp date:2018", tokenizer, today)
///
/// Takes    UTF-8 (repair it first); the tokenizer must outlive the tree; the day that counts as today.
/// Errors   none: what is no operator is text.
ParsedQuery parse_query(std::string_view text, Tokenizer& tokenizer, const Day& today);

/// Brackets within brackets count to this depth; deeper ones are text. So no tree is deeper than a stack can bear.
inline constexpr std::size_t kQueryDepthLimit = 64;

/// The tree as text, for `parsed` and --explain: one spelling for what means the same.
///
///   +đảng "tự chuyển hóa" -title:họp date:2018-01-01..2018-12-31
///
/// Returns  a query that reads as the same tree: describe(parse(describe(tree))) == describe(tree).
std::string describe(const Node& node);

}  // namespace timbao
