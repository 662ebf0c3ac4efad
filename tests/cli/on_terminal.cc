// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/on_terminal.h"

#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "tests/cli/process.h"

namespace timbao::test {
namespace {

/// Reads until the last program on the terminal has ended, which read() reports as EIO.
std::string read_all(int master) {
  std::string text;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t got = ::read(master, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

std::string run_on_terminal(const std::vector<std::string>& command, const TerminalOptions& options) {
  std::vector<std::string> variables;
  for (const auto& [name, value] : options.environment) variables.push_back(name + "=" + value);
  const std::vector<char*> arguments = pointers_to(command), environment = pointers_to(variables);
  winsize size{};
  size.ws_row = 24;
  size.ws_col = options.columns;
  int master = -1;
  const pid_t child = ::forkpty(&master, nullptr, nullptr, &size);
  if (child == 0) {
    ::execve(arguments[0], arguments.data(), environment.data());
    ::_exit(127);
  }
  EXPECT_GT(child, 0);
  std::string text = read_all(master);
  ::close(master);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) != 127) << status;
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

}  // namespace timbao::test
