// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/cli.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <utility>

#include "common/base/error.h"

namespace po = boost::program_options;

namespace timbao {
namespace {

constexpr std::string_view kSeeHelp = "see --help";
constexpr std::string_view kEndOptions = "put -- before a word that starts with -";

[[noreturn]] void refuse(std::string message, std::string_view hint = kSeeHelp) {
  throw Error(ExitCode::usage, std::move(message), std::string(hint));
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }
std::string dashed(std::string_view option) { return "--" + std::string(option); }

// Takes the token as it was typed: "--lim=3", "-x".
[[noreturn]] void refuse_unknown(std::string_view token) {
  const bool is_long = token.substr(0, 2) == "--";
  refuse("unknown option " + quoted(token.substr(0, is_long ? token.find('=') : token.size())),
         is_long ? kSeeHelp : kEndOptions);
}

[[noreturn]] void refuse_no_value(const OptionRow& row) {
  refuse(dashed(row.long_name()) + " needs a value (" + row.value_name() + ")");
}

[[noreturn]] void refuse_unwanted_value(const OptionRow& row) { refuse(dashed(row.long_name()) + " takes no value"); }

po::options_description boost_options(const std::vector<OptionRow>& rows) {
  po::options_description options;
  for (const OptionRow& row : rows) {
    if (row.argument.empty()) {
      options.add_options()(row.name.c_str(), "");
    } else {
      options.add_options()(row.name.c_str(), po::value<std::string>(), "");
    }
  }
  return options;
}

// Takes the name as Boost gives it: "limit", "--limit", "n" or "-n".
const OptionRow* find_row(const std::vector<OptionRow>& rows, std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of('-'), name.size()));
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const OptionRow& candidate) {
    return candidate.long_name() == name || candidate.letter() == name;
  });
  return name.empty() || row == rows.end() ? nullptr : &*row;
}

// Gives each option that may stand alone, and does, the value that this means: Boost would take the next argument for it.
std::vector<std::string> with_left_out_values(std::vector<std::string> arguments, const std::vector<OptionRow>& rows) {
  for (std::string& argument : arguments) {
    if (argument == "--") break;
    if (argument.substr(0, 2) != "--") continue;
    const OptionRow* const row = find_row(rows, argument);
    if (row != nullptr && !row->argument.empty() && row->may_stand_alone()) argument += "=true";
  }
  return arguments;
}

std::vector<po::option> split(const std::vector<std::string>& arguments, const std::vector<OptionRow>& rows) {
  const po::options_description options = boost_options(rows);
  const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
  try {
    // Unknown options are let through here, since Boost's exception does not hold them as they were typed;
    // add_option() refuses them.
    return po::basic_command_line_parser<char>(with_left_out_values(arguments, rows))
        .options(options)
        .style(style)
        .allow_unregistered()
        .run()
        .options;
  } catch (const po::error_with_option_name& error) {
    // Boost's what() must not be called: it loops for ever where the option's name holds "%option%".
    const std::string name = on_one_line(error.get_option_name());
    const OptionRow* row = find_row(rows, name);
    if (row == nullptr) refuse_unknown(name.empty() ? "--" : name);
    if (row->argument.empty()) refuse_unwanted_value(*row);
    refuse_no_value(*row);
  }
}

void add_option(std::multimap<std::string, std::string>& found, const po::option& option,
                const std::vector<OptionRow>& rows) {
  const OptionRow* row = find_row(rows, option.string_key);
  const std::vector<std::string>& typed = option.original_tokens;
  if (option.unregistered || row == nullptr) refuse_unknown(typed.at(0));
  // In "--index --quiet" Boost takes "--quiet" for the folder. Such a value is refused; whoever means a folder of that
  // name types "--index=--quiet".
  if (typed.size() > 1 && typed[1].substr(0, 2) == "--") refuse_no_value(*row);
  const std::string name = row->long_name();
  if (row->times == Times::once && found.count(name) > 0) refuse(dashed(name) + " is given twice");
  found.emplace(name, row->argument.empty() ? std::string("true") : option.value.at(0));
}

void add_word(std::vector<std::string>& words, const po::option& option) {
  // Boost makes "--=x" the word "x", which nobody typed.
  if (option.original_tokens != option.value) refuse_unknown(option.original_tokens.at(0));
  words.push_back(option.value.at(0));
}

}  // namespace

CommandLine::CommandLine(std::multimap<std::string, std::string> options, std::vector<std::string> words)
    : options_(std::move(options)), words_(std::move(words)) {}

bool CommandLine::has(const std::string& name) const { return options_.count(name) > 0; }

std::optional<std::string> CommandLine::value(const std::string& name) const {
  const auto option = options_.find(name);
  return option == options_.end() ? std::nullopt : std::optional<std::string>(option->second);
}

std::vector<std::string> CommandLine::values(const std::string& name) const {
  std::vector<std::string> values;
  const auto [first, last] = options_.equal_range(name);
  for (auto option = first; option != last; ++option) values.push_back(option->second);
  return values;
}

CommandLine CommandLine::behind_first_word() const { return {options_, {words_.begin() + 1, words_.end()}}; }

CommandLine parse_command_line(const std::vector<std::string>& arguments, const std::vector<OptionRow>& rows) {
  std::multimap<std::string, std::string> options;
  std::vector<std::string> words;
  for (const po::option& option : split(arguments, rows)) {
    if (option.position_key >= 0) {
      add_word(words, option);
    } else {
      add_option(options, option, rows);
    }
  }
  return {std::move(options), std::move(words)};
}

}  // namespace timbao
