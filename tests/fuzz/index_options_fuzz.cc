// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "indexer/command/add_command.h"
#include "indexer/command/command_table.h"
#include "indexer/command/index_options.h"
#include "indexer/command/remove_command.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

void check_add(const AddOptions& options) {
  const bool has_input = !options.sources.paths.empty() || options.sources.files0_from;
  require(has_input || options.rebuild);
  require(options.jobs > 0 && options.article_bytes > 0 && options.memory_bytes >= (16U << 20U));
  require(!options.format || static_cast<std::size_t>(*options.format) < kFormatNames.size());
  require(!options.index.empty() && options.wait.count() >= 0);
}

void check(const std::vector<std::string>& arguments) {
  const std::string command = parse_index_options(arguments).command;
  if (command == "help" || command == "version" || command == "generate") return;
  const CommandLine line = parse_command_line(arguments, index_option_rows());
  const CommonOptions common = parse_common_options(line);
  require(command == line.words().front() && !common.index.empty());
  if (command == "add") check_add(parse_add(line.behind_first_word(), common));
  if (command == "remove") require(!parse_remove(line.behind_first_word(), common).ids.empty());
}

}  // namespace

// Any command line, its words split at zero bytes, is understood or refused with one line that says why.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const int kIsSet = ::setenv("TIMBAO_INDEX", "/archive/index", 1);
  require(kIsSet == 0);
  std::vector<std::string> arguments;
  for (std::string_view rest = fuzz::text_of(data, size); !rest.empty();)
    arguments.emplace_back(fuzz::take_until(rest, '\0'));
  try {
    check(arguments);
  } catch (const Error& error) {
    require(error.code() == ExitCode::usage && !error.message().empty());
  }
  return 0;
}
