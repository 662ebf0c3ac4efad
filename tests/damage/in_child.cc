// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/damage/in_child.h"

#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "common/base/json.h"
#include "indexer/command/index_command.h"
#include "query/front/query_command.h"
#include "query/front/query_options.h"
#include "tests/temp_directory.h"

namespace timbao::test {
namespace {

constexpr unsigned kMostSeconds = 120;

Ending run_here(const std::vector<std::string>& command, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out, err;
  const std::vector<std::string> arguments(command.begin() + 1, command.end());
  Ending ending;
  ending.status = guarded_main(command.front(), err, [&] {
    if (command.front() == "timbao-index") return run_index(parse_index_options(arguments), IndexStreams{in, out, err});
    return run_query(parse_query_options(arguments, today()), Console{in, out, err, Terminal{}, [] { return 0.0; }});
  });
  ending.err = err.str();
  return ending;
}

[[noreturn]] void run_all(const std::vector<std::vector<std::string>>& commands, const std::string& input,
                          const std::string& report) {
  ::alarm(kMostSeconds);
  for (const auto& command : commands) {
    const Ending ending = run_here(command, input);
    std::ofstream(report, std::ios::app) << to_line({{"status", ending.status}, {"err", ending.err}}) << '\n';
  }
  ::_exit(0);
}

}  // namespace

std::vector<Ending> run_in_child(const std::vector<std::vector<std::string>>& commands, const std::string& input) {
  const TempDirectory directory;
  const std::string report = directory / "report";
  const pid_t child = ::fork();
  if (child == 0) run_all(commands, input, report);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::vector<Ending> endings;
  for (const std::string& line : lines_of(read_file(report))) {
    const Json row = Json::parse(line);
    endings.push_back({row["status"].get<int>(), row["err"].get<std::string>()});
  }
  return endings;
}

}  // namespace timbao::test
