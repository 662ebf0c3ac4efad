// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/cli_option.h"

namespace timbao {

/// The options and the words of one command line, before anything is read as a number or a name.
///
///   const CommandLine line = parse_command_line({"--index=a", "--index", "b", "-q", "đảng"}, rows);
///   line.values("index")   // {"a", "b"}
///   line.has("quiet")      // true
///   line.words()           // {"đảng"}
///
/// Takes    in each function the long name of an option, without dashes.
/// Errors   none: an option that did not stand there has no value.
/// Source   covered by tests/common/base/cli_test.cc.
class CommandLine {
 public:
  CommandLine(std::multimap<std::string, std::string> options, std::vector<std::string> words);

  /// Whether the option stood there.
  [[nodiscard]] bool has(const std::string& name) const;

  /// The option's first value; "true" for an option that takes no value.
  [[nodiscard]] std::optional<std::string> value(const std::string& name) const;

  /// All values of an option that may stand many times, in the order in which they were typed.
  [[nodiscard]] std::vector<std::string> values(const std::string& name) const;

  /// What is no option, in its order: the words of a query, or a command and its arguments.
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

  /// The same line without its first word, which must be there: the line of a command, whose name is dealt with.
  [[nodiscard]] CommandLine behind_first_word() const;

 private:
  std::multimap<std::string, std::string> options_;
  std::vector<std::string> words_;
};

/// Splits a command line into options and words. Options may stand before, between and after the words; "--" ends them.
///
///   parse_command_line({"--limit=5", "đảng", "-n", "3"}, rows)   // throws: --limit is given twice
///
/// Takes    the arguments without the program's name; the rows of all options that the program knows.
/// Returns  values as they were typed. "-" alone is a word. Names are never completed: --lim is unknown.
/// Errors   Error(usage) with one clear line: an unknown option, a missing or an unwanted value, one given twice.
/// Source   Boost.ProgramOptions with allow_guessing off. Covered by tests/common/base/cli_test.cc and by the fuzz
///          targets query_options_fuzz and index_options_fuzz.
CommandLine parse_command_line(const std::vector<std::string>& arguments, const std::vector<OptionRow>& rows);

/// Gives every option that stood on a command line to its setter, in the order of the table; an option that stood many
/// times once for each of its values, in their order.
///
///   QueryOptions options;
///   set_options(query_option_table(), line, options);
///
/// Takes    a table whose rows have the members `row` and `set`: Option<Options>, or a struct that adds more columns.
///          Rows without a setter are passed over.
/// Errors   what a setter throws: Error(usage). `options` is then half set and of no use.
/// Source   covered by tests/common/base/cli_test.cc.
template <typename Row, typename Options>
void set_options(const std::vector<Row>& table, const CommandLine& line, Options& options) {
  for (const Row& row : table) {
    if (row.set == nullptr) continue;
    const std::string name = row.row.long_name();
    for (const std::string& text : line.values(name)) row.set(options, OptionValue{name, text});
  }
}

}  // namespace timbao
