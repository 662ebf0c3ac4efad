// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "query/front/prompt/completer.h"

namespace timbao {

/// What a line editor is given.
struct TerminalLinesOptions {
  std::string prompt;
  std::string history_file;  ///< read and appended to; empty: lines are remembered for the session only
  std::function<LineCompletions(std::string_view line_to_cursor)> complete;
};

/// The lines that a person types on the terminal of the process, edited and completed by GNU readline.
///
///   TerminalLines lines({"timbao> ", history, complete});
///   while (const std::optional<std::string> line = lines.next()) answer(*line);
///
/// Ctrl-C drops the line and Ctrl-D on an empty line ends the input. A changed width of the terminal, Ctrl-Z, pasted
/// texts of several lines and the backspaces that Vietnamese input methods send are seen to. The text of a line is
/// UTF-8 in a locale without UTF-8 too, such as LC_ALL=C: the process, and the programs that it starts, then use C.UTF-8.
///
/// Errors   none: a history file that cannot be written is left alone.
/// Source   the readline 8.2 manual, "Alternate Interface", whose callbacks leave signals to us. The only source that
///          includes readline. Covered by tests/cli/prompt_test.cc on a pseudo-terminal.
/// Threads  one object a process, since readline has one state; used by the main thread.
class TerminalLines {
 public:
  explicit TerminalLines(TerminalLinesOptions options);
  ~TerminalLines();
  TerminalLines(const TerminalLines&) = delete;
  TerminalLines& operator=(const TerminalLines&) = delete;

  /// The next line, without its end; nothing at the end of the input.
  std::optional<std::string> next();

  /// Whether Ctrl-C was typed since next() returned.
  [[nodiscard]] static bool is_interrupted();

 private:
  class Signals;
  void wait_for_key();
  void drop_line();
  void remember(const std::string& line);

  TerminalLinesOptions options_;
  std::unique_ptr<Signals> signals_;
};

}  // namespace timbao
