// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/fish_completion.h"

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "common/base/generate/shell_text.h"
#include "common/base/generate/word_kind.h"

namespace timbao {
namespace {

constexpr std::string_view kHead = R"SH(# Completion of @PROGRAM@ for fish.
# Made by: @PROGRAM@ --generate complete-fish

complete -c @PROGRAM@ -f
)SH";

/// Asks the program how a query can go on. What it prints are whole words, in a good order.
constexpr std::string_view kQueryWords = R"SH(
function __@FUNCTION@_words
    set -l before (commandline -opc)
    set -e before[1]
    test (count $before) -gt 0; and set before (string replace -r -- '^~(?=/)' $HOME $before)
    set -l word (commandline -ct | string unescape)
    command @PROGRAM@ --generate words $before "$word" 2>/dev/null </dev/null
end
complete -c @PROGRAM@ -k -a '(__@FUNCTION@_words)'
)SH";

/// What `complete` takes of the words of a kind.
std::string arguments_of(WordKind kind) {
  if (kind == WordKind::file) return " -F";
  return kind == WordKind::folder ? " -a '(__fish_complete_directories)'" : "";
}

/// What `complete` takes of an option's value. One that may be left out stands only behind "=", and is not completed.
std::string value_part(const OptionRow& row) {
  if (row.may_stand_alone()) return {};
  const WordKind kind = word_kind(row.value_name());
  if (!row.known_values().empty()) return " -x -a " + fish_quoted(quoted_names(row.known_values()));
  return (kind == WordKind::file ? " -r" : " -x") + arguments_of(kind);
}

/// The lines of options; `condition` says where they count.
std::string option_lines(const std::vector<OptionRow>& rows, const std::string& start) {
  std::string lines;
  for (const OptionRow& row : rows) {
    lines += start + (row.letter().empty() ? "" : " -s " + row.letter()) + " -l " + row.long_name();
    lines += value_part(row) + " -d " + fish_quoted(row.help) + "\n";
  }
  return lines;
}

std::string command_lines(const ProgramDescription& program, const std::string& start) {
  std::vector<std::string> names;
  names.reserve(program.commands.size());
  for (const CommandDescription& command : program.commands) names.push_back(command.name);
  const std::string is_none = " -n " + fish_quoted("not __fish_seen_subcommand_from " + joined(names, " "));
  std::string lines;
  for (const CommandDescription& command : program.commands) {
    const std::string is_it = start + " -n " + fish_quoted("__fish_seen_subcommand_from " + command.name);
    lines += "\n" + start + is_none + " -a " + command.name + " -d " + fish_quoted(command.help) + "\n";
    lines += option_lines(command.options, is_it);
    const std::string words = arguments_of(word_kind(command.arguments));
    if (!words.empty()) lines += is_it + words + "\n";
  }
  return lines;
}

}  // namespace

std::string fish_completion(const ProgramDescription& program) {
  const std::map<std::string, std::string, std::less<>> names{{"PROGRAM", program.name},
                                                              {"FUNCTION", shell_name(program.name)}};
  const std::string start = "complete -c " + program.name;
  const std::string asks = word_kind(program.arguments) == WordKind::query ? filled(kQueryWords, names) : "";
  return filled(kHead, names) + option_lines(program.options, start) + asks + command_lines(program, start);
}

}  // namespace timbao
