// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace timbao::test {
namespace {

struct Pipe {
  int read_end = -1, write_end = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) std::abort();
  return {ends[0], ends[1]};
}

void close_end(int& file) {
  if (file >= 0) ::close(file);
  file = -1;
}

/// The environment of a program: ours and what is added to it, as NAME=VALUE.
std::vector<std::string> environment_of(const RunOptions& options) {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view ours(*entry);
    if (options.environment.count(std::string(ours.substr(0, ours.find('=')))) == 0) all.emplace_back(ours);
  }
  for (const auto& [name, value] : options.environment) all.push_back(name + "=" + value);
  return all;
}

/// Runs in the child, and never returns. The test may have had other threads when it forked, and one of them may have
/// held the allocator's lock, which nobody releases in the child: nothing may be allocated before exec().
[[noreturn]] void become(char* const* arguments, char* const* environment, const RunOptions& options) {
  for (const auto& [resource, limit] : options.limits) {
    const rlimit both{limit, limit};
    ::setrlimit(static_cast<__rlimit_resource>(resource), &both);
  }
  std::signal(SIGPIPE, SIG_DFL);
  if (!options.directory.empty() && ::chdir(options.directory.c_str()) != 0) ::_exit(127);
  ::execvpe(arguments[0], arguments, environment);
  ::_exit(127);
}

/// Appends what can be read now; closes the file at its end.
void take(int& file, std::string& text) {
  std::array<char, 65536> buffer{};
  const ssize_t got = ::read(file, buffer.data(), buffer.size());
  if (got > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(got));
  } else if (got == 0 || errno != EINTR) {
    close_end(file);
  }
}

/// Gives the program the next bytes of its input; closes the pipe where it reads no more.
void give(int& file, std::string_view& input) {
  const ssize_t put = ::write(file, input.data(), std::min<std::size_t>(input.size(), PIPE_BUF));
  if (put > 0) input.remove_prefix(static_cast<std::size_t>(put));
  if (put < 0 && errno != EINTR) close_end(file);
}

/// Feeds and reads all three pipes at once, so that neither side waits for the other.
void exchange(std::array<int*, 3> files, std::string_view input, RunResult& result) {
  if (input.empty()) close_end(*files[0]);
  while (*files[0] >= 0 || *files[1] >= 0 || *files[2] >= 0) {
    std::array<pollfd, 3> polled{{{*files[0], POLLOUT, 0}, {*files[1], POLLIN, 0}, {*files[2], POLLIN, 0}}};
    if (::poll(polled.data(), polled.size(), -1) < 0 && errno != EINTR) return;
    if (polled[0].revents != 0) give(*files[0], input);
    if (input.empty()) close_end(*files[0]);
    if (polled[1].revents != 0) take(*files[1], result.out);
    if (polled[2].revents != 0) take(*files[2], result.err);
  }
}

void wait_for(pid_t pid, RunResult& result) {
  int status = 0;
  rusage used{};
  while (::wait4(pid, &status, 0, &used) < 0 && errno == EINTR) {
  }
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.peak_kilobytes = used.ru_maxrss;
}

}  // namespace

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

RunningProgram::RunningProgram(const std::vector<std::string>& command, const RunOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);  // a program that ends without reading its input is no end of the tests
  Pipe input = make_pipe(), out = make_pipe(), err = make_pipe();
  const std::vector<std::string> environment = environment_of(options);
  const std::vector<char*> arguments = pointers_to(command), variables = pointers_to(environment);
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(input.read_end, STDIN_FILENO);
    ::dup2(out.write_end, STDOUT_FILENO);
    ::dup2(err.write_end, STDERR_FILENO);
    become(arguments.data(), variables.data(), options);
  }
  close_end(input.read_end);
  close_end(out.write_end);
  close_end(err.write_end);
  input_ = input.write_end;
  out_ = out.read_end;
  err_ = err.read_end;
}

RunningProgram::~RunningProgram() {
  close_end(input_);
  close_end(out_);
  close_end(err_);
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  RunResult ignored;
  wait_for(pid_, ignored);
}

void RunningProgram::write(std::string_view text) {
  while (!text.empty() && input_ >= 0) give(input_, text);
}

std::string RunningProgram::read_line() {
  while (out_ >= 0 && read_ahead_.find('\n') == std::string::npos) take(out_, read_ahead_);
  const std::size_t end = read_ahead_.find('\n');
  const std::string line = read_ahead_.substr(0, end);
  read_ahead_.erase(0, end == std::string::npos ? end : end + 1);
  return line;
}

void RunningProgram::signal(int number) const { ::kill(pid_, number); }

RunResult RunningProgram::finish(std::string_view input) {
  RunResult result;
  result.out = std::move(read_ahead_);
  exchange({&input_, &out_, &err_}, input, result);
  wait_for(pid_, result);
  pid_ = -1;
  return result;
}

RunResult run(const std::vector<std::string>& command, const RunOptions& options) {
  return RunningProgram(command, options).finish(options.input);
}

}  // namespace timbao::test
