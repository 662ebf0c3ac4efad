// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// How often an option may stand on one command line.
enum class Times { once, many };

/// One row of a program's option table: `--help` and the parser both read it.
struct OptionRow {
  std::string name;      ///< "limit" or "limit,n" (long name, comma, short letter)
  std::string argument;  ///< what its value is called in --help ("N"); empty: the option takes none
  Times times = Times::once;
  std::string help;  ///< one sentence

  [[nodiscard]] std::string long_name() const;  ///< "limit"
  [[nodiscard]] std::string letter() const;     ///< "n"; empty if it has none
};

/// What stood on the command line.
class CommandLine {
 public:
  CommandLine(std::multimap<std::string, std::string> options, std::vector<std::string> words);

  [[nodiscard]] bool has(const std::string& name) const;
  [[nodiscard]] std::optional<std::string> value(const std::string& name) const;
  [[nodiscard]] std::vector<std::string> values(const std::string& name) const;   ///< in their order
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }  ///< what is no option, in order

 private:
  std::multimap<std::string, std::string> options_;
  std::vector<std::string> words_;
};

/// Splits a command line into options and words. Options may stand before, between and after the words; "--" ends them.
///
///   parse_command_line({"--limit=5", "đảng", "-n", "3"}, rows)   // throws: --limit is given twice
///
/// Errors   Error(usage) with one clear line: an unknown option, a missing or an unwanted value, one given twice.
///          Names are never guessed (--lim is unknown). "-" alone is a word.
/// Source   Boost.ProgramOptions with allow_guessing off; it reads no numbers here, since it takes -3 for an unsigned.
CommandLine parse_command_line(const std::vector<std::string>& arguments, const std::vector<OptionRow>& rows);

/// The option table as `--help` prints it, a row an option, wrapped at 100 columns.
std::string describe_options(const std::vector<OptionRow>& rows);

/// A whole number in [least, most], or Error(usage): "--jobs takes a whole number from 1 to 64, not '-3'".
std::uint64_t parse_number(std::string_view option, std::string_view text, std::uint64_t least, std::uint64_t most);

/// A size in bytes: "65536", "64K", "256M", "1G" (powers of 1024), or Error(usage).
std::uint64_t parse_size(std::string_view option, std::string_view text);

/// One of a list of names, as its place in the list, or Error(usage) that names them all.
std::size_t parse_choice(std::string_view option, std::string_view text, const std::vector<std::string_view>& choices);

}  // namespace timbao
