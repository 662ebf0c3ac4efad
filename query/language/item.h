// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "common/index/schema.h"
#include "query/language/tree.h"
#include "query/request/note.h"

namespace timbao {

/// The kinds of pieces that a query is cut into.
///
///   +đảng title:họp OR (đất)   plus, text, words, either, open, text, close
///
/// The lexer gives a piece the kind that it looks like; settle_operators() makes `text` of the operators that turn out
/// not to count, a bracket without its partner for example.
///
/// Source   docs/query-language.md.
enum class ItemKind : std::uint8_t {
  text,      ///< what is no operator; neighbouring items of text become one words node
  words,     ///< one word behind a field or `=`
  phrase,    ///< in quotes
  filter,    ///< source: section: so: id: url: date: with a value
  plus,      ///< +
  minus,     ///< -
  both,      ///< AND
  either,    ///< OR
  negation,  ///< NOT
  open,      ///< (
  close,     ///< )
};

/// One piece of a query. An item of text that holds nothing (`Item{}`) stands for a piece that was removed.
///
///   title:="bàn giao"   {phrase, "bàn giao", true, Field::title, Strictness::strict}
struct Item {
  ItemKind kind = ItemKind::text;
  std::string_view text;       ///< of the query: what it holds, without field, `=` and quotes; operators as typed
  bool is_operand = false;     ///< text: it holds a word; words, phrase and filter: always; keywords: until settled
  std::optional<Field> field;  ///< words, phrase, filter
  Strictness strictness = Strictness::as_typed;  ///< words, phrase
  std::string value;                             ///< filter: its value
  DayRange days;                                 ///< filter on a date
};

/// The pieces of a query in their order, and what of it was not understood so far.
struct Items {
  std::vector<Item> list;
  NoteList notes;
};

}  // namespace timbao
