// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/repl.h"

#include <unistd.h>

#include <memory>
#include <ostream>

#include "common/base/line_source.h"
#include "query/front/batch.h"
#include "query/front/prompt/commands.h"
#include "query/front/prompt/completer.h"
#include "query/front/prompt/history_file.h"
#include "query/front/prompt/pager.h"
#include "query/front/prompt/terminal_lines.h"

namespace timbao {
namespace {

constexpr std::string_view kPrompt = "timbao> ";

/// Shows a text in the user's pager; where there is none, prints it.
void show_text(const Console& console, const std::string& text, const std::string& pattern) {
  const std::vector<std::string> pager = pager_command(pattern, process_environment());
  console.out << (pager.empty() ? text : std::string());
  flush_or_throw(console.out, "standard output");
  if (!pager.empty()) show_in_pager(pager, text);
}

PromptTools tools_of(const Console& console) {
  return {[] { return look_at_terminal(STDOUT_FILENO, process_environment()); },
          [&console](const std::string& text, const std::string& pattern) { show_text(console, text, pattern); },
          TerminalLines::is_interrupted};
}

/// The history file, made where it is missing; empty, and the reason told, where that fails.
std::string history_file(const Console& console) {
  std::string path = history_path(process_environment());
  try {
    if (!path.empty()) prepare_history_file(path);
    return path;
  } catch (const Error& error) {
    console.err << "timbao-query: " << on_one_line(error.message()) << "; " << error.hint() << '\n' << std::flush;
    return {};
  }
}

ExitCode read_typed_lines(PromptSession& session, const Archive& archive, const Console& console) {
  TerminalLines lines({std::string(kPrompt), history_file(console),
                       [&archive](std::string_view line) { return complete_line(line, archive); }});
  console.out << "Type a query. :help lists the commands; Ctrl-D ends.\n" << std::flush;
  while (const std::optional<std::string> line = lines.next())
    if (answer_prompt_line(*line, session) == PromptNext::end) break;
  return ExitCode::done;
}

ExitCode read_piped_lines(PromptSession& session, const Console& console) {
  LineSource lines(console.in, kBatchLineLimit, [&] { flush_or_throw(console.out, "standard output"); });
  while (const std::optional<InputLine> line = lines.next()) {
    if (line->is_too_long)
      console.out << "the line is longer than " << kBatchLineLimit << " bytes\n";
    else if (answer_prompt_line(line->text, session) == PromptNext::end)
      break;
  }
  return ExitCode::done;
}

}  // namespace

ExitCode run_repl(const QueryOptions& options, const Archive& archive, const Console& console) {
  PromptSession session(options, archive, console, tools_of(console));
  const bool is_typed = ::isatty(STDIN_FILENO) == 1;
  return is_typed ? read_typed_lines(session, archive, console) : read_piped_lines(session, console);
}

}  // namespace timbao
