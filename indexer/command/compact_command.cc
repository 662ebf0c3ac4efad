// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/compact_command.h"

#include <filesystem>
#include <ostream>
#include <string>

#include "common/base/error.h"
#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/publish.h"
#include "common/store/writer_lock.h"
#include "common/store/written_versions.h"
#include "common/store/xapian_errors.h"
#include "indexer/add/progress.h"
#include "indexer/write/terminate_guard.h"
#include "indexer/write/work_folder.h"

namespace timbao {
namespace {

std::uint64_t bytes_below(const std::string& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) bytes += entry.file_size();
  return bytes;
}

struct Sizes {
  std::uint64_t before = 0, after = 0;
};

Sizes compact(const std::string& directory) {
  const std::string current = existing_generation_path(directory);
  const WorkFolder folder(building_path(directory));
  const TerminateGuard guard({directory, folder.path()});
  const std::string compacted = folder.path() + "/compacted";
  Xapian::Database database = open_database(current);
  check_versions(directory, database);
  compact_database(database, compacted, Packing::tight);
  const Sizes sizes{bytes_below(current), bytes_below(compacted)};
  if (sizes.after >= sizes.before) return {sizes.before, sizes.before};
  publish_database(directory, compacted);
  return sizes;
}

std::vector<Option<CompactOptions>> compact_options() { return {wait_option<CompactOptions>()}; }

}  // namespace

Command compact_command() {
  return {"compact", "", "rewrites the index at its smallest", option_rows_of(compact_options()),
          prepare<parse_compact, run_compact>};
}

CompactOptions parse_compact(const CommandLine& line, const CommonOptions& common) {
  CompactOptions options{common.index, common.verbosity, {}};
  set_options(compact_options(), line, options);
  return options;
}

ExitCode run_compact(const CompactOptions& options, const IndexStreams& streams) {
  static_cast<void>(existing_generation(options.index));  // throws where there is none: else the lock makes the folder
  const WriterLock lock(options.index, {options.wait, {}});
  remove_old_generations(options.index);
  const Sizes sizes = with_index_errors(options.index, [&] { return compact(options.index); });
  if (options.verbosity != Verbosity::quiet)
    streams.err << "compacted " << with_thousands(sizes.before) << " bytes to " << with_thousands(sizes.after) << '\n';
  return ExitCode::done;
}

}  // namespace timbao
