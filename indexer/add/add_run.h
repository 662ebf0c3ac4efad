// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "indexer/add/add_options.h"
#include "indexer/add/add_report.h"
#include "indexer/add/interrupt.h"
#include "indexer/add/progress.h"
#include "indexer/input/read_articles.h"
#include "indexer/ledger/seen_files.h"
#include "indexer/streams.h"
#include "indexer/write/article_sink.h"

namespace timbao {

/// One run of `add`: reads what is to be read, gives it to a sink, publishes, and says what came of it.
///
///   AddRun run(options, streams);
///   return run.index([&](std::size_t listed_bytes) { return adaptive_sink(…); });
///
/// Everything that the run meets is counted once: each article as added, updated, unchanged, equal to another one by
/// its id, kept out or rejected; each file as read, unchanged, read under another name, passed over or rejected. Errors
/// Error: see ArticleSink, AddReport, list_sources.
class AddRun {
 public:
  AddRun(const AddOptions& options, const IndexStreams& streams);

  /// Whether Ctrl-C was pressed.
  [[nodiscard]] bool is_stopped() const { return interrupt_.is_asked(); }

  /// Makes the sink, once it is known how much memory the list of files takes.
  using OpenSink = std::function<std::unique_ptr<ArticleSink>(std::size_t listed_bytes)>;

  /// Returns  done, incomplete, interrupted: see run_add.
  ExitCode index(const OpenSink& open_sink);

 private:
  enum class Outcome : std::uint8_t { published, refused, dropped };

  /// Of the files that were asked for.
  struct FileCounts {
    std::uint64_t read = 0, unchanged = 0, rejected = 0, other_name = 0;
  };

  Ledger ledger();
  SourceList list_files(const SeenFiles& seen);
  void note_passed_over(NoticeKind kind, const std::string& path, const Ledger& ledger);
  void read_files(const SourceList& list, SeenFiles& seen, ArticleSink& sink);
  void read_file(const SourceList& list, std::size_t place, SeenFiles& seen, ArticleReader& reader);
  void read_index(LedgerChanges& changes, ArticleSink& sink);
  void pass_over(const SourceFile& file, const FileRecord& record);
  void take(ParsedArticle parsed, SeenFiles& seen, ArticleSink& sink);
  void count(const ReadArticle& read);
  void note_complete(std::size_t place, const SourceFile& file, const SeenFiles& seen);
  [[nodiscard]] ReadOptions read_options() const;
  [[nodiscard]] SeenSettings seen_settings() const;

  bool prune(const SourceList& list, SeenFiles& seen, IndexChanges& changes);
  Outcome publish(ArticleSink& sink, IndexChanges& changes);

  void say(const std::string& line);
  void tell_empty_folders(const SourceList& list);
  ExitCode tell(Outcome outcome);
  void tell_counts();
  [[nodiscard]] std::string describe_files() const;

  const AddOptions& options_;
  const IndexStreams& streams_;
  Interrupt interrupt_;
  Progress progress_;
  AddReport report_;
  ProgressState state_;
  BuildCounts counts_;
  FileCounts files_;
  std::vector<std::size_t> complete_;  // places in the list of files of which every id is known
  std::uint64_t passed_bytes_ = 0, passed_articles_ = 0, kept_out_ = 0, same_id_ = 0;
  std::uint64_t records_of_file_ = 0;
  bool stream_is_complete_ = false, met_empty_folder_ = false;
};

/// Refuses an --errors file that is one of the paths of the command line, or lies below one or in the index.
///
/// Errors   Error(usage).
void check_errors_file(const AddOptions& options);

}  // namespace timbao
