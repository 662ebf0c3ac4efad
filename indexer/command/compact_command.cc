// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/compact_command.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/store/index_folder.h"
#include "common/store/open_index.h"
#include "common/store/open_shards.h"
#include "common/store/publish.h"
#include "common/store/writer_lock.h"
#include "common/store/written_versions.h"
#include "common/store/xapian_errors.h"
#include "indexer/add/progress.h"
#include "indexer/write/article_signer.h"
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

/// Writes a generation anew at its smallest. Returns the path; "" where that is no smaller, so that it stays.
std::string compact_one(const std::string& current, const std::string& target, Sizes& sizes) {
  Xapian::Database database = open_database(current);
  compact_database(database, target, Packing::tight);
  sign_merged(target);
  const std::uint64_t before = bytes_below(current), after = bytes_below(target);
  sizes.before += before;
  sizes.after += std::min(before, after);
  if (after < before) return target;
  std::filesystem::remove_all(target);
  return {};
}

Sizes compact(const std::string& directory) {
  static_cast<void>(open_shards(directory, check_versions));
  const std::vector<std::string> current = generation_paths(directory, existing_generations(directory));
  const WorkFolder folder(building_path(directory));
  const TerminateGuard guard({directory, folder.path()});
  Sizes sizes;
  std::vector<std::string> compacted;
  compacted.reserve(current.size());
  for (const std::string& path : current)
    compacted.push_back(compact_one(path, folder.path() + "/compacted" + std::to_string(compacted.size()), sizes));
  if (sizes.after < sizes.before) publish_databases(directory, compacted);
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
  static_cast<void>(existing_generations(options.index));  // throws where there is none: else the lock makes the folder
  const WriterLock lock(options.index, {options.wait, {}});
  remove_old_generations(options.index);
  const Sizes sizes = with_index_errors(options.index, [&] { return compact(options.index); });
  if (options.verbosity != Verbosity::quiet)
    streams.err << "compacted " << with_thousands(sizes.before) << " bytes to " << with_thousands(sizes.after) << '\n';
  return ExitCode::done;
}

}  // namespace timbao
