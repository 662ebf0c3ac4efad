// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/index_command.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <iostream>

#include "common/base/terminal.h"
#include "common/base/version.h"
#include "indexer/command/add_command.h"
#include "indexer/command/check_command.h"
#include "indexer/command/compact_command.h"
#include "indexer/command/dump_command.h"
#include "indexer/command/remove_command.h"
#include "indexer/command/stats_command.h"
#include "indexer/command/tokens_command.h"

namespace timbao {
namespace {

ExitCode run_help(const IndexOptions&, const IndexStreams& streams) {
  streams.out << index_help();
  return ExitCode::done;
}

ExitCode run_version(const IndexOptions&, const IndexStreams& streams) {
  streams.out << "timbao-index " << kVersion << '\n';
  return ExitCode::done;
}

ExitCode run_stats(const IndexOptions& options, const IndexStreams& streams) {
  const IndexStats stats = read_stats(options.index);
  streams.out << (options.json ? stats_as_json(stats) : stats_as_text(stats));
  return ExitCode::done;
}

struct CommandRow {
  IndexCommand command;
  ExitCode (*run)(const IndexOptions&, const IndexStreams&);
};

constexpr std::array<CommandRow, 9> kCommands{{
    {IndexCommand::help, run_help},
    {IndexCommand::version, run_version},
    {IndexCommand::add, run_add},
    {IndexCommand::remove, run_remove},
    {IndexCommand::stats, run_stats},
    {IndexCommand::check, run_check},
    {IndexCommand::compact, run_compact},
    {IndexCommand::dump, run_dump},
    {IndexCommand::tokens, run_tokens},
}};

}  // namespace

IndexStreams standard_index_streams() {
  // A terminal that moves no cursor (TERM=dumb) gets progress as a file does: whole lines, now and then.
  return {std::cin, std::cout, std::cerr, look_at_terminal(STDERR_FILENO, process_environment()).moves_cursor};
}

ExitCode run_index(const IndexOptions& options, const IndexStreams& streams) {
  const auto* const row = std::find_if(kCommands.begin(), kCommands.end(), [&](const CommandRow& candidate) {
    return candidate.command == options.command;
  });
  const ExitCode status = row->run(options, streams);
  flush_or_throw(streams.out, "standard output");
  return status;
}

}  // namespace timbao
