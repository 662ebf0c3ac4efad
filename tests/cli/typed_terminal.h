// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/cli/on_terminal.h"

namespace timbao::test {

/// A program on a terminal of its own, on which a test types.
///
///   TypedTerminal terminal({TIMBAO_QUERY_BIN, "--index", index}, {80, {{"TERM", "xterm"}}});
///   terminal.wait_for("timbao> ");
///   terminal.type("đảng\r");
///   EXPECT_NE(terminal.wait_for("shown").find("1. "), std::string::npos);
///
/// Nothing sleeps: a test waits for what the program writes, and fails where that does not come within a minute.
class TypedTerminal {
 public:
  TypedTerminal(const std::vector<std::string>& command, const TerminalOptions& options);
  ~TypedTerminal();
  TypedTerminal(const TypedTerminal&) = delete;
  TypedTerminal& operator=(const TypedTerminal&) = delete;

  void type(std::string_view keys) const;

  /// What the program wrote since the last call up to the first place with this text, the text included.
  std::string wait_for(std::string_view text);

  /// Makes the terminal as wide as a user would who drags its window.
  void resize(unsigned short columns) const;

  void signal(int number) const;

  /// Reads what else the program writes until it ends.
  struct End {
    int status = -1;  ///< its exit status; 128 + N where signal N ended it
    std::string text;
  };
  End wait_for_end();

 private:
  bool read_more();

  int master_ = -1;
  pid_t child_ = -1;
  std::string unread_;  // what the program wrote and no call has returned
};

}  // namespace timbao::test
