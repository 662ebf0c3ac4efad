// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/commands.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/cli_values.h"
#include "common/base/error.h"
#include "common/base/utf8.h"
#include "query/front/prompt/prompt_options.h"
#include "query/front/prompt/session.h"

namespace timbao {
namespace {

std::size_t rank_in(const std::string& argument) {
  try {
    return static_cast<std::size_t>(parse_number({"", argument}, 1, kMostHits));
  } catch (const Error&) {
    throw Error(ExitCode::usage, "this takes the number of a hit, not '" + argument + "'");
  }
}

PromptNext next_page(PromptSession& session, const std::string&) {
  session.turn_page(1);
  return PromptNext::go_on;
}

PromptNext previous_page(PromptSession& session, const std::string&) {
  session.turn_page(-1);
  return PromptNext::go_on;
}

PromptNext open_hit(PromptSession& session, const std::string& argument) {
  session.open(rank_in(argument));
  return PromptNext::go_on;
}

PromptNext save_all(PromptSession& session, const std::string& argument) {
  const std::size_t hits = session.save(argument);
  session.console().out << "wrote " << hits << (hits == 1 ? " hit to " : " hits to ") << on_one_line(argument) << '\n';
  return PromptNext::go_on;
}

PromptNext show_settings(PromptSession& session, const std::string&) {
  const std::vector<std::string> settings = session.settings();
  if (settings.empty()) session.console().out << "no options are set here\n";
  for (const std::string& line : settings) session.console().out << on_one_line(line) << '\n';
  return PromptNext::go_on;
}

PromptNext reset_settings(PromptSession& session, const std::string&) {
  session.reset();
  return PromptNext::go_on;
}

PromptNext end_prompt(PromptSession&, const std::string&) { return PromptNext::end; }

/// A command and what it does, in two columns as --help has options.
std::string help_line(const std::string& command, std::string_view help) {
  constexpr std::size_t kHelpColumn = 20;
  std::string line = "  " + command;
  line.resize(std::max(line.size() + 1, kHelpColumn), ' ');
  return line + std::string(help) + '\n';
}

/// The value of an option as a command takes it, behind a space: N, or [N] where it may be left out.
std::string shown_argument(const OptionRow& row) {
  return row.argument == row.value_name() ? row.argument : "[" + row.value_name() + "]";
}

PromptNext show_help(PromptSession& session, const std::string&) {
  std::ostream& out = session.console().out;
  out << "A line is a query, or a command:\n";
  for (const PromptCommand& command : prompt_commands())
    out << help_line(":" + std::string(command.letter) + (command.letter.empty() ? "" : " :") +
                         std::string(command.name) + " " + std::string(command.argument),
                     command.help);
  out << "Options, which hold until they are set again; without a value an option is switched, or set back:\n";
  for (const QueryOption* option : prompt_options())
    out << help_line(":" + option->row.long_name() + " " + shown_argument(option->row), option->row.help);
  out << "TAB completes words, fields and commands; arrows and Ctrl-R find earlier lines; Ctrl-C drops a line; Ctrl-D "
         "ends.\n";
  return PromptNext::go_on;
}

/// The name of a command and what stands behind it.
struct CommandLineParts {
  std::string name, argument;
};

CommandLineParts parts_of(const std::string& line) {
  constexpr std::string_view kSpaces = " \t\n";
  const std::size_t end = std::min(line.find_first_of(kSpaces), line.size());
  const std::size_t begin = std::min(line.find_first_not_of(kSpaces, end), line.size());
  const std::size_t last = line.find_last_not_of(kSpaces);
  return {line.substr(1, end - 1), begin < line.size() ? line.substr(begin, last + 1 - begin) : std::string()};
}

void check_argument(const PromptCommand& command, const std::string& argument) {
  if (command.takes == PromptArgument::nothing && !argument.empty())
    throw Error(ExitCode::usage, ":" + std::string(command.name) + " takes nothing behind it");
  if (command.takes != PromptArgument::nothing && argument.empty())
    throw Error(ExitCode::usage, ":" + std::string(command.name) + " takes " + std::string(command.argument));
}

/// The option --like takes an id; at the prompt the number of a hit stands for it.
std::string option_text(const PromptSession& session, const CommandLineParts& parts) {
  const bool is_number = !parts.argument.empty() && is_digits(parts.argument);
  return parts.name == "like" && is_number ? session.hit(rank_in(parts.argument)).id : parts.argument;
}

PromptNext run_command(const std::string& line, PromptSession& session) {
  const CommandLineParts parts = parts_of(line);
  if (const PromptCommand* const command = prompt_command_named(parts.name)) {
    check_argument(*command, parts.argument);
    return command->run(session, parts.argument);
  }
  if (prompt_option_named(parts.name) == nullptr)
    throw Error(ExitCode::usage, "':" + parts.name + "' is no command", ":help lists them");
  session.set_option({parts.name, option_text(session, parts)});
  return PromptNext::go_on;
}

/// A message in the words of the prompt, where options are commands.
std::string told(const Error& error) {
  std::string message = error.message();
  if (starts_with(message, "--")) message.replace(0, 2, ":");
  const bool has_hint = !error.hint().empty() && error.hint() != "see --help";
  return on_one_line(message) + (has_hint ? "; " + on_one_line(error.hint()) : "") + '\n';
}

}  // namespace

const std::vector<PromptCommand>& prompt_commands() {
  using A = PromptArgument;
  static const std::vector<PromptCommand> kCommands{
      {"next", "n", A::nothing, "", "shows the next page", next_page},
      {"previous", "p", A::nothing, "", "shows the page before", previous_page},
      {"open", "o", A::hit, "N", "opens hit N in $PAGER, at its first highlight", open_hit},
      {"save", "", A::file, "FILE",
       "writes all hits to a new file: JSON lines, or what .ids .txt .tsv .csv .bib .ris name", save_all},
      {"set", "", A::nothing, "", "lists the options that were set here", show_settings},
      {"reset", "", A::nothing, "", "drops the options that were set here", reset_settings},
      {"help", "h", A::nothing, "", "prints this", show_help},
      {"quit", "q", A::nothing, "", "ends", end_prompt},
  };
  return kCommands;
}

const PromptCommand* prompt_command_named(std::string_view name) {
  for (const PromptCommand& command : prompt_commands())
    if (command.name == name || (!name.empty() && command.letter == name)) return &command;
  return nullptr;
}

PromptNext answer_prompt_line(const std::string& line, PromptSession& session) {
  const std::string sound = repair_utf8(line).text;
  if (sound.find_first_not_of(" \t\n") == std::string::npos) return PromptNext::go_on;
  std::ostream& out = session.console().out;
  PromptNext next = PromptNext::go_on;
  try {
    if (sound.front() == ':')
      next = run_command(sound, session);
    else
      session.ask(sound);
  } catch (const Error& error) {
    if (!out) throw;
    out << told(error);
  }
  flush_or_throw(out, "standard output");
  return next;
}

}  // namespace timbao
