// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>

namespace timbao {

/// One value of an enum and the name that users type for it. Each enum whose values have names has one table of these
/// rows, beside the enum; parsers, help texts and outputs read that table and never count places in lists of names.
///
///   enum class MarksMode : std::uint8_t { fold, prefer, strict };
///   inline constexpr std::array<NamedValue<MarksMode>, 3> kMarksModes{{
///       {MarksMode::fold, "fold", "đảng is dang"}, {MarksMode::prefer, "prefer"}, {MarksMode::strict, "strict"}}};
///   static_assert(covers_every_value<kMarksModes>());
///
/// `help` is what `--help` says in brackets behind the name; it may be empty.
template <typename Enum>
struct NamedValue {
  Enum value;
  std::string_view name;
  std::string_view help = {};
};

/// Whether a number, cast to its enum, is one of the values that the enum lists.
///
///   is_listed<MarksMode::strict>()                  // true
///   is_listed<static_cast<MarksMode>(3)>()          // false
///
/// Source   C++17 cannot ask this, but gcc and clang write a listed value by its name ("timbao::MarksMode::strict") and
///          any other one as a cast ("(timbao::MarksMode)3") into __PRETTY_FUNCTION__: only the first ends in a part
///          that begins with a colon. Tried with gcc 12 and clang 14; named_values_test holds it for both.
template <auto value>
constexpr bool is_listed() {
  constexpr std::string_view written = __PRETTY_FUNCTION__;
  return written[written.find_last_of(":)")] == ':';
}

/// The enum that a table's values belong to: EnumOf<kMarksModes> is MarksMode.
///
/// Takes    a table with at least one row, which is a constant at namespace scope.
template <const auto& table>
using EnumOf = std::decay_t<decltype(table[0].value)>;

/// Whether a table has a row for every value of its enum, from `first` to the last one listed, each once and in the enum's
/// order. For static_assert: a value that is added to the enum and not to its table does not compile.
///
/// Takes    an enum without gaps; `first` where the values before it have no name on purpose.
/// Errors   none.
/// Source   named_values_test.
template <const auto& table, EnumOf<table> first = EnumOf<table>{}>
constexpr bool covers_every_value() {
  auto expected = static_cast<std::size_t>(first);
  for (const auto& row : table)
    if (static_cast<std::size_t>(row.value) != expected++) return false;
  return !is_listed<static_cast<EnumOf<table>>(static_cast<std::size_t>(first) + std::size(table))>();
}

/// The row of a value: row_of_value(kMarksModes, MarksMode::strict).name == "strict".
///
/// Takes    a table whose rows have a member `value`, one of which is `value`: see covers_every_value().
/// Returns  a reference into the table.
/// Errors   none.
template <typename Table, typename Enum>
constexpr const auto& row_of_value(const Table& table, Enum value) {
  std::size_t place = 0;
  while (place + 1 < std::size(table) && table[place].value != value) ++place;
  return table[place];
}

/// The value with a name, if a row has it: value_named(kMarksModes, "strict") == MarksMode::strict.
///
/// Takes    the name as typed: capitals make another name.
/// Errors   none: parse_choice() makes the message where no value has the name.
template <typename Table>
constexpr auto value_named(const Table& table, std::string_view name)
    -> std::optional<std::decay_t<decltype(table[0].value)>> {
  for (const auto& row : table)
    if (row.name == name) return row.value;
  return std::nullopt;
}

}  // namespace timbao
