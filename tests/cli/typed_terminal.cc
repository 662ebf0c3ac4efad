// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/typed_terminal.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include "tests/cli/process.h"

namespace timbao::test {
namespace {

constexpr int kPatienceMs = 60'000;

winsize size_of(unsigned short columns) {
  winsize size{};
  size.ws_row = 24;
  size.ws_col = columns;
  return size;
}

}  // namespace

TypedTerminal::TypedTerminal(const std::vector<std::string>& command, const TerminalOptions& options) {
  std::vector<std::string> variables;
  for (const auto& [name, value] : options.environment) variables.push_back(name + "=" + value);
  const std::vector<char*> arguments = pointers_to(command), environment = pointers_to(variables);
  winsize size = size_of(options.columns);
  child_ = ::forkpty(&master_, nullptr, nullptr, &size);
  if (child_ == 0) {
    ::execve(arguments[0], arguments.data(), environment.data());
    ::_exit(127);
  }
  EXPECT_GT(child_, 0);
}

TypedTerminal::~TypedTerminal() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  ::close(master_);
}

void TypedTerminal::type(std::string_view keys) const {
  while (!keys.empty()) {
    const ssize_t put = ::write(master_, keys.data(), keys.size());
    if (put < 0 && errno == EINTR) continue;
    ASSERT_GT(put, 0);
    keys.remove_prefix(static_cast<std::size_t>(put));
  }
}

bool TypedTerminal::read_more() {
  pollfd output{master_, POLLIN, 0};
  if (::poll(&output, 1, kPatienceMs) <= 0) return false;
  std::array<char, 65536> buffer{};
  const ssize_t got = ::read(master_, buffer.data(), buffer.size());
  if (got <= 0) return false;
  unread_.append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

std::string TypedTerminal::wait_for(std::string_view text) {
  std::size_t found = unread_.find(text);
  while (found == std::string::npos && read_more()) found = unread_.find(text);
  if (found == std::string::npos) {
    ADD_FAILURE() << "the terminal never got '" << text << "', but: " << unread_;
    return std::exchange(unread_, {});
  }
  std::string read = unread_.substr(0, found + text.size());
  unread_.erase(0, found + text.size());
  return read;
}

void TypedTerminal::resize(unsigned short columns) const {
  const winsize size = size_of(columns);
  ASSERT_EQ(::ioctl(master_, TIOCSWINSZ, &size), 0);
}

void TypedTerminal::signal(int number) const { ::kill(child_, number); }

TypedTerminal::End TypedTerminal::wait_for_end() {
  while (read_more()) {
  }
  int status = 0;
  while (::waitpid(child_, &status, 0) < 0 && errno == EINTR) {
  }
  child_ = -1;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), std::exchange(unread_, {})};
}

}  // namespace timbao::test
