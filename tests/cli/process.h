// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/temp_directory.h"

namespace timbao::test {

/// What a program is started with besides its arguments.
struct RunOptions {
  std::string input;                               ///< its standard input
  std::map<std::string, std::string> environment;  ///< added to ours
  std::map<int, rlim_t> limits;                    ///< RLIMIT_FSIZE and the like
  std::string directory;                           ///< where it runs; empty: where we do
};

/// Texts as exec() takes them: a pointer to each, and a null pointer at the end. They point into `texts`.
std::vector<char*> pointers_to(const std::vector<std::string>& texts);

/// What a program did.
struct RunResult {
  int status = -1;  ///< its exit status; 128 + N where signal N ended it, as a shell says it
  std::string out;
  std::string err;
  long peak_kilobytes = 0;  ///< of memory, as the system counts it
};

/// Runs a program to its end and takes all that it writes.
///
///   RunOptions options; options.input = "{}";
///   run({TIMBAO_INDEX_BIN, "--index", directory, "add", "-"}, options).status == 1
///
/// Errors   status 127 where the program cannot be started.
RunResult run(const std::vector<std::string>& command, const RunOptions& options = {});

/// A program that is still running; the destructor kills it. Its standard input is a pipe that we hold.
class RunningProgram {
 public:
  explicit RunningProgram(const std::vector<std::string>& command, const RunOptions& options = {});
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  void write(std::string_view text);  ///< to its standard input
  std::string read_line();            ///< the next line of its output, waited for; empty at its end
  void signal(int number) const;
  RunResult finish(std::string_view input = {});  ///< gives it the rest of its input, reads what it writes, and waits

 private:
  pid_t pid_ = -1;
  int input_ = -1, out_ = -1, err_ = -1;
  std::string read_ahead_;  // of its output, by read_line
};

}  // namespace timbao::test
