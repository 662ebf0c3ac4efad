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

/// The one exception of the project: the run cannot go on. What is wrong with one article is a value instead
/// (Rejected), so that the rest is indexed.
///
///   throw Error(ExitCode::usage, "--limit takes a whole number or 'all', not '-3'", "see --help");
///
/// Takes    what happened and where (`message`), what the user can do about it (`hint`, may be empty).
/// Thrown   where the cause is known; caught once, in guarded_main.
/// Threads  a value: it may be moved from a worker's thread to the main one.
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

/// Says that the system refused an operation: "/var/lib/news/hits.jsonl: Permission denied".
///
///   if (file < 0) throw_io_error(path, errno, "give another name");
///
/// Takes    what was operated on (a path, "standard output"), errno, and what the user can do about it (may be empty).
/// Errors   Error(io_failed), always.
/// Source   strerror(3). Covered by error_test.
[[noreturn]] void throw_io_error(std::string_view name, int cause, const std::string& hint = {});

/// Whoever reads our output went away (`timbao-query đảng | head -1`): a quiet end with status 0.
struct BrokenPipe {};

/// Runs a program's body and turns whatever it throws into one line on `err` and an exit status.
///
///   timbao-query: no index at /tmp/x; make one with: timbao-index --index /tmp/x add PATH
///
/// Takes    the program's name, the stream for the line, the body.
/// Returns  the process's exit status. From here on the signals of a closed pipe, and of a file at its size limit, are
///          ignored, so that the write fails instead. Standard descriptors that are closed are opened first: reading
///          them finds the end, writing to them fails.
/// Errors   none: nothing escapes, whatever its type.
/// Threads  called once, before any other thread is started.
/// Source   docs/query-language.md, "Exit status"; signal(7). Covered by error_test, standard_descriptors_test and
///          full_disk_test.
int guarded_main(std::string_view program, std::ostream& err, const std::function<ExitCode()>& body);

/// Flushes a stream, and throws if anything that was written to it was lost.
///
///   flush_or_throw(out, "standard output");
///
/// Takes    the stream, and what it is called in the message ("standard output", a path).
/// Errors   BrokenPipe where the reader went away; Error(io_failed) for any other failure, with the system's reason:
///          "standard output: No space left on device".
/// Source   errno, which an earlier write on the same stream left. Covered by error_test and full_disk_test.
void flush_or_throw(std::ostream& out, std::string_view name);

/// Any text as one line for people, so that a message stays one line and does nothing to a terminal.
///
///   on_one_line("a\nb\u202Ec") == "a bc"
///
/// Takes    any bytes: names of files and what libraries say.
/// Returns  the text, in which bidi controls vanish and all other controls of escape.h become spaces.
/// Errors   none.
/// Source   escape.h. Covered by error_test.
std::string on_one_line(std::string_view text);

}  // namespace timbao
