// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add_command.h"

#include <algorithm>
#include <istream>
#include <memory>
#include <numeric>
#include <optional>
#include <ostream>
#include <utility>
#include <variant>

#include "common/base/day.h"
#include "common/index/index_db.h"
#include "indexer/build/build_aside.h"
#include "indexer/build/interrupt.h"
#include "indexer/build/progress.h"
#include "indexer/build/rejections.h"
#include "indexer/input/read_articles.h"

namespace timbao {
namespace {

constexpr std::size_t kMemoryOfArticle = 16;  // what indexing one article may take, in its own size

ProgressStyle style_of(const IndexOptions& options, const IndexStreams& streams) {
  if (options.verbosity == Verbosity::quiet) return ProgressStyle::none;
  return streams.err_is_terminal ? ProgressStyle::terminal : ProgressStyle::lines;
}

/// Takes what would be indexed, and only lists it.
class DryRun : public ArticleSink {
 public:
  DryRun(std::ostream& out, Verbosity verbosity) : out_(out), verbosity_(verbosity) {}

  void add(ReadArticle read) override {
    ++counts_.added;
    if (verbosity_ != Verbosity::verbose) return;
    const Article& article = read.article;
    out_ << on_one_line(article.id) << '\t' << (article.date ? format_timestamp(*article.date) : "-") << '\t'
         << on_one_line(article.title) << '\n';
  }

  BuildCounts publish() override {
    if (verbosity_ != Verbosity::quiet) out_ << "would index " << with_thousands(counts_.added) << " articles\n";
    return counts_;
  }

 private:
  std::ostream& out_;
  Verbosity verbosity_;
  BuildCounts counts_;
};

/// One run of `add`: what it has seen, and what it says.
class AddRun {
 public:
  AddRun(const IndexOptions& options, const IndexStreams& streams)
      : options_(options),
        streams_(streams),
        progress_(streams.err, style_of(options, streams)),
        rejections_(options.errors_file, printer()) {}

  void read(const SourceList& list, ArticleSink& sink) {
    for (const Rejected& rejected : list.rejected) rejections_.add(rejected);
    state_.bytes_total = std::accumulate(list.files.begin(), list.files.end(), std::uint64_t{0},
                                         [](std::uint64_t sum, const SourceFile& file) { return sum + file.bytes; });
    ArticleReader reader(read_options(), [&](ParsedArticle parsed) { take(std::move(parsed), sink); });
    for (const SourceFile& file : list.files) {
      if (interrupt_.is_asked()) return;
      reader.read(file);
      state_.bytes_read = reader.bytes_read();
      progress_.show(state_);
    }
  }

  ExitCode tell(const BuildCounts& counts) {
    progress_.clear();
    rejections_.finish();
    if (options_.verbosity != Verbosity::quiet) {
      if (!options_.dry_run) tell_counts(counts);
      tell_warnings();
    }
    if (interrupt_.is_asked()) {
      if (!options_.dry_run) say("interrupted: what was complete is published; add the same again for the rest");
      return ExitCode::interrupted;
    }
    return rejections_.count() > 0 ? ExitCode::incomplete : ExitCode::done;
  }

 private:
  std::function<void(const std::string&)> printer() {
    if (options_.verbosity == Verbosity::quiet) return {};
    return [this](const std::string& line) { say(line); };
  }

  void say(const std::string& line) {
    progress_.clear();
    streams_.err << "timbao-index: " << on_one_line(line) << '\n' << std::flush;
  }

  /// An article's own size decides what indexing it takes, so --memory limits it too.
  ReadOptions read_options() const {
    ReadOptions read;
    read.limit_bytes = std::min(options_.article_bytes, options_.memory_bytes / kMemoryOfArticle);
    read.memory_bytes = options_.memory_bytes / 4 * 3;
    read.source = options_.source;
    read.stop_asked = [this] { return interrupt_.is_asked(); };
    return read;
  }

  void take(ParsedArticle parsed, ArticleSink& sink) {
    if (const auto* rejected = std::get_if<Rejected>(&parsed)) return rejections_.add(*rejected);
    auto& read = std::get<ReadArticle>(parsed);
    ++state_.articles;
    state_.text_bytes += read.bytes;
    replaced_ += read.replaced;
    unread_dates_ += read.unread_dates;
    sink.add(std::move(read));
    progress_.show(state_);
  }

  void tell_counts(const BuildCounts& counts) {
    const auto elapsed = progress_.elapsed();
    streams_.err << "added " << with_thousands(counts.added) << ", updated " << with_thousands(counts.updated)
                 << ", unchanged " << with_thousands(counts.unchanged) << ", removed 0, rejected "
                 << with_thousands(rejections_.count()) << " ("
                 << describe_progress({state_.articles, state_.text_bytes, 0, 0}, elapsed) << ")\n";
  }

  void tell_warnings() {
    if (replaced_ > 0)
      say("warning: " + with_thousands(replaced_) + " ill-formed parts of UTF-8 were replaced by U+FFFD");
    if (unread_dates_ > 0)
      say("warning: " + with_thousands(unread_dates_) + " dates could not be read; their articles have none");
  }

  const IndexOptions& options_;
  const IndexStreams& streams_;
  Interrupt interrupt_;
  Progress progress_;
  RejectionLog rejections_;
  ProgressState state_;
  std::uint64_t replaced_ = 0, unread_dates_ = 0;
};

}  // namespace

ExitCode run_add(const IndexOptions& options, const IndexStreams& streams) {
  AddRun run(options, streams);
  std::optional<WriterLock> lock;
  std::unique_ptr<ArticleSink> sink;
  if (options.dry_run) {
    sink = std::make_unique<DryRun>(streams.out, options.verbosity);
  } else {
    lock.emplace(options.index);
    remove_old_generations(options.index);
    sink = build_aside({options.index, options.jobs, options.memory_bytes});
  }
  run.read(list_sources(options.sources, streams.in), *sink);
  return run.tell(sink->publish());
}

}  // namespace timbao
