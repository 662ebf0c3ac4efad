// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/command/add_command.h"

#include <memory>
#include <ostream>

#include "common/base/day.h"
#include "common/store/index_db.h"
#include "indexer/add/add_run.h"
#include "indexer/ledger/ledger.h"
#include "indexer/write/adaptive_sink.h"

namespace timbao {
namespace {

/// Takes what would be indexed, and only lists it.
class DryRun : public ArticleSink {
 public:
  DryRun(std::ostream& out, Verbosity verbosity) : out_(out), verbosity_(verbosity) {}

  void add(ReadArticle read) override {
    if (read.occurrence == Occurrence::first) ++counts_.added;
    if (verbosity_ != Verbosity::verbose) return;
    const Article& article = read.article;
    out_ << on_one_line(article.id) << '\t' << (article.date ? format_timestamp(*article.date) : "-") << '\t'
         << on_one_line(article.title) << '\n';
  }

 private:
  BuildCounts publish_all(const IndexChanges&) override {
    if (verbosity_ != Verbosity::quiet) out_ << "would index " << with_thousands(counts_.added) << " articles\n";
    return counts_;
  }

  std::ostream& out_;
  Verbosity verbosity_;
  BuildCounts counts_;
};

/// What a run builds upon.
BuildBase base_of(const IndexOptions& options) {
  if (!options.rebuild) return BuildBase::current;
  const bool has_sources = !options.sources.paths.empty() || options.sources.files0_from;
  if (!has_sources) return BuildBase::ledger_only;
  return can_read_ledger(options.index) ? BuildBase::marks_only : BuildBase::nothing;
}

BuildOptions build_options(const IndexOptions& options, std::size_t listed_bytes) {
  BuildOptions build;
  build.directory = options.index;
  build.share = share_of_writing(options.memory_bytes, listed_bytes, options.jobs);
  build.base = base_of(options);
  return build;
}

}  // namespace

ExitCode run_add(const IndexOptions& options, const IndexStreams& streams) {
  check_errors_file(options);
  AddRun run(options, streams);
  if (options.dry_run) {
    return run.index([&](std::size_t) { return std::make_unique<DryRun>(streams.out, options.verbosity); });
  }
  const WriterLock lock(options.index, {options.wait, [&run] { return run.is_stopped(); }});
  remove_old_generations(options.index);
  return run.index([&](std::size_t listed_bytes) { return adaptive_sink(build_options(options, listed_bytes)); });
}

}  // namespace timbao
