// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <iosfwd>
#include <string>

#include "indexer/add/progress.h"
#include "indexer/streams.h"

namespace timbao {

/// Standard error of a run of `add`: lines about single things, and the progress between them, of which no line is
/// written over.
///
///   Console console(streams, Verbosity::normal);
///   console.say("archive: none of the 12 entries in this folder is taken");
///   // timbao-index: archive: none of the 12 entries in this folder is taken
///
/// Takes    the streams of the program, and how much is said.
/// Errors   none.
/// Threads  one.
/// Source   tests/cli/index_add_test.cc; progress_test.
class Console {
 public:
  Console(const IndexStreams& streams, Verbosity verbosity);

  /// Prints one line, whatever the verbosity; what would break the line is escaped.
  void say(const std::string& line);

  /// Prints one line, but not with --quiet.
  void mention(const std::string& line);

  /// Prints text as it is, but not with --quiet.
  void print(const std::string& text);

  Progress& progress() { return progress_; }

 private:
  std::ostream& err_;
  Verbosity verbosity_;
  Progress progress_;
};

}  // namespace timbao
