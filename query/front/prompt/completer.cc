// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/completer.h"

#include <utility>

#include "common/base/ascii.h"
#include "query/front/prompt/commands.h"
#include "query/front/prompt/prompt_options.h"

namespace timbao {
namespace {

void add_if_begins(const std::string& candidate, std::string_view typed, std::vector<std::string>& words) {
  if (starts_with(candidate, typed)) words.push_back(candidate);
}

std::vector<std::string> complete_command(std::string_view typed) {
  std::vector<std::string> words;
  for (const PromptCommand& command : prompt_commands())
    add_if_begins(":" + std::string(command.name) + (command.argument.empty() ? "" : " "), typed, words);
  for (const QueryOption* option : prompt_options())
    add_if_begins(":" + option->row.long_name() + (option->row.argument.empty() ? "" : " "), typed, words);
  return words;
}

/// Completes what stands behind the name of a command.
LineCompletions complete_argument(const SplitAtWord& line) {
  const std::string_view name = line.before.substr(1, line.before.find(' ') - 1);
  LineCompletions completions;
  const PromptCommand* const command = prompt_command_named(name);
  completions.are_files = command != nullptr && command->takes == PromptArgument::file;
  if (const QueryOption* const option = prompt_option_named(name))
    for (const Choice& choice : option->row.known_values()) add_if_begins(choice.name, line.word, completions.words);
  return completions;
}

}  // namespace

LineCompletions complete_line(std::string_view line, const Archive& archive) {
  const SplitAtWord split = split_at_word(line);
  if (starts_with(line, ":")) {
    if (split.before.empty()) return {complete_command(split.word), false};
    return complete_argument(split);
  }
  LineCompletions completions;
  for (QueryCompletion& word : complete_query(line, archive)) completions.words.push_back(std::move(word.text));
  return completions;
}

}  // namespace timbao
