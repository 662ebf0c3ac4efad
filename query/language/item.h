// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/day_range.h"
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
  /// What is no operator; neighbouring items of text become one words node.
  text,
  /// One word behind a field or `=`.
  words,
  /// In quotes.
  phrase,
  /// The beginning of a word, with * behind it.
  prefix,
  /// Source: section: so: id: url: date: with a value.
  filter,
  /// +.
  plus,
  /// -.
  minus,
  /// AND.
  both,
  /// OR.
  either,
  /// NOT.
  negation,
  /// NEAR, or NEAR/5.
  near,
  /// (.
  open,
  /// ).
  close,
};

/// One piece of a query. An item of text that holds nothing (`Item{}`) stands for a piece that was removed.
///
///   title:="bàn giao"   {phrase, "bàn giao", true, Field::title, Strictness::strict}
struct Item {
  /// What the piece looks like, and after settle_operators() what it is.
  ItemKind kind = ItemKind::text;

  /// What of the query it holds, without its field, `=`, quotes, * and weight; of an operator the operator as typed.
  std::string_view text;

  /// Whether it is something to search for. Text is where it holds a word; words, phrases and filters always are;
  /// keywords count as operands until settle_operators() has decided what they are.
  bool is_operand = false;

  /// Of words, prefixes, phrases, filters and opening brackets: the field that stands before them. spread_fields()
  /// gives that of a bracket to what stands in it, text too.
  std::optional<Field> field;

  /// Of words, prefixes and phrases: whether `=` stands before them.
  Strictness strictness = Strictness::as_typed;

  /// Of a filter: its value, in single spaces.
  std::string value;

  /// Of a filter on a date: the days that its value covers.
  DayRange days;

  /// Of words, prefixes, phrases and closing brackets: the 2 of ^2 behind them.
  double weight = 1;

  /// Of NEAR: how many words may stand between its operands.
  std::uint32_t distance = 0;
};

/// Whether an item is text without a word, or a piece that was removed: nothing to search for, and no operator.
///
/// Errors   none.
/// Source   covered by parse_test.
inline bool is_punctuation(const Item& item) { return item.kind == ItemKind::text && !item.is_operand; }

/// Whether what an item of a kind asks for stands at places of an article, as words do and filters do not.
///
/// Errors   none.
/// Source   covered by parse_operands_test.
constexpr bool stands_at_places(ItemKind kind) {
  return kind == ItemKind::text || kind == ItemKind::words || kind == ItemKind::phrase || kind == ItemKind::prefix;
}

/// The item of a filter: filter_item(Field::date, "2018", "2018", 2018-01-01..2018-12-31).
///
/// Takes    the field; the value as typed, and as it was read; the days of a date.
/// Errors   none.
/// Source   covered by parse_test.
inline Item filter_item(Field field, std::string_view typed, std::string value, const DayRange& days) {
  Item item;
  item.kind = ItemKind::filter;
  item.text = typed;
  item.is_operand = true;
  item.field = field;
  item.value = std::move(value);
  item.days = days;
  return item;
}

/// The pieces of a query in their order, and what of it was not understood so far.
struct Items {
  std::vector<Item> list;
  NoteList notes;
};

}  // namespace timbao
