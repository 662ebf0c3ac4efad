// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/index_command.h"

#include <unistd.h>

#include <iostream>

#include "common/base/terminal.h"

namespace timbao {

IndexStreams standard_index_streams() {
  // On a terminal that moves no cursor (TERM=dumb) progress is written as into a file: whole lines, now and then.
  return {std::cin, std::cout, std::cerr, look_at_terminal(STDERR_FILENO, process_environment()).moves_cursor};
}

ExitCode run_index(const IndexCall& call, const IndexStreams& streams) {
  const ExitCode status = call.run(streams);
  flush_or_throw(streams.out, "standard output");
  return status;
}

}  // namespace timbao
