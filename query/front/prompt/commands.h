// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

class PromptSession;

/// Whether a prompt goes on after a line.
enum class PromptNext : std::uint8_t { go_on, end };

/// What a command of the prompt takes behind its name.
enum class PromptArgument : std::uint8_t { nothing, hit, file };

/// One row a command of the prompt. Beside these, every option that a request may set is a command: ":sort newest".
///
///   {"open", "o", PromptArgument::hit, "N", "opens hit N in $PAGER", open}
struct PromptCommand {
  std::string_view name, letter;
  PromptArgument takes;
  std::string_view argument;  ///< as :help names it; empty where the command takes nothing
  std::string_view help;
  PromptNext (*run)(PromptSession& session, const std::string& argument);
};

/// The commands, in the order of :help.
///
/// Source   commands.cc. Covered by prompt_test.
const std::vector<PromptCommand>& prompt_commands();

/// The command with this name or letter; null where there is none: prompt_command_named("o")->name == "open".
const PromptCommand* prompt_command_named(std::string_view name);

/// Answers one line of a prompt: a command where it begins with a colon, else a query; an empty line does nothing.
///
///   answer_prompt_line("đảng bộ", session)
///   answer_prompt_line(":o 3", session)
///
/// Takes    a line in any encoding. What is wrong with it is told on one line of the output, and the prompt goes on.
/// Returns  whether the prompt goes on.
/// Errors   BrokenPipe and Error(io_failed) where the output is gone.
/// Source   docs/prompt.md. Covered by prompt_test, and through a terminal by tests/cli/prompt_test.cc.
PromptNext answer_prompt_line(const std::string& line, PromptSession& session);

}  // namespace timbao
