// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/cli.h"
#include "common/base/cli_option.h"
#include "common/base/error.h"
#include "indexer/streams.h"

namespace timbao {

/// What every command of timbao-index takes.
struct CommonOptions {
  std::string index;                        ///< --index: the index's directory
  Verbosity verbosity = Verbosity::normal;  ///< --quiet, --verbose
};

/// A command with its options, ready to run: what it prints goes to the streams. It may be run once.
using CommandRun = std::function<ExitCode(const IndexStreams& streams)>;

/// One command of timbao-index: its line in `--help`, the options that it takes, and how its command line becomes a run.
/// Each command has a file of its own here, which holds its options as a struct, their rows, parse_NAME() and
/// run_NAME(); the work of a command that others need too stands in the rooms below.
///
///   Command compact_command() {
///     return {"compact", "", "rewrites the index at its smallest", option_rows_of(compact_options()),
///             prepare<parse_compact, run_compact>};
///   }
///
/// A new command is one such file and one line in command_table.cc, which lists the commands in the order of `--help`.
struct Command {
  /// The command as it is typed.
  std::string_view name;

  /// What its words are called in --help ("PATH..."). Empty: it takes no words, and a word is refused.
  std::string_view arguments;

  /// One sentence for --help.
  std::string_view help;

  /// The options that it takes beside those of every command.
  std::vector<OptionRow> options;

  /// Reads the command line without the command's name. Errors: Error(usage).
  CommandRun (*parse)(const CommandLine& line, const CommonOptions& common);
};

/// Joins the two halves of a command for its row: prepare<parse_add, run_add>.
///
/// Takes    parse: (const CommandLine&, const CommonOptions&) -> the command's options;
///          run: (those options, const IndexStreams&) -> ExitCode.
/// Errors   of parse: Error(usage), before anything is run.
template <auto parse, auto run>
CommandRun prepare(const CommandLine& line, const CommonOptions& common) {
  return [options = parse(line, common)](const IndexStreams& streams) { return run(options, streams); };
}

/// --wait SECONDS as a number.
///
/// Takes    0 to 1,000,000 seconds.
/// Errors   Error(usage).
std::chrono::seconds parse_wait(const OptionValue& value);

/// The row of --wait, which all commands that take the writer's lock have.
///
/// Takes    options with a member `wait` of type std::chrono::seconds.
template <typename Options>
Option<Options> wait_option() {
  return {{"wait", "SECONDS", Times::once, "waits so long for another process that is writing; 0"},
          [](Options& options, const OptionValue& value) { options.wait = parse_wait(value); }};
}

}  // namespace timbao
