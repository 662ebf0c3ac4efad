// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <exception>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace timbao {

/// What a program tells its caller; the whole table is in README.md and `--help`.
enum class ExitCode : int {
  done = 0,           ///< hits, or the work is done
  incomplete = 1,     ///< no hits, or some input was rejected or missing
  usage = 2,          ///< the command line is wrong
  index_failed = 3,   ///< the index is missing, damaged, not an index or of another version
  locked = 4,         ///< another process is writing the index
  io_failed = 5,      ///< input or output failed: disk full, permission
  interrupted = 130,  ///< Ctrl-C; what was complete is published
};

/// The one exception of the project: the run cannot go on.
///
///   throw Error(ExitCode::usage, "--limit takes a whole number or 'all', not '-3'", "see --help");
///
/// Takes    what happened and where (`message`), what the user can do about it (`hint`, may be empty).
/// Thrown   where the cause is known; caught once, in guarded_main.
class Error : public std::exception {
 public:
  Error(ExitCode code, std::string message, std::string hint = {});

  [[nodiscard]] ExitCode code() const noexcept { return code_; }
  [[nodiscard]] const std::string& message() const noexcept { return message_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

 private:
  ExitCode code_;
  std::string message_;
  std::string hint_;
};

/// Whoever reads our output went away (`timbao-query đảng | head -1`): a quiet end with status 0.
struct BrokenPipe {};

/// Runs a program's body and turns whatever it throws into one line on `err` and an exit status.
///
///   timbao-query: no index at /tmp/x; make one with: timbao-index --index /tmp/x add PATH
///
/// Takes    the program's name, the stream for the line, the body.
/// Returns  the process's exit status. Signals of a closed pipe, and of a file at its size limit, are ignored from here
///          on; standard descriptors that are closed are opened first: reading finds the end, writing fails.
/// Errors   none: nothing escapes, whatever its type.
int guarded_main(std::string_view program, std::ostream& err, const std::function<ExitCode()>& body);

/// Flushes `out` and throws BrokenPipe or Error(io_failed) if anything written to it was lost.
///
/// Takes    the stream and what it is called in the message ("standard output", a path).
void flush_or_throw(std::ostream& out, std::string_view name);

/// One line out of any text, for people: of the controls of escape.h, bidi controls vanish and all others become
/// spaces, so that a message stays one line and does nothing to a terminal.
std::string on_one_line(std::string_view text);

}  // namespace timbao
