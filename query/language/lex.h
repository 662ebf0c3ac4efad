// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "common/text/tokenize.h"
#include "query/language/parse.h"
#include "query/request/note.h"

namespace timbao {

enum class ItemKind : std::uint8_t {
  text,    ///< what is no operator; a run of it becomes one words node
  words,   ///< a word behind a field or `=`
  phrase,  ///< in quotes
  filter,
  plus,
  minus,
  both,      ///< AND
  either,    ///< OR
  negation,  ///< NOT
  open,
  close,
};

/// A piece of a query, before brackets and operators are known to count.
struct Item {
  ItemKind kind = ItemKind::text;
  std::string_view text;    ///< of the query: what it holds, without field, `=` and quotes; operators as typed
  bool is_operand = false;  ///< text: has a word; words, phrase and filter: always
  std::optional<Field> field;
  Strictness strictness = Strictness::as_typed;
  std::string value;  ///< filter: its value
  DayRange days;      ///< filter on date
};

struct Items {
  std::vector<Item> list;
  NoteList notes;
};

/// Cuts a query into pieces.
///
///   lex("+đảng \"bàn giao\"", …)   plus, text "đảng", phrase "bàn giao"
///
/// Takes    UTF-8, which must outlive the items; at most kQueryWordLimit words of it are read, and kQueryItemLimit
///          pieces.
/// Errors   none.
/// Source   docs/query-language.md.
Items lex(std::string_view query, Tokenizer& tokenizer, const Day& today);

/// How many words and operands of a query count.
inline constexpr std::size_t kQueryWordLimit = 1000;

/// How many pieces of a query count, brackets, signs and punctuation included.
inline constexpr std::size_t kQueryItemLimit = 20'000;

}  // namespace timbao
