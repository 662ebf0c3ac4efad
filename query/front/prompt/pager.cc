// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/pager.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <sstream>

#include "common/base/error.h"

namespace timbao {
namespace {

constexpr int kNotStarted = 127;

/// Ignores Ctrl-C and Ctrl-\ as long as it lives: the terminal sends them to the pager and to us alike.
class KeysOfThePager {
 public:
  KeysOfThePager() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &ignore, &before_[i]);
  }
  ~KeysOfThePager() { restore(); }
  KeysOfThePager(const KeysOfThePager&) = delete;
  KeysOfThePager& operator=(const KeysOfThePager&) = delete;

  void restore() const {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &before_[i], nullptr);
  }

 private:
  static constexpr std::array<int, 2> kSignals{SIGINT, SIGQUIT};
  std::array<struct sigaction, 2> before_{};
};

/// Becomes the pager; runs in the child. guarded_main() has SIGPIPE and SIGXFSZ ignored, which a pager does not expect,
/// and exec() keeps what is ignored.
[[noreturn]] void become(const std::vector<char*>& arguments, int input) {
  for (const int signal : {SIGPIPE, SIGXFSZ, SIGINT, SIGQUIT}) std::signal(signal, SIG_DFL);
  ::dup2(input, STDIN_FILENO);
  ::execvp(arguments[0], arguments.data());
  ::_exit(kNotStarted);
}

void write_all(int file, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t put = ::write(file, text.data() + at, text.size() - at);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return;  // the pager has ended before it read everything
    at += static_cast<std::size_t>(put);
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

[[noreturn]] void fail(const std::string& program, const std::string& reason) {
  throw Error(ExitCode::io_failed, "the pager '" + program + "' cannot be started" + reason,
              "set PAGER to another one");
}

bool is_less(const std::string& program) { return program.substr(program.rfind('/') + 1) == "less"; }

}  // namespace

std::vector<std::string> pager_command(const std::string& pattern, const Environment& environment) {
  std::istringstream words(environment("PAGER"));
  std::vector<std::string> command;
  for (std::string word; std::getline(words, word, ' ');)
    if (!word.empty()) command.push_back(word);
  if (command.empty()) {
    const std::string terminal = environment("TERM");
    if (terminal.empty() || terminal == "dumb") return {};
    command.emplace_back("less");
  }
  if (!is_less(command.front())) return command;
  command.emplace_back("-R");
  if (!pattern.empty()) command.push_back("+/" + pattern);
  return command;
}

void show_in_pager(const std::vector<std::string>& command, const std::string& text) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(command.front(), std::string(": ") + std::strerror(errno));
  const KeysOfThePager keys;
  const pid_t child = ::fork();
  if (child == 0) become(arguments, ends[0]);
  ::close(ends[0]);
  if (child > 0) write_all(ends[1], text);
  ::close(ends[1]);
  if (child < 0 || wait_for(child) == kNotStarted) fail(command.front(), "");
}

}  // namespace timbao
