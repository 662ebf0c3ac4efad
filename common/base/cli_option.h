// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// How often an option may stand on one command line.
enum class Times : std::uint8_t { once, many };

/// One of the values that an option takes, where it takes nothing else: its name, and what `--help` says about it.
///
///   {"prefer", "the reading that was typed first; usual"}
struct Choice {
  std::string name;
  std::string help;  ///< may be empty
};

/// What both programs know of an option; everything that shows options or reads a command line reads these rows.
///
///   {"limit,n", "N", Times::once, "hits on a page: 10"}
///   {"sort", "ORDER", Times::once, in_words(choices_of(kSortOrders)), choices_of(kSortOrders)}
///
/// An option stands in one row of one table: its names, its value, its help sentence, and in Option<…> what setting it
/// does. So `--help`, the parser and (for timbao-query) the keys of a batch's objects cannot differ.
///
/// Source   Boost.ProgramOptions' notation of names, "long,letter". Covered by tests/common/base/cli_test.cc.
struct OptionRow {
  std::string name;                  ///< "limit", or "limit,n": long name, comma, short letter
  std::string argument;              ///< what --help calls its value ("N"); empty: the option takes no value; "[=N]":
                                     ///< it may stand alone, and a value only stands behind "="
  Times times = Times::once;         ///< given twice, an option of Times::once is refused
  std::string help;                  ///< one sentence, as --help prints it
  std::vector<Choice> choices = {};  ///< all values that it takes; empty: any text, which the setter judges
  std::vector<Choice> offered = {};  ///< some of the values, for completions, where it takes others too

  [[nodiscard]] std::string long_name() const;  ///< "limit"
  [[nodiscard]] std::string letter() const;     ///< "n"; empty if it has none

  /// The name of its value alone: "N" for "N" and for "[=N]".
  [[nodiscard]] std::string value_name() const;

  /// The values that completions offer: its choices, else the offered ones.
  [[nodiscard]] const std::vector<Choice>& known_values() const { return choices.empty() ? offered : choices; }

  /// Whether it may stand without a value: then its value is "true".
  [[nodiscard]] bool may_stand_alone() const { return argument.empty() || argument.front() == '['; }
};

/// An option's value as it was typed, with the long name of the option for messages.
///
///   OptionValue{"limit", "-3"}   // --limit takes a whole number or 'all', not '-3'
///
/// The value of an option that stands without one is "true": it stood there. A request that names such an option as a key
/// may give "false" too.
struct OptionValue {
  std::string option;
  std::string text;
};

/// A row and its setter: how a value that was typed becomes a value of the program's options.
///
///   {{"offset", "N", Times::once, "passes over the first N hits"},
///    [](QueryOptions& o, const OptionValue& v) { o.request.offset = parse_number(v, 0, kMostHits); }}
///
/// Errors   The setter throws Error(usage) for a value that makes no sense; the functions of cli_values.h make the
///          message.
template <typename Options>
struct Option {
  OptionRow row;
  void (*set)(Options& options, const OptionValue& value) = nullptr;  ///< none: the option is looked up by its name
};

/// The rows of a table without their setters: what parse_command_line() and describe_options() take.
///
/// Takes    any table whose rows have a member `row`: Option<…>, or a struct that adds more columns.
template <typename Row>
std::vector<OptionRow> option_rows_of(const std::vector<Row>& table) {
  std::vector<OptionRow> rows;
  rows.reserve(table.size());
  for (const Row& row : table) rows.push_back(row.row);
  return rows;
}

/// The choices of an option that takes the names of an enum's values: see NamedValue.
///
///   choices_of(kMarksModes)   // {{"fold", "đảng is dang"}, …}
///
/// Takes    any table whose rows have the members `name` and `help`.
template <typename Table>
std::vector<Choice> choices_of(const Table& table) {
  std::vector<Choice> choices;
  choices.reserve(std::size(table));
  for (const auto& row : table) choices.push_back({std::string(row.name), std::string(row.help)});
  return choices;
}

/// Texts one behind the other: joined({"jsonl", "tsv"}, ", ") == "jsonl, tsv".
std::string joined(const std::vector<std::string>& texts, std::string_view separator);

/// Names as a sentence lists them: in_words({"text", "json", "ids"}, "or") == "text, json or ids".
std::string in_words(const std::vector<std::string>& names, std::string_view last_joint);

/// Choices as a help sentence lists them, each with its own help in brackets:
///
///   in_words(choices_of(kMarksModes)) == "fold (đảng is dang), prefer (the reading …) or strict (only that one)"
std::string in_words(const std::vector<Choice>& choices);

}  // namespace timbao
